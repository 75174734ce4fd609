import { crossingOf } from './crossing';
import { polygonsIn } from './polygons';
import { featuresOf, inside } from './walk';
import type { Rule } from './rule';

export const selfIntersection: Rule = {
	name: 'self-intersection',
	why: {
		zh: '自己与自己相交的轮廓没有里外之分：填色、面积和包含关系都会出错。',
		en: 'An outline that crosses itself has no inside: fill, area and "is it in" go wrong.'
	},
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) =>
			polygonsIn(geometry).flatMap(({ rings, path }) => {
				const at = crossingOf(rings);
				if (!at) return [];
				const shown = `[${at.join(', ')}]`;
				return [
					{
						...inside(place, 'geometry', ...path),
						message: {
							zh: `轮廓在${shown}附近与自身或它的洞相交。`,
							en: `The outline crosses itself or one of its holes near ${shown}.`
						},
						fix: {
							zh: '移动或删去打圈的那个角。',
							en: 'Move or take out the corner that makes the loop.'
						}
					}
				];
			})
		)
};
