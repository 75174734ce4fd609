import { placedPositions } from './geometry-paths';
import { featuresOf, inside } from './walk';
import type { Rule } from './rule';

export const decimals: Rule = {
	name: 'decimals',
	why: {
		zh: '六位小数就是0.1米；再多就是假装知道谁也没量过的东西，还撑大文件。',
		en: 'Six decimals are 0.1 m; more pretend to know what nobody measured, and fill the file.'
	},
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) => {
			const positions = geometry ? placedPositions(geometry) : [];
			const long = positions.flatMap(({ position, path }) =>
				position.filter(isLong).map((value) => ({ value, path }))
			);
			const [first] = long;
			if (!first) return [];
			const count = positions.flatMap(({ position }) => position).length;
			return [
				{
					...inside(place, 'geometry', ...first.path),
					message: {
						zh: `${count}个坐标值中有${long.length}个超过6位小数，第一个是${first.value}。`,
						en: `${long.length} of ${count} coordinates have more than 6 decimals, the first ${first.value}.`
					},
					fix: {
						zh: `四舍五入：${rounded(first.value)}。`,
						en: `Round them: ${rounded(first.value)}.`
					}
				}
			];
		})
};

/** Whether a coordinate has more than six decimals. */
export function isLong(value: number): boolean {
	return Math.abs(value * 1e6 - Math.round(value * 1e6)) > 1e-3;
}

function rounded(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
