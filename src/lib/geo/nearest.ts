import distance from '@turf/distance';
import type { Geometry, Position } from 'geojson';
import { linesOf, polygonsOf, positionsOf } from './parts';
import { within } from './within';

/** Metres between two positions, `[lng, lat]` in WGS-84, on the sphere. */
export function metresBetween(a: Position, b: Position): number {
	return distance(a, b, { units: 'meters' });
}

/**
 * Metres from a position, `[lng, lat]` in WGS-84, to the nearest one of a geometry: 0 inside an area,
 * infinite if the geometry is empty. Edges are straight in longitude and latitude, which is exact enough for the
 * few kilometres that they measure here.
 */
export function metresTo(position: Position, geometry: Geometry): number {
	const nearest = nearestOf(position, geometry);
	return nearest ? metresBetween(position, nearest) : Infinity;
}

/**
 * The position of a geometry that is nearest to another one, `[lng, lat]`: that one itself inside
 * an area, `null` if the geometry is empty.
 */
export function nearestOf(position: Position, geometry: Geometry): Position | null {
	if (within(position, geometry)) return position;
	const paths = [...linesOf(geometry), ...polygonsOf(geometry).flat()];
	const candidates =
		paths.length === 0 ? positionsOf(geometry) : paths.flatMap((path) => feet(position, path));
	let best: Position | null = null;
	let least = Infinity;
	for (const candidate of candidates) {
		const metres = metresBetween(position, candidate);
		if (metres < least) [best, least] = [candidate, metres];
	}
	return best;
}

/** For each edge of a path its position nearest to `from`, on a plane scaled by the latitude. */
function feet(from: Position, path: readonly Position[]): Position[] {
	const [x = 0, y = 0] = from;
	const scale = Math.cos((y * Math.PI) / 180);
	return path.slice(1).map(([bx = 0, by = 0], i) => {
		const [ax = 0, ay = 0] = path[i] ?? [];
		const dx = (bx - ax) * scale;
		const dy = by - ay;
		const square = dx * dx + dy * dy;
		const along = square === 0 ? 0 : ((x - ax) * scale * dx + (y - ay) * dy) / square;
		const share = Math.min(1, Math.max(0, along));
		return [ax + (bx - ax) * share, ay + (by - ay) * share];
	});
}
