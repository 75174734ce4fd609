import geodesic from 'geographiclib-geodesic';
import type { Position } from 'geojson';
import type { LngLat } from '../atlas/schema';

/** GeographicLib's geodesics on the ellipsoid of WGS-84: exact to nanometres. */
const EARTH = geodesic.Geodesic.WGS84;

/** Metres of the shortest way between two positions, `[lng, lat]`, on the ellipsoid of WGS-84. */
export function geodesicMetres(
	[fromLng = 0, fromLat = 0]: Position,
	[toLng = 0, toLat = 0]: Position
): number {
	return EARTH.Inverse(fromLat, fromLng, toLat, toLng).s12 ?? 0;
}

/** Metres of each step along a path of `[lng, lat]`. */
export function legsOf(path: readonly Position[]): number[] {
	return path.slice(1).map((to, i) => geodesicMetres(path[i] ?? to, to));
}

/** Metres along a path of `[lng, lat]`. */
export function geodesicLength(path: readonly Position[]): number {
	return sum(legsOf(path));
}

/**
 * Square metres inside a ring of `[lng, lat]`, whichever way it runs; its first position may be
 * repeated.
 */
export function ringArea(ring: readonly Position[]): number {
	const polygon = EARTH.Polygon();
	for (const [lng = 0, lat = 0] of ring) polygon.AddPoint(lat, lng);
	return Math.abs(polygon.Compute(false, true).area ?? 0);
}

/**
 * A circle on the ellipsoid as a closed ring, counter-clockwise. Its corners lie a little outside
 * of the circle, so that it has the circle's area: a regular polygon of n corners has
 * n/2·sin(2π/n) times the square of its radius.
 *
 * @param centre `[lng, lat]`, WGS-84
 * @param radius metres
 */
export function geodesicCircle([lng, lat]: LngLat, radius: number): LngLat[] {
	const turn = (2 * Math.PI) / CIRCLE_CORNERS;
	const reach = radius * Math.sqrt(turn / Math.sin(turn));
	const corners = Array.from({ length: CIRCLE_CORNERS }, (_, i): LngLat => {
		const { lon2 = lng, lat2 = lat } = EARTH.Direct(lat, lng, (-360 * i) / CIRCLE_CORNERS, reach);
		return [lon2, lat2];
	});
	return [...corners, ...corners.slice(0, 1)];
}

const CIRCLE_CORNERS = 64;

/** The sum of numbers, 0 for none. */
export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
