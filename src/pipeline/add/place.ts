import type { Geometry, Position } from 'geojson';
import type { Bounds } from '../../lib/atlas/schema';
import type { OwnDatum, OwnFeature } from '../../lib/files/own-file';
import { isMoved } from '../../lib/files/place-features';
import { geometryBounds, meet } from '../../lib/geo/bounds';
import { toWgs84 } from '../../lib/geo/datum';
import { metresBetween } from '../../lib/geo/nearest';
import { positionsOf } from '../../lib/geo/parts';
import { tidy } from './tidy-geometry';

/** A feature of the file with its place in WGS-84. */
export interface Placed extends OwnFeature {
	/** Counted from 1 in the order of the file. */
	number: number;
	/** As the file has it. */
	asRead: Geometry;
	/** WGS-84, as the data wants it. */
	geometry: Geometry;
}

/** A feature that is not added, and why. */
export interface Skipped {
	/** Counted from 1 in the order of the file. */
	number: number;
	why: string;
}

/**
 * Brings features to WGS-84, in the form that the data wants. What has no place, what no layer
 * could draw, and what lies wholly outside of the atlas is skipped; what lies inside of it with its
 * coordinates swapped is kept, for the check to tell.
 *
 * @param bounds of the atlas
 * @param draws the kinds of geometry that are wanted
 */
export function placeAll(
	features: readonly OwnFeature[],
	datum: OwnDatum,
	bounds: Bounds,
	draws: ReadonlySet<Geometry['type']>
): { placed: Placed[]; skipped: Skipped[] } {
	const placed: Placed[] = [];
	const skipped: Skipped[] = [];
	features.forEach((feature, i) => {
		const number = i + 1;
		const skip = (why: string) => skipped.push({ number, why });
		const { geometry: asRead } = feature;
		if (!asRead) return skip('it has no place');
		const move = (position: Position) => toWgs84(position, isMoved(datum) ? datum : 'WGS-84');
		const geometry = tidy(asRead, move);
		if (!geometry) return skip('nothing is left of it at 6 decimals');
		if (!draws.has(geometry.type))
			return skip(`it is a ${geometry.type}, and this takes ${[...draws].join(' or ')}`);
		if (isOutside(geometry, bounds))
			return skip(`it lies outside of the atlas, [${bounds.join(', ')}]`);
		placed.push({ ...feature, number, asRead, geometry });
	});
	return { placed, skipped };
}

/** Coordinates that are swapped are inside, if that would be. */
function isOutside(geometry: Geometry, bounds: Bounds): boolean {
	const [west, south, east, north] = geometryBounds(geometry);
	return !meet([west, south, east, north], bounds) && !meet([south, west, north, east], bounds);
}

/** Metres: the median over the features by which the conversion moved their first positions. */
export function medianShift(placed: readonly Placed[]): number {
	const metres = placed
		.map(({ asRead, geometry }) => {
			const [from, to] = [asRead, geometry].map((one) => positionsOf(one)[0]);
			return from && to ? metresBetween(from, to) : 0;
		})
		.sort((a, b) => a - b);
	return Math.round(metres[Math.floor(metres.length / 2)] ?? 0);
}
