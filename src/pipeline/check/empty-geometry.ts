import { lengthOf } from '../../lib/geo/length';
import { linesOf, polygonsOf, positionsOf } from '../../lib/geo/parts';
import type { Geometry } from 'geojson';
import { featuresOf } from './walk';
import type { Rule } from './rule';

export const emptyGeometry: Rule = {
	name: 'empty-geometry',
	why: 'A geometry without positions, or a line without length, draws nothing.',
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) => {
			const what = geometry && emptiness(geometry);
			if (!what) return [];
			return [{ ...place, message: `${what}.`, fix: 'Draw it, or take that part out.' }];
		})
};

function emptiness(geometry: Geometry): string | null {
	if (positionsOf(geometry).length === 0) return `The ${geometry.type} has no positions`;
	if (polygonsOf(geometry).some((rings) => rings.length === 0)) return 'A polygon has no rings';
	const lines = linesOf(geometry);
	const empty = lines.some((line) => lengthOf({ type: 'LineString', coordinates: line }) === 0);
	return empty ? 'A line has no length' : null;
}
