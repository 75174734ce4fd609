import type { FeatureCollection } from 'geojson';
import * as v from 'valibot';
import { LAYER_PROPERTIES, LayerRecord, Line } from '../atlas/schema';
import { baseLayers } from '../compile/base-layers';
import type { SourceLayer } from '../source/types';
import type { Draft } from './draft';
import { jsonOf } from './find-files';
import { geometryIn } from './geometry-in';

/** What a map shows under the sites of a draft. */
export interface DrawnGround {
	/** By the style's `source-layer`. */
	layers: ReadonlyMap<string, FeatureCollection>;
	lines: readonly { id: string; colour: string }[];
	credits: readonly { zh: string; en: string; url?: string }[];
}

/** The files of a draft that the ground is drawn from. */
export function isGroundFile(path: string): boolean {
	return path === 'lines.json' || path.startsWith('layers/');
}

/** The layers of a draft as far as they can be drawn: what the schema does not know is left out. */
export function drawnGround(draft: Draft): DrawnGround {
	const lines = listOf(draft, 'lines.json', 'lines').filter((one) => v.is(Line, one));
	const ids = new Set(lines.map(({ id }) => id));
	const layers = [...draft.keys()].flatMap((path) => layerOf(draft, path, ids) ?? []);
	const drawn = baseLayers(layers, lines).map(({ id, features }) => {
		return [id, { type: 'FeatureCollection' as const, features }] as const;
	});
	const credits = layers.map(({ record: { attribution, attributionUrl } }) => ({
		...attribution,
		...(attributionUrl && { url: attributionUrl })
	}));
	return {
		layers: new Map(drawn),
		lines,
		credits: credits.filter(({ zh }, i) => credits.findIndex((one) => one.zh === zh) === i)
	};
}

function layerOf(draft: Draft, path: string, lines: ReadonlySet<string>): SourceLayer | null {
	if (!/^layers\/[^/]+\.layer\.json$/.test(path)) return null;
	const record = jsonOf(draft, path).root?.value;
	if (!v.is(LayerRecord, record)) return null;
	const file = path.replace('.layer.json', '.geojson');
	const features = listOf(draft, file, 'features').flatMap((one, index) => {
		const { id, geometry, properties } = (one ?? {}) as Record<string, unknown>;
		const drawable = geometryIn(geometry);
		if (!drawable || !v.is(LAYER_PROPERTIES[record.type], properties)) return [];
		if (record.type === 'metro-track' && !namesOnly(properties['lines' as never], lines)) return [];
		return [{ id: String(id), geometry: drawable, properties, index }];
	});
	return { record, file, features };
}

function namesOnly(named: unknown, known: ReadonlySet<string>): boolean {
	return Array.isArray(named) && named.every((id: string) => known.has(id));
}

function listOf(draft: Draft, path: string, key: string): unknown[] {
	const list = jsonOf(draft, path).root?.members?.get(key)?.value;
	return Array.isArray(list) ? list : [];
}
