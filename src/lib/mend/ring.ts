import { pathNodes } from './geometry-nodes';
import type { Mender } from './mender';
import { isSamePosition } from './same-position';

export const ring: Mender = {
	rule: 'ring',
	did: { zh: '在末尾补上起点，闭合了轮廓', en: 'closed the outline with its first position' },
	mends: (file) =>
		pathNodes(file).flatMap(({ ring, positions, list: _, ...feature }) => {
			const [first] = positions;
			const last = positions.at(-1);
			const before = positions.at(-2);
			// with fewer than three corners closing it makes no area
			if (ring === null || !first || !last || !before || positions.length < 3) return [];
			if (isSamePosition(first, last)) return [];
			const between = file.text.slice(before.end, last.start);
			const text = between + file.text.slice(first.start, first.end);
			return [{ ...feature, edits: [{ start: last.end, end: last.end, text }] }];
		})
};
