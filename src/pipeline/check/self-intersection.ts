import { polygonsOf } from '../../lib/geo/parts';
import { crossingOf } from './crossing';
import { featuresOf } from './walk';
import type { Rule } from './rule';

export const selfIntersection: Rule = {
	name: 'self-intersection',
	why: 'An outline that crosses itself has no inside: fill, area and "is it in" go wrong.',
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) =>
			(geometry ? polygonsOf(geometry) : []).flatMap((rings) => {
				const at = crossingOf(rings);
				if (!at) return [];
				return [
					{
						...place,
						message: `The outline crosses itself or one of its holes near [${at.join(', ')}].`,
						fix: 'Move or take out the corner that makes the loop.'
					}
				];
			})
		)
};
