import type { JsonNode } from '../text/json-positions';
import type { Rule } from './rule';

export const straySpace: Rule = {
	name: 'stray-space',
	why: {
		zh: '首尾的空格看不见，却让同一个名称变成两个。',
		en: 'A space at an end can not be seen, and makes two names of one.'
	},
	severity: 'warning',
	find: ({ files }) =>
		[...files].flatMap(([file, { root }]) =>
			(root ? spacedTexts(root) : []).map(({ value, start }) => ({
				file,
				offset: start,
				message: {
					zh: `“${value}”的首尾有空格。`,
					en: `"${value}" begins or ends with a space.`
				},
				fix: { zh: '删去首尾的空格。', en: 'Take the spaces at its ends out.' }
			}))
		)
};

/** Texts anywhere in a file that begin or end with a space, a tab or a full-width space. */
export function spacedTexts(node: JsonNode): { value: string; start: number; end: number }[] {
	const { value, start, end } = node;
	if (typeof value === 'string') return value === value.trim() ? [] : [{ value, start, end }];
	return [...(node.members?.values() ?? []), ...(node.items ?? [])].flatMap(spacedTexts);
}
