import traditionalCharacters from 'opencc-js/dict/TSCharacters';
import type { Simplified } from './normalise';

/**
 * Traditional characters and the simplified one that each most often stands for, so that a text in
 * either finds the same names.
 */
export const SIMPLIFIED: Simplified = new Map(
	traditionalCharacters.split('|').flatMap((pair) => {
		const [traditional, simplified] = pair.split(' ');
		return traditional && simplified && traditional !== simplified
			? [[traditional, simplified] as const]
			: [];
	})
);
