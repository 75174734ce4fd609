import type { Position } from 'geojson';
import type { LngLat } from '../atlas/schema';

/** Pixels: x to the east, y to the south. */
export type Pixel = [x: number, y: number];

/** Side of the whole world in CSS pixels at zoom 0, as MapLibre counts zoom. */
const WORLD = 512;

/** Side of the whole world in CSS pixels at a zoom. */
export function worldSize(zoom: number): number {
	return WORLD * 2 ** zoom;
}

/**
 * Web Mercator (EPSG:3857) in pixels of the whole world at a zoom, from its north-west corner.
 *
 * @param lngLat `[lng, lat]`, WGS-84 degrees
 */
export function toWorld([lng = 0, lat = 0]: Position, zoom: number): Pixel {
	const size = worldSize(zoom);
	const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
	return [((lng + 180) / 360) * size, ((1 - north / Math.PI) / 2) * size];
}

/** The inverse of `toWorld`: `[lng, lat]`, WGS-84 degrees. */
export function fromWorld([x, y]: Pixel, zoom: number): LngLat {
	const size = worldSize(zoom);
	const north = Math.PI * (1 - (2 * y) / size);
	return [(x / size) * 360 - 180, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
}
