import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import type { Bounds } from '../atlas/schema';
import { geometryBounds } from '../geo/bounds';
import { BASE_ZOOMS } from '../style/declaration';
import type { BaseLayer } from './base-layers';
import { fieldTypes, type FieldTypes } from './field-types';
import { encodeTile, indexFeatures, walkTiles, type TileIndex } from '../geo/mvt';
import { tileReads, type TileReads } from './tile-reads';

/** One tile in the XYZ scheme (y grows southward); `data` is not compressed. */
export interface Tile {
	z: number;
	x: number;
	y: number;
	data: Uint8Array;
}

/** A layer of the base map, ready to be cut. */
export interface IndexedLayer {
	id: string;
	index: TileIndex;
	/** By zoom. */
	reads: (TileReads | null)[];
}

/** Makes layers ready to be cut: at `maxzoom` no vertex is dropped. */
export function indexLayers(layers: readonly BaseLayer[], maxzoom: number): IndexedLayer[] {
	return layers.map(({ id, features }) => ({
		id,
		index: indexFeatures(features, maxzoom),
		reads: Array.from({ length: maxzoom + 1 }, (_, z) =>
			tileReads(id, z, z === maxzoom ? Infinity : z + 1)
		)
	}));
}

/**
 * Cuts the layers of the base map into vector tiles (MVT 2). A tile holds the features that the
 * style draws at its zoom, with the properties that it reads there (`tileReads`), and no ids.
 * Simplified to half a pixel below `maxzoom`, where every vertex is kept. Tiles without
 * features are left out; the same layers always give the same bytes.
 *
 * @param options zooms of 512-pixel tiles, both included
 * @param encode makes a tile of what it shows
 */
export function cutTiles(
	layers: readonly BaseLayer[],
	options: { minzoom: number; maxzoom: number } = {
		minzoom: BASE_ZOOMS.min,
		maxzoom: BASE_ZOOMS.max
	},
	encode: (layers: readonly ShownLayer[]) => Uint8Array | null = encodeShown
): Tile[] {
	const indexed = indexLayers(layers, options.maxzoom);
	const tiles: Tile[] = [];
	const indices = indexed.map(({ index }) => index);
	for (const { z, x, y, cuts } of walkTiles(indices, options)) {
		const data = encode(shownLayers(indexed, cuts, z));
		if (data) tiles.push({ z, x, y, data });
	}
	return tiles;
}

/** What one tile shows of a layer, in tile units. */
export interface ShownLayer {
	id: string;
	features: readonly GeoJSONVTFeature[];
}

/**
 * What the style draws and reads of what was cut out of each layer.
 *
 * @param cuts by layer
 */
export function shownLayers(
	layers: readonly IndexedLayer[],
	cuts: readonly GeoJSONVTFeature[][],
	z: number
): ShownLayer[] {
	return layers.map(({ id, reads }, i) => ({ id, features: shown(cuts[i] ?? [], reads[z]) }));
}

/** A tile; `null` if nothing of it is drawn. */
export function encodeShown(layers: readonly ShownLayer[]): Uint8Array | null {
	return encodeTile(layers.map(({ id, features }) => ({ id, features: merged(features) })));
}

function shown(features: readonly GeoJSONVTFeature[], reads: TileReads | null | undefined) {
	if (!reads) return [];
	return features.filter(reads.draws).map((feature) => {
		const tags = Object.entries(feature.tags ?? {}).filter(([name]) => reads.fields.has(name));
		return { ...feature, tags: Object.fromEntries(tags) };
	});
}

/**
 * Features that the map can't tell apart as one of several parts, which takes less room. Those
 * with a name stay as they are: a name belongs to one of them, and MapLibre would join lines of
 * the same name by their first parts alone.
 */
function merged(features: readonly GeoJSONVTFeature[]): GeoJSONVTFeature[] {
	const parts = new Map<string, GeoJSONVTFeature[]>();
	for (const feature of features) {
		const isNamed = 'name_zh' in (feature.tags ?? {});
		const key = isNamed ? String(parts.size) : `${feature.type} ${JSON.stringify(feature.tags)}`;
		const same = parts.get(key);
		if (same) same.push(feature);
		else parts.set(key, [feature]);
	}
	return [...parts.values()].map((same) => {
		const geometry = same.flatMap((feature): unknown[] => feature.geometry);
		return { ...same[0], geometry } as GeoJSONVTFeature;
	});
}

/**
 * What the base layers cover, `[west, south, east, north]` in WGS-84 degrees.
 *
 * @throws Error if there is no feature
 */
export function tileExtent(layers: readonly BaseLayer[]): Bounds {
	const geometries = layers.flatMap(({ features }) => features.map(({ geometry }) => geometry));
	if (geometries.length === 0) throw new Error('No layer of the base map has a feature.');
	return geometryBounds({ type: 'GeometryCollection', geometries });
}

/** The base layers as the archive's metadata lists them. */
export function tileLayers(layers: readonly BaseLayer[]): { id: string; fields: FieldTypes }[] {
	return layers.map(({ id, features }) => {
		const read = tileReads(id, BASE_ZOOMS.min, Infinity)?.fields;
		const types = Object.entries(fieldTypes(features)).filter(([name]) => read?.has(name));
		return { id, fields: Object.fromEntries(types) };
	});
}
