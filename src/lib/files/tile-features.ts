import type { Feature, Geometry } from 'geojson';
import type { Bounds } from '../atlas/schema';
import { fromWorld, worldSize } from '../geo/mercator';
import { cutTile, encodeTile } from '../geo/mvt';
import { LAST_ZOOM } from './first-zooms';

/** Features of one layer of the tiles. */
export interface TiledLayer {
	/** By feature. */
	geometries: readonly (Geometry | null)[];
	/** By feature: from which zoom on it is drawn. */
	from: readonly number[];
	/** As those of `Placed`. */
	boxes: Float64Array;
}

/** A vector tile (MVT 2); `null` if it would be empty. */
export type CutTile = (z: number, x: number, y: number) => Uint8Array | null;

/** Pixels: how far over its edge a tile reaches, and what is too small for its shape to be seen. */
const MARGIN = 16;
const SPECK = 2;

/** Pixels along the side of a tile. */
const SIDE = worldSize(0);

/**
 * Cuts each tile when it is asked for, from the features that are drawn in it: an index of all
 * would take several times their memory. A feature's id is its index.
 */
export function tiler(layers: Readonly<Record<string, TiledLayer>>): CutTile {
	const all = Object.entries(layers);
	return (z, x, y) => {
		const bounds = boundsOf(z, x, y);
		return encodeTile(
			all.map(([id, layer]) => {
				return { id, features: cutTile(featuresIn(layer, bounds, z), { z, x, y }, LAST_ZOOM) };
			})
		);
	};
}

function boundsOf(z: number, x: number, y: number): Bounds {
	const [west, north] = fromWorld([x * SIDE - MARGIN, y * SIDE - MARGIN], z);
	const [east, south] = fromWorld([(x + 1) * SIDE + MARGIN, (y + 1) * SIDE + MARGIN], z);
	return [west, south, east, north];
}

function featuresIn(
	{ geometries, from, boxes }: TiledLayer,
	[west, south, east, north]: Bounds,
	z: number
): Feature[] {
	const speck = (SPECK * 360) / worldSize(z);
	const features: Feature[] = [];
	geometries.forEach((geometry, id) => {
		if (!geometry || (from[id] ?? 0) > z) return;
		const [w = 0, s = 0, e = 0, n = 0] = boxes.subarray(id * 4, id * 4 + 4);
		if (e < west || w > east || n < south || s > north) return;
		const isSpeck = e - w < speck && n - s < speck;
		const dot: Geometry = { type: 'Point', coordinates: [(w + e) / 2, (s + n) / 2] };
		features.push({ type: 'Feature', id, geometry: isSpeck ? dot : geometry, properties: null });
	});
	return features;
}
