import { geoJSONToTile, GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';

/** Units along the side of a tile. */
export const MVT_EXTENT = 4096;

/** 16 pixels of a 512-pixel tile: the widest stroke reaches over the edge without a gap. */
const BUFFER = 128;
/** Units: half a pixel of a 512-pixel tile. */
const TOLERANCE = 4;

/** Anything that gives the features of a tile, in tile units. */
export interface TileIndex {
	/** `null` if the tile has none; `numFeatures` counts those too small for this zoom as well. */
	getTile(
		z: number,
		x: number,
		y: number
	): { numFeatures?: number; features: GeoJSONVTFeature[] } | null;
}

/** A tile and, for each index it was cut from, its features in tile units. */
export interface CutTile {
	z: number;
	x: number;
	y: number;
	cuts: GeoJSONVTFeature[][];
}

/** Features ready to be cut; at `maxzoom` no vertex is dropped. `null` geometries are skipped. */
export function indexFeatures(features: readonly Feature[], maxzoom: number): TileIndex {
	return new GeoJSONVT(
		{ type: 'FeatureCollection', features: [...features] },
		{ maxZoom: maxzoom, extent: MVT_EXTENT, buffer: BUFFER, tolerance: TOLERANCE }
	);
}

/** What one tile shows of features, in tile units; at `maxzoom` no vertex is dropped. */
export function cutTile(
	features: Feature[],
	{ z, x, y }: Pick<CutTile, 'z' | 'x' | 'y'>,
	maxzoom: number
): GeoJSONVTFeature[] {
	const options = {
		maxZoom: maxzoom,
		extent: MVT_EXTENT,
		buffer: BUFFER,
		tolerance: TOLERANCE,
		clip: true
	};
	return geoJSONToTile({ type: 'FeatureCollection', features }, z, x, y, options).features;
}

/**
 * Every tile that a feature of any index touches, parents before children.
 *
 * @param from the tile below which all lie, itself included
 */
export function* walkTiles(
	indices: readonly TileIndex[],
	{ minzoom, maxzoom }: { minzoom: number; maxzoom: number },
	from: Pick<CutTile, 'z' | 'x' | 'y'> = { z: 0, x: 0, y: 0 }
): Generator<CutTile> {
	const stack = [from];
	for (let at = stack.pop(); at; at = stack.pop()) {
		const { z, x, y } = at;
		const tiles = indices.map((index) => index.getTile(z, x, y));
		// a feature too small for this zoom is not in `features` but may be in a child's
		if (tiles.every((tile) => !tile?.numFeatures)) continue;
		if (z >= minzoom) yield { z, x, y, cuts: tiles.map((tile) => tile?.features ?? []) };
		if (z < maxzoom) stack.push(...childrenOf(at));
	}
}

/** The four tiles of the next zoom that cover a tile. */
function childrenOf({ z, x, y }: { z: number; x: number; y: number }) {
	return [0, 1, 2, 3].map((i) => ({ z: z + 1, x: 2 * x + (i % 2), y: 2 * y + (i >> 1) }));
}

/**
 * Layers as one Mapbox Vector Tile, version 2, not compressed; layers without features are left
 * out, and `null` means that none is left.
 *
 * Format: https://github.com/mapbox/vector-tile-spec/tree/master/2.1
 */
export function encodeTile(
	layers: readonly { id: string; features: readonly GeoJSONVTFeature[] }[]
): Uint8Array | null {
	const filled: Record<string, GeoJSONWrapper> = {};
	for (const { id, features } of layers) {
		const valid = features.flatMap((feature) => validFeature(feature) ?? []);
		if (valid.length === 0) continue;
		const layer = new GeoJSONWrapper(valid, { version: 2, extent: MVT_EXTENT });
		layer.name = id;
		filled[id] = layer;
	}
	return Object.keys(filled).length > 0 ? fromVectorTileJs({ layers: filled }) : null;
}

type Path = [number, number][];

/**
 * Rounding to tile units makes lines of one point and areas without area, which version 2
 * forbids; `null` if nothing else is left.
 */
function validFeature(feature: GeoJSONVTFeature): GeoJSONVTFeature | null {
	if (feature.type === 1) return feature;
	const paths = feature.geometry.map(withoutRepeats);
	const geometry = feature.type === 2 ? paths.filter((path) => path.length > 1) : validRings(paths);
	return geometry.length > 0 ? { ...feature, geometry } : null;
}

function withoutRepeats(path: Path): Path {
	return path.filter(([x, y], i) => x !== path[i - 1]?.[0] || y !== path[i - 1]?.[1]);
}

/** Rings that enclose something; a hole only after the outer ring that it is in. */
function validRings(rings: Path[]): Path[] {
	let hasOuter = false;
	return rings.filter((ring) => {
		const area = areaOf(ring);
		if (area > 0) hasOuter = true;
		return area !== 0 && hasOuter;
	});
}

/** Twice the area in square units: positive for outer rings (y grows downward). */
function areaOf(ring: Path): number {
	return ring.reduce((sum, [x, y], i) => {
		const [px, py] = ring.at(i - 1) ?? [x, y];
		return sum + (px * y - x * py);
	}, 0);
}
