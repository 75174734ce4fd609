import type { Geometry } from 'geojson';
import type { Bilingual, Bounds } from '../../lib/atlas/schema';
import { anchorOf } from '../../lib/geo/anchor';
import { geometryBounds, meet, padBounds } from '../../lib/geo/bounds';
import { metresBetween, metresTo } from '../../lib/geo/nearest';
import { normalise } from '../../lib/text/normalise';
import type { SourceData } from '../../lib/source/types';

/** A thing that a feature may be the same as, or a feature that may be the same as another. */
export interface Known {
	/** How it is told to people: an id, or the number of the feature in the file. */
	called: string;
	id: string;
	names: readonly string[];
	geometry: Geometry | null;
	/** Kind of a site; features of layers have none. */
	kind?: string;
	/** Metres around its geometry within which it lies. */
	accuracy: number;
}

/** Known things, found by what a double of them would share. */
export class KnownThings {
	readonly #placed: { known: Known; bounds: Bounds }[] = [];
	#widest = 0;
	readonly #ids = new Map<string, Known>();
	readonly #names = new Map<string, { name: string; known: Known }[]>();
	readonly #shapes = new Map<string, Known>();

	constructor(list: readonly Known[]) {
		for (const known of list) this.add(known);
	}

	add(known: Known): void {
		const { geometry, accuracy } = known;
		if (geometry) this.#placed.push({ known, bounds: geometryBounds(geometry) });
		this.#widest = Math.max(this.#widest, accuracy);
		if (!this.#ids.has(known.id)) this.#ids.set(known.id, known);
		for (const name of known.names) {
			const key = normalise(name).text;
			this.#names.set(key, [...(this.#names.get(key) ?? []), { name, known }]);
		}
		const shape = JSON.stringify(geometry);
		if (!this.#shapes.has(shape)) this.#shapes.set(shape, known);
	}

	get ids(): ReadonlySet<string> {
		return new Set(this.#ids.keys());
	}

	withId(id: string): Known | undefined {
		return this.#ids.get(id);
	}

	/** Those that have one of these names, with the name as they have it. */
	withName(names: readonly string[]): { name: string; known: Known }[] {
		return names.flatMap((name) => this.#names.get(normalise(name).text) ?? []);
	}

	withGeometry(geometry: Geometry): Known | undefined {
		return this.#shapes.get(JSON.stringify(geometry));
	}

	/** All that may lie within some metres of a geometry, or within their own accuracy of it. */
	near(geometry: Geometry, metres: number): Known[] {
		const around = padBounds(geometryBounds(geometry), Math.max(metres, this.#widest));
		return this.#placed.flatMap(({ known, bounds }) => (meet(around, bounds) ? [known] : []));
	}
}

/** The sites of an atlas. */
export function knownSites({ sites }: SourceData): Known[] {
	return sites.map(({ id, geometry, properties }) => {
		const { name, aliases, kind, location } = properties;
		const names = [name.zh, name.en, ...aliases.zh, ...aliases.en];
		return { called: id, id, names, geometry, kind, accuracy: location.accuracy ?? 0 };
	});
}

/** The features of an atlas's layers of a type, without one layer. */
export function knownFeatures({ layers }: SourceData, type: string, without: string): Known[] {
	return layers
		.filter(({ record }) => record.type === type && record.id !== without)
		.flatMap(({ record, features }) =>
			features.map(({ id, geometry, properties }) => {
				const name = properties['name'] as Bilingual | null | undefined;
				const names = name ? [name.zh, name.en] : [];
				return { called: `${record.id}/${id}`, id, names, geometry, accuracy: 0 };
			})
		);
}

/** Metres between two geometries: to the whole of one from the middle of the other. */
export function gapOf(a: Geometry | null, b: Geometry | null): number | null {
	const [from, to] = [a && anchorOf(a), b && anchorOf(b)];
	if (!a || !b || !from || !to) return null;
	if (a.type === b.type) return Math.round(metresBetween(from, to));
	return Math.round(Math.min(metresTo(from, b), metresTo(to, a)));
}
