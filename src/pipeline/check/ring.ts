import type { Position } from 'geojson';
import { polygonsOf } from '../../lib/geo/parts';
import { featuresOf } from './walk';
import type { Rule } from './rule';

export const ring: Rule = {
	name: 'ring',
	why: "An area's outline must come back to where it began, over at least three corners.",
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) =>
			(geometry ? polygonsOf(geometry).flat() : []).flatMap((positions, index) => {
				const fault = faultOf(positions);
				return fault
					? [{ ...place, message: `Ring ${index + 1} ${fault[0]}.`, fix: fault[1] }]
					: [];
			})
		)
};

function faultOf(positions: Position[]): [message: string, fix: string] | null {
	const first = positions[0];
	const last = positions.at(-1);
	if (!first || !last) return ['has no positions', 'Take it out or draw it.'];
	if (first[0] !== last[0] || first[1] !== last[1]) {
		return [
			`is not closed: it begins at [${first.join(', ')}] and ends at [${last.join(', ')}]`,
			`Add [${first.join(', ')}] at its end.`
		];
	}
	if (positions.length >= 4) return null;
	return [`has only ${positions.length} positions`, 'An area needs 3 corners and the first again.'];
}
