import type { Feature } from 'geojson';
import type { Bounds } from '../lib/atlas/schema';
import { geometryBounds } from '../lib/geo/bounds';
import { project } from './point-index';

/** Zoom of 512-pixel tiles at which a unit of a tile is half a metre: no source is better. */
const FINEST = 14;
const MOST_TILES = 16_384;
/** A layer of one building is still to be seen on a map of its city. */
const COARSEST_START = 9;

/**
 * The zooms that tiles of these features need, both included.
 *
 * - `maxzoom` is 14, or the largest at which the bounding boxes of the features touch no more
 *   than 16,384 tiles: a district or a city gets 14, a country of scattered points about 9.
 * - `minzoom` is two below the zoom at which the whole extent is as wide as one tile, so that
 *   the map can show it all at once; never above 9.
 *
 * @param bounds `[west, south, east, north]` of all features
 */
export function zoomRange(
	features: readonly Feature[],
	bounds: Bounds
): { minzoom: number; maxzoom: number } {
	const [west, north, east, south] = square(bounds);
	const side = Math.max(east - west, south - north);
	const whole = side > 0 ? Math.floor(-Math.log2(side)) : FINEST;
	const boxes = features.map(({ geometry }) => square(geometryBounds(geometry)));
	let maxzoom = FINEST;
	while (maxzoom > 0 && touchesMore(boxes, maxzoom)) maxzoom--;
	return { minzoom: Math.min(Math.max(whole - 2, 0), COARSEST_START, maxzoom), maxzoom };
}

/** Bounds in the Mercator square: left, top, right, bottom. */
function square([west, south, east, north]: Bounds): Bounds {
	return [...project([west, north]), ...project([east, south])];
}

function touchesMore(boxes: readonly Bounds[], z: number): boolean {
	const touched = new Set<number>();
	const side = 2 ** z;
	for (const box of boxes) {
		const [left, top, right, bottom] = box.map((value) => Math.floor(value * side)) as Bounds;
		if ((right - left + 1) * (bottom - top + 1) > MOST_TILES) return true;
		for (let x = left; x <= right; x++)
			for (let y = top; y <= bottom; y++) touched.add(x * side + y);
		if (touched.size > MOST_TILES) return true;
	}
	return false;
}
