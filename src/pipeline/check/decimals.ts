import { positionsOf } from '../../lib/geo/parts';
import { featuresOf } from './walk';
import type { Rule } from './rule';

export const decimals: Rule = {
	name: 'decimals',
	why: 'Six decimals are 0.1 m; more pretend to know what nobody measured, and fill the file.',
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) => {
			const numbers = geometry ? positionsOf(geometry).flat() : [];
			const long = numbers.filter(
				(value) => Math.abs(value * 1e6 - Math.round(value * 1e6)) > 1e-3
			);
			const [first] = long;
			if (first === undefined) return [];
			return [
				{
					...place,
					message: `${long.length} of ${numbers.length} coordinates have more than 6 decimals, the first ${first}.`,
					fix: `Round them: ${Math.round(first * 1e6) / 1e6}.`
				}
			];
		})
};
