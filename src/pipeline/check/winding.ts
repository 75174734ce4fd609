import { doubleArea } from '../../lib/geo/anchor';
import { polygonsOf } from '../../lib/geo/parts';
import { featuresOf } from './walk';
import type { Rule } from './rule';

export const winding: Rule = {
	name: 'winding',
	why: 'RFC 7946: outlines run counter-clockwise, holes clockwise; some tools fill the rest else.',
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) =>
			(geometry ? polygonsOf(geometry) : []).flatMap((rings) =>
				rings.flatMap((positions, index) => {
					const area = doubleArea(positions);
					const isHole = index > 0;
					if (area === 0 || area < 0 === isHole) return [];
					const start = `[${positions[0]?.join(', ')}]`;
					const message = isHole
						? `The hole that begins at ${start} runs counter-clockwise.`
						: `The outline that begins at ${start} runs clockwise.`;
					return [{ ...place, message, fix: 'Write its positions in the reverse order.' }];
				})
			)
		)
};
