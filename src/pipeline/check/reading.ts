import { toWgs84 } from '../../lib/geo/datum';
import { metresBetween, metresTo } from '../../lib/geo/nearest';
import type { Geometry, Position } from 'geojson';
import type { Location } from '../../lib/atlas/schema';
import { locatedFeaturesOf } from './walk';
import type { Rule } from './rule';

/** Metres by which a point may differ from its converted reading: rounding, twice. */
const ROUNDING = 2;

export const reading: Rule = {
	name: 'reading',
	why: 'Map services in China shift positions by some 500 m; the geometry must be shifted back.',
	severity: 'error',
	find: (data) =>
		locatedFeaturesOf(data).flatMap(({ place, geometry, location }) => {
			const fault = geometry && faultOf(geometry, location);
			return fault ? [{ ...place, ...fault }] : [];
		})
};

function faultOf(
	geometry: Geometry,
	{ reading, accuracy }: Location
): { message: string; fix: string } | null {
	if (!reading) return null;
	const { position, datum } = reading;
	const converted = toWgs84(position, datum);
	const off = metresTo(converted, geometry);
	const allowed = geometry.type === 'Point' ? ROUNDING : ROUNDING + (accuracy ?? 0);
	if (off <= allowed) return null;
	const shown = `[${converted.join(', ')}]`;
	const from =
		datum === 'WGS-84' ? 'its reading' : `its reading, converted from ${datum}: ${shown}`;
	return {
		message: `The ${geometry.type} is ${Math.round(off)} m from ${from}.${cause(geometry, position, converted, datum)}`,
		fix:
			geometry.type === 'Point'
				? `Write ${shown} as its coordinates, or correct "location.reading".`
				: 'Convert every position to WGS-84, or correct "location.reading".'
	};
}

function cause(
	geometry: Geometry,
	position: Position,
	converted: Position,
	datum: NonNullable<Location['reading']>['datum']
): string {
	if (geometry.type !== 'Point') return '';
	if (datum === 'WGS-84') {
		const at = geometry.coordinates;
		const guess = (['GCJ-02', 'BD-09'] as const).find(
			(other) => metresBetween(toWgs84(at, other), position) <= ROUNDING
		);
		return guess ? ` The geometry is the reading shifted to ${guess}.` : '';
	}
	if (metresTo(position, geometry) <= ROUNDING) return ' It is the reading, not converted.';
	const twice = toWgs84(converted, datum);
	return metresTo(twice, geometry) <= ROUNDING ? ' It was converted twice.' : '';
}
