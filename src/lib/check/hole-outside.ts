import { within } from '../geo/within';
import { polygonsIn } from './polygons';
import { featuresOf, inside } from './walk';
import type { Rule } from './rule';

export const holeOutside: Rule = {
	name: 'hole-outside',
	why: {
		zh: '洞是从面里挖去的；在面外的洞，有的工具会把它填成另一块面。',
		en: 'A hole is cut out of its area; one beside it, some tools fill as another area.'
	},
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) =>
			polygonsIn(geometry).flatMap(({ rings: [outline = [], ...holes], path }) =>
				holes.flatMap((hole, i) => {
					const area = { type: 'Polygon' as const, coordinates: [outline] };
					const [first] = hole;
					if (!first || outline.length < 4) return [];
					if (hole.some((position) => within(position, area))) return [];
					const start = `[${first.join(', ')}]`;
					return [
						{
							...inside(place, 'geometry', ...path, i + 1),
							message: {
								zh: `从${start}开始的洞不在轮廓里面。`,
								en: `The hole that begins at ${start} lies outside of its outline.`
							},
							fix: {
								zh: '如果是另一块面，写成MultiPolygon的一个面；否则删去它。',
								en: 'If it is another area, make it a polygon of a MultiPolygon; else take it out.'
							}
						}
					];
				})
			)
		)
};
