import type { Geometry } from 'geojson';
import type { Bilingual } from '../../lib/atlas/schema';
import { anchorOf } from '../../lib/geo/anchor';
import { metresBetween, metresTo } from '../../lib/geo/nearest';
import { normalise } from '../../lib/text/normalise';
import type { SourceData } from '../types';

/** A thing that a feature may be the same as, or a feature that may be the same as another. */
export interface Known {
	/** How it is told to people: an id, or the number of the feature in the file. */
	called: string;
	id: string;
	names: readonly string[];
	geometry: Geometry | null;
	/** Kind of a site; layers have none. */
	kind?: string;
	/** Metres around its geometry within which it lies. */
	accuracy: number;
}

/** Why two things may be one. */
export interface Duplicate {
	of: string;
	why: string;
	/** Metres between the two; `null` if one has no place. */
	metres: number | null;
}

/** Metres within which two things of any kind may be one. */
const NEAR = 50;
/** Metres within which two points of a layer that share a name are one: a station is no longer. */
const SAME_NAME = 500;

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

/** The first known site that is the same by id, by name or alias, or by its place. */
export function sameSite(site: Known, known: readonly Known[]): Duplicate | null {
	const names = new Set(site.names.map(comparable));
	return first(known, (other) => {
		const metres = gapOf(site.geometry, other.geometry);
		const shared = other.names.find((name) => names.has(comparable(name)));
		const why =
			site.id === other.id
				? `has the same id "${site.id}"`
				: shared !== undefined
					? `has the name "${shared}"`
					: nearness(site, other, metres);
		return why === null ? null : { of: other.called, why, metres };
	});
}

function nearness(site: Known, other: Known, metres: number | null): string | null {
	if (metres === null) return null;
	const within = Math.max(site.accuracy, other.accuracy);
	if (site.kind === other.kind && metres <= within)
		return `is a ${site.kind} within the accuracy of ${within} m`;
	// A house in a park stands in no distance to it and is no park.
	if (site.geometry?.type !== other.geometry?.type || metres > NEAR) return null;
	return `lies within ${NEAR} m`;
}

/** The first known feature of a layer with the same geometry, or the same name close by. */
export function sameFeature(feature: Known, known: readonly Known[]): Duplicate | null {
	const names = new Set(feature.names.map(comparable));
	const shape = JSON.stringify(feature.geometry);
	return first(known, (other) => {
		if (JSON.stringify(other.geometry) === shape)
			return { of: other.called, why: 'has the same geometry', metres: 0 };
		if (feature.geometry?.type !== 'Point') return null;
		const shared = other.names.find((name) => names.has(comparable(name)));
		const metres = gapOf(feature.geometry, other.geometry);
		if (shared === undefined || metres === null || metres > SAME_NAME) return null;
		return { of: other.called, why: `has the name "${shared}"`, metres };
	});
}

function first<T, R>(list: readonly T[], find: (item: T) => R | null): R | null {
	for (const item of list) {
		const found = find(item);
		if (found !== null) return found;
	}
	return null;
}

/** Metres between two geometries: to the whole of one from the middle of the other. */
function gapOf(a: Geometry | null, b: Geometry | null): number | null {
	const [from, to] = [a && anchorOf(a), b && anchorOf(b)];
	if (!a || !b || !from || !to) return null;
	if (a.type === b.type) return Math.round(metresBetween(from, to));
	return Math.round(Math.min(metresTo(from, b), metresTo(to, a)));
}

function comparable(name: string): string {
	return normalise(name).text;
}
