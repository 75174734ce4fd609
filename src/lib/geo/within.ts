import type { Geometry, Position } from 'geojson';
import { polygonsOf } from './parts';

/**
 * Whether a position, `[lng, lat]`, lies in an area geometry, holes left out; `false` for points and
 * lines. On the very edge either answer may come.
 */
export function within(position: Position, geometry: Geometry): boolean {
	return polygonsOf(geometry).some((rings) => withinRings(position, rings));
}

/** Even–odd rule over all rings of one polygon, holes included. */
function withinRings([x = 0, y = 0]: Position, rings: readonly Position[][]): boolean {
	let inside = false;
	for (const ring of rings) {
		for (let i = 1; i < ring.length; i++) {
			const [ax = 0, ay = 0] = ring[i - 1] ?? [];
			const [bx = 0, by = 0] = ring[i] ?? [];
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
		}
	}
	return inside;
}
