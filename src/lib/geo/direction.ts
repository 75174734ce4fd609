import type { Position } from 'geojson';

/** The eight directions of a compass, clockwise from north. */
export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/**
 * In which direction one position lies from another, both `[lng, lat]`: the initial bearing of the
 * great circle, to the nearest eighth.
 *
 * Formula: https://www.movable-type.co.uk/scripts/latlong.html#bearing
 */
export function directionTo(from: Position, to: Position): Direction {
	const [fromLng, fromLat, toLng, toLat] = [from[0], from[1], to[0], to[1]].map(radians) as [
		number,
		number,
		number,
		number
	];
	const y = Math.sin(toLng - fromLng) * Math.cos(toLat);
	const x =
		Math.cos(fromLat) * Math.sin(toLat) -
		Math.sin(fromLat) * Math.cos(toLat) * Math.cos(toLng - fromLng);
	const eighth = Math.round(Math.atan2(y, x) / (Math.PI / 4));
	return DIRECTIONS[(eighth + DIRECTIONS.length) % DIRECTIONS.length]!;
}

function radians(degrees = 0): number {
	return (degrees * Math.PI) / 180;
}
