import type { JsonNode } from '../text/json-positions';
import { pathNodes } from './geometry-nodes';
import { isSamePosition } from './same-position';
import type { Mender } from './mender';

export const repeatedVertex: Mender = {
	rule: 'repeated-vertex',
	did: { zh: '删去了连续重复的坐标', en: 'took repeated positions out' },
	mends: (file) =>
		pathNodes(file).flatMap(({ ring, positions, list: _, ...feature }) => {
			const repeated = positions.flatMap((position, i) => {
				const before = positions[i - 1];
				return before && isSamePosition(position, before) ? [{ position, before }] : [];
			});
			// what would be left is no line and no area: an editor has to draw it
			const least = !ring ? 2 : isClosed(positions) ? 4 : 3;
			if (repeated.length === 0 || positions.length - repeated.length < least) return [];
			return [{ ...feature, edits: repeated.map(removal) }];
		})
};

/** An outline that isn't will get its first position at the end (`ring.ts`). */
function isClosed(positions: readonly JsonNode[]): boolean {
	const [first, last] = [positions[0], positions.at(-1)];
	return first !== undefined && last !== undefined && isSamePosition(first, last);
}

/** Takes a position out together with the comma before it. */
function removal({ position, before }: { position: JsonNode; before: JsonNode }) {
	return { start: before.end, end: position.end, text: '' };
}
