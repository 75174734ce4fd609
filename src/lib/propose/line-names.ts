import { NUMERALS, numeralValue } from '../text/numerals';
import type { Ending } from './endings';

/** A numbered metro line in a normalised text, with its phase or branch. */
export interface LineSpan {
	start: number;
	end: number;
	/** The line's name where the text has only its number: 3号线 of 3、4号线. */
	name?: string;
	/** What tells it from other lines, for its suggested id: number, branch, phase. */
	idWords: string[];
	ending: Ending;
}

const METRO: Ending = { zh: '号线', en: 'line', kind: 'metro-section', need: 'any' };

const NUMBER = String.raw`(?:[a-z]?\d+|[${NUMERALS}]+)`;
const BRANCH = String.raw`[东西南北]?(?:延伸|延长|延)(?:线|段)?|支线`;
const PHASE = String.raw`\(?第?[${NUMERALS}\d]期\)?`;
// 3号线一期, 4号线南延线, S1线, and the numbers in 3、4号线
const LINE = new RegExp(
	String.raw`(?<first>(?:(?<![\da-z.])${NUMBER}号?[、,和及与])*)` +
		String.raw`(?<![\da-z.])(?<number>${NUMBER})(?:号线|(?<=[a-z]\d+)线)(?<tail>${BRANCH})?(?<phase>${PHASE})?`,
	'g'
);

/** Every numbered line that a normalised text names, in text order. */
export function lineNames(text: string): LineSpan[] {
	return [...text.matchAll(LINE)].flatMap((found) => {
		const { first = '', number = '', tail = '', phase = '' } = found.groups ?? {};
		const numbers = [...first.matchAll(new RegExp(NUMBER, 'g'))].map(({ 0: text, index }) => {
			const start = found.index + index;
			return { text, start, end: start + text.length };
		});
		const start = found.index + first.length;
		const end = found.index + found[0].length;
		return [
			...numbers.map((one) => ({
				...span(one.start, one.end, one.text, ''),
				name: `${one.text}号线`
			})),
			span(start, end, number, tail + phase)
		];
	});
}

function span(start: number, end: number, number: string, tail: string): LineSpan {
	const phase = /[〇零一二三四五六七八九十\d]+(?=期)/.exec(tail)?.[0] ?? '';
	const branch = tail.replace(/\(?第?[^()]期\)?/, '');
	const idWords = [number, branch, ...(phase ? ['phase', phase] : [])].filter(Boolean);
	return { start, end, idWords: idWords.map(inDigits), ending: METRO };
}

function inDigits(word: string): string {
	return String(numeralValue(word) ?? word);
}
