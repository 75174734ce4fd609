import type { Position } from 'geojson';
import { geometryPaths } from './geometry-paths';
import { featuresOf, inside } from './walk';
import type { Rule } from './rule';

export const repeatedVertex: Rule = {
	name: 'repeated-vertex',
	why: {
		zh: '同一坐标连写两次没有用处，还会弄坏转角和虚线。',
		en: 'The same position twice in a row adds nothing and breaks joins and dashes.'
	},
	severity: 'error',
	find: (data) =>
		featuresOf(data).flatMap(({ place, geometry }) => {
			const repeated = (geometry ? geometryPaths(geometry) : []).flatMap(({ positions, path }) =>
				positions.flatMap((position, i) => {
					return isRepeated(position, positions[i - 1]) ? [{ position, path: [...path, i] }] : [];
				})
			);
			const [first] = repeated;
			if (!first) return [];
			const shown = `[${first.position.join(', ')}]`;
			const more = repeated.length - 1;
			return [
				{
					...inside(place, 'geometry', ...first.path),
					message: {
						zh: `坐标${shown}连续出现了两次${more > 0 ? `，另外还有${more}处` : ''}。`,
						en: `The position ${shown} stands twice in a row${more > 0 ? `, and ${more} more places` : ''}.`
					},
					fix: { zh: '删去第二个。', en: 'Take the second one out.' }
				}
			];
		})
};

function isRepeated(position: Position, before: Position | undefined): boolean {
	return before?.[0] === position[0] && before?.[1] === position[1];
}
