import type { Position } from 'geojson';
import type { Bounds, LngLat } from '../atlas/schema';

/** A position with 6 decimals, which is 0.1 m: the most that the data carries. */
export function roundPosition(position: Position): LngLat {
	return [roundDegrees(position[0] ?? 0), roundDegrees(position[1] ?? 0)];
}

/** Bounds with 6 decimals. */
export function roundBounds([west, south, east, north]: Bounds): Bounds {
	return [roundDegrees(west), roundDegrees(south), roundDegrees(east), roundDegrees(north)];
}

function roundDegrees(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
