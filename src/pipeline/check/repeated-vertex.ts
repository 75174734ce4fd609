import type { Position } from 'geojson';
import { linesOf, polygonsOf } from '../../lib/geo/parts';
import { featuresOf } from './walk';
import type { Rule } from './rule';

export const repeatedVertex: Rule = {
	name: 'repeated-vertex',
	why: 'The same position twice in a row adds nothing and breaks joins and dashes.',
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) => {
			if (!geometry) return [];
			const paths = [...linesOf(geometry), ...polygonsOf(geometry).flat()];
			const repeated = paths.flatMap((path) => path.filter(isRepeated));
			const [first] = repeated;
			if (!first) return [];
			const more = repeated.length > 1 ? ` and ${repeated.length - 1} more places` : '';
			return [
				{
					...place,
					message: `The position [${first.join(', ')}] stands twice in a row${more && `,${more}`}.`,
					fix: 'Take the second one out.'
				}
			];
		})
};

function isRepeated(position: Position, index: number, path: Position[]): boolean {
	const before = path[index - 1];
	return before !== undefined && before[0] === position[0] && before[1] === position[1];
}
