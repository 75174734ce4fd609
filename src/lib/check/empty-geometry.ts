import type { Geometry } from 'geojson';
import type { Bilingual } from '../atlas/schema';
import { lengthOf } from '../geo/length';
import { polygonsOf, positionsOf } from '../geo/parts';
import { geometryPaths } from './geometry-paths';
import { featuresOf, inside } from './walk';
import type { JsonPath } from '../source/json-path';
import type { Rule } from './rule';

export const emptyGeometry: Rule = {
	name: 'empty-geometry',
	why: {
		zh: '没有坐标的图形、没有长度的线，什么也画不出来。',
		en: 'A geometry without positions, or a line without length, draws nothing.'
	},
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) => {
			const fault = geometry && emptiness(geometry);
			if (!fault) return [];
			return [
				{
					...inside(place, 'geometry', ...fault.path),
					message: fault.message,
					fix: { zh: '把它画出来，或删去这一部分。', en: 'Draw it, or take that part out.' }
				}
			];
		})
};

function emptiness(geometry: Geometry): { path: JsonPath; message: Bilingual } | null {
	if (positionsOf(geometry).length === 0) {
		const { type } = geometry;
		const message = { zh: `${type}没有任何坐标。`, en: `The ${type} has no positions.` };
		return { path: ['coordinates'], message };
	}
	if (polygonsOf(geometry).some((rings) => rings.length === 0)) {
		const message = { zh: '有一个面没有环。', en: 'A polygon has no rings.' };
		return { path: ['coordinates'], message };
	}
	const empty = geometryPaths(geometry).find(({ ring, positions }) => {
		return ring === null && lengthOf({ type: 'LineString', coordinates: positions }) === 0;
	});
	const message = { zh: '有一条线没有长度。', en: 'A line has no length.' };
	return empty ? { path: empty.path, message } : null;
}
