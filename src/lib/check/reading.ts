import type { Geometry, Position } from 'geojson';
import type { Bilingual, Location } from '../atlas/schema';
import { toWgs84 } from '../geo/datum';
import { metresBetween, metresTo } from '../geo/nearest';
import type { JsonPath } from '../source/json-path';
import { inside, locatedFeaturesOf } from './walk';
import type { Finding, Rule } from './rule';

/** Metres by which a point may differ from its converted reading: rounding, twice. */
const ROUNDING = 2;

export const reading: Rule = {
	name: 'reading',
	why: {
		zh: '国内地图服务的坐标偏移约500米，图形必须换算回来。',
		en: 'Map services in China shift positions by some 500 m; the geometry must be shifted back.'
	},
	severity: 'error',
	find: (data) =>
		locatedFeaturesOf(data).flatMap(({ place, geometry, location }) => {
			const fault = geometry && faultOf(geometry, location);
			if (!fault) return [];
			const { at, message, fix } = fault;
			return [{ ...inside(place, ...at), message, fix }];
		})
};

const GEOMETRY: JsonPath = ['geometry', 'coordinates'];
const READING: JsonPath = ['properties', 'location', 'reading', 'position'];

/** What is wrong, and where in the feature. */
type Fault = Pick<Finding, 'message' | 'fix'> & { at: JsonPath };

function faultOf(geometry: Geometry, { reading, accuracy }: Location): Fault | null {
	if (!reading) return null;
	const { position, datum } = reading;
	const converted = toWgs84(position, datum);
	const off = metresTo(converted, geometry);
	const allowed = geometry.type === 'Point' ? ROUNDING : ROUNDING + (accuracy ?? 0);
	if (off <= allowed) return null;
	const swapped: Position = [position[1], position[0]];
	if (metresTo(toWgs84(swapped, datum), geometry) <= allowed) return swappedFault(swapped);
	const shown = `[${converted.join(', ')}]`;
	const from =
		datum === 'WGS-84'
			? { zh: '读数', en: 'its reading' }
			: {
					zh: `从${datum}转换后的读数${shown}`,
					en: `its reading, converted from ${datum}: ${shown}`
				};
	const why = causeOf(geometry, position, converted, datum);
	const { type } = geometry;
	return {
		at: GEOMETRY,
		message: {
			zh: `${type}与${from.zh}相距${Math.round(off)}米。${why.zh}`,
			en: `The ${type} is ${Math.round(off)} m from ${from.en}.${why.en}`
		},
		fix:
			type === 'Point'
				? {
						zh: `坐标写成${shown}，或改正"location.reading"。`,
						en: `Write ${shown} as its coordinates, or correct "location.reading".`
					}
				: {
						zh: '把每个坐标转换为WGS-84，或改正"location.reading"。',
						en: 'Convert every position to WGS-84, or correct "location.reading".'
					}
	};
}

function swappedFault(position: Position): Fault {
	const shown = `[${position.join(', ')}]`;
	return {
		at: READING,
		message: {
			zh: '"location.reading"写成了[纬度, 经度]：对调之后与图形相符。',
			en: '"location.reading" is written as [lat, lng]: swapped, it agrees with the geometry.'
		},
		fix: { zh: `把经度写在前面：${shown}。`, en: `Write longitude first: ${shown}.` }
	};
}

const UNKNOWN: Bilingual = { zh: '', en: '' };

function causeOf(
	geometry: Geometry,
	position: Position,
	converted: Position,
	datum: NonNullable<Location['reading']>['datum']
): Bilingual {
	if (geometry.type !== 'Point') return UNKNOWN;
	if (datum === 'WGS-84') {
		const at = geometry.coordinates;
		const guess = (['GCJ-02', 'BD-09'] as const).find(
			(other) => metresBetween(toWgs84(at, other), position) <= ROUNDING
		);
		if (!guess) return UNKNOWN;
		return {
			zh: `图形是读数偏移成${guess}的结果。`,
			en: ` The geometry is the reading shifted to ${guess}.`
		};
	}
	if (metresTo(position, geometry) <= ROUNDING) {
		return { zh: '它就是读数本身，没有转换。', en: ' It is the reading, not converted.' };
	}
	const twice = toWgs84(converted, datum);
	if (metresTo(twice, geometry) > ROUNDING) return UNKNOWN;
	return { zh: '它被转换了两次。', en: ' It was converted twice.' };
}
