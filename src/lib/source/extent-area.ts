import type { Bounds, LngLat } from '../atlas/schema';

/**
 * The circle around an extent, for what may lie anywhere in it: its middle, `[lng, lat]` in WGS-84
 * with 3 decimals, and the metres from there to its corners, on a sphere and for a few degrees at
 * most.
 */
export function extentArea([west, south, east, north]: Bounds): { center: LngLat; radius: number } {
	const degree = 111_195;
	const lat = ((south + north) / 2) * (Math.PI / 180);
	const half = Math.hypot((east - west) * Math.cos(lat), north - south) / 2;
	return {
		center: [rounded((west + east) / 2), rounded((south + north) / 2)],
		radius: Math.round(half * degree)
	};
}

function rounded(degrees: number): number {
	return Number(degrees.toFixed(3));
}
