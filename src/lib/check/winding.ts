import { doubleArea } from '../geo/anchor';
import { geometryPaths } from './geometry-paths';
import { featuresOf, inside } from './walk';
import type { Rule } from './rule';

export const winding: Rule = {
	name: 'winding',
	why: {
		zh: 'RFC 7946规定轮廓逆时针、洞顺时针；反了的话，有的工具会把外面全部填满。',
		en: 'RFC 7946: outlines run counter-clockwise, holes clockwise; some tools fill the rest else.'
	},
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) =>
			(geometry ? geometryPaths(geometry) : []).flatMap(({ positions, path, ring }) => {
				const area = ring ? doubleArea(positions) : 0;
				const isHole = ring === 'hole';
				if (area === 0 || area < 0 === isHole) return [];
				const start = `[${positions[0]?.join(', ')}]`;
				return [
					{
						...inside(place, 'geometry', ...path),
						message: isHole
							? {
									zh: `从${start}开始的洞是逆时针的。`,
									en: `The hole that begins at ${start} runs counter-clockwise.`
								}
							: {
									zh: `从${start}开始的轮廓是顺时针的。`,
									en: `The outline that begins at ${start} runs clockwise.`
								},
						fix: {
							zh: '把它的坐标倒过来写。',
							en: 'Write its positions in the reverse order.'
						}
					}
				];
			})
		)
};
