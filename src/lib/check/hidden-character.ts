import type { JsonNode } from '../text/json-positions';
import type { Finding, Rule } from './rule';

/**
 * Control characters besides tab and line breaks, those that change the direction of writing,
 * those without width, letters of Hangul and Braille that are blank, and halves of a pair, which
 * no address can hold; a byte order mark at the start of a file is `encoding`'s.
 */
const HIDDEN =
	/[\p{Bidi_Control}\p{Cs}\u00AD\u200B\u2060\uFEFF\u115F\u1160\u2800\u3164\uFFA0]|[^\P{Cc}\t\r\n]/u;

export const hiddenCharacter: Rule = {
	name: 'hidden-character',
	why: {
		zh: '控制文字方向的字符会把后面的内容颠倒过来；看不见的字符让同一个名称变成两个。',
		en: 'A character that turns the direction of writing reorders what stands behind it; one that nobody sees makes two names of one.'
	},
	severity: 'error',
	find: ({ files }) =>
		[...files].flatMap(([file, { root, text }]) =>
			root
				? hiddenIn(root).map(({ value, start }) => found(file, start, value))
				: linesOf(text).map(({ value, start }) => found(file, start, value))
		)
};

/** Texts anywhere in a JSON file with such a character, and where each text begins. */
function hiddenIn({ value, start, members, items }: JsonNode): { value: string; start: number }[] {
	if (typeof value === 'string') return HIDDEN.test(value) ? [{ value, start }] : [];
	return [...(members?.values() ?? []), ...(items ?? [])].flatMap(hiddenIn);
}

/** Where the lines of a text have their first such character. */
function linesOf(text: string): { value: string; start: number }[] {
	return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: value, index }) => {
		const at = value.search(HIDDEN);
		return at < 0 ? [] : [{ value, start: index + at }];
	});
}

function found(file: string, offset: number, text: string): Finding {
	const [sign = ''] = HIDDEN.exec(text) ?? [];
	const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	return {
		file,
		offset,
		message: {
			zh: `这里的文字含有看不见的字符${code}。`,
			en: `The text here has a character that nobody sees, ${code}.`
		},
		fix: { zh: '删去这个字符。', en: 'Take the character out.' }
	};
}
