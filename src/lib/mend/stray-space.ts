import { spacedTexts } from '../check/stray-space';
import type { Mender } from './mender';

export const straySpace: Mender = {
	rule: 'stray-space',
	did: { zh: '删去了首尾的空格', en: 'took the spaces at its ends out' },
	mends: ({ text, root }) =>
		(root ? spacedTexts(root) : []).flatMap(({ start, end }) => {
			const inside = text.slice(start + 1, end - 1);
			const kept = inside.trim();
			// spaces written as "\t" or "\u3000" are left to people, and so is a text of nothing else
			if (kept === '' || kept === inside) return [];
			return [{ edits: [{ start: start + 1, end: end - 1, text: kept }] }];
		})
};
