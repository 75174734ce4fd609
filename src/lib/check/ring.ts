import type { Position } from 'geojson';
import { geometryPaths } from './geometry-paths';
import { featuresOf, inside } from './walk';
import type { Finding, Rule } from './rule';

export const ring: Rule = {
	name: 'ring',
	why: {
		zh: '面的轮廓要回到起点，至少有三个角。',
		en: "An area's outline must come back to where it began, over at least three corners."
	},
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) =>
			(geometry ? geometryPaths(geometry) : [])
				.filter(({ ring }) => ring !== null)
				.flatMap(({ positions, path }, index) => {
					const fault = faultOf(positions, index + 1);
					return fault ? [{ ...inside(place, 'geometry', ...path), ...fault }] : [];
				})
		)
};

function faultOf(
	positions: readonly Position[],
	number: number
): Pick<Finding, 'message' | 'fix'> | null {
	const first = positions[0];
	const last = positions.at(-1);
	if (!first || !last) {
		return {
			message: { zh: `第${number}个环没有坐标。`, en: `Ring ${number} has no positions.` },
			fix: { zh: '删去它，或把它画出来。', en: 'Take it out or draw it.' }
		};
	}
	const [start, end] = [first, last].map((position) => `[${position.join(', ')}]`);
	if (first[0] !== last[0] || first[1] !== last[1]) {
		return {
			message: {
				zh: `第${number}个环没有闭合：起点是${start}，终点是${end}。`,
				en: `Ring ${number} is not closed: it begins at ${start} and ends at ${end}.`
			},
			fix: { zh: `在末尾加上${start}。`, en: `Add ${start} at its end.` }
		};
	}
	if (positions.length >= 4) return null;
	return {
		message: {
			zh: `第${number}个环只有${positions.length}个坐标。`,
			en: `Ring ${number} has only ${positions.length} positions.`
		},
		fix: {
			zh: '面要有3个角，再加上起点。',
			en: 'An area needs 3 corners and the first again.'
		}
	};
}
