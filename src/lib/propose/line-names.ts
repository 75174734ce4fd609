import { NUMERALS } from '../text/numerals';
import type { Ending } from './endings';

/** A numbered metro line in a normalised text, with its phase or branch. */
export interface LineSpan {
	start: number;
	end: number;
	/** The line's name where the text has only its number: 3号线 of 3、4号线. */
	name?: string;
	/** What goes before and after it in a suggested id. */
	id: string;
	ending: Ending;
}

const METRO: Ending = { zh: '号线', en: 'line', kind: 'metro-section', need: 'any' };

const NUMBER = String.raw`(?:[a-z]?\d+|[${NUMERALS}]+)`;
const BRANCH = String.raw`[东西南北]?(?:延伸|延长|延)(?:线|段)?|支线`;
const PHASE = String.raw`\(?第?[${NUMERALS}\d]期\)?`;
// 24号线一期, 4号线南延线, S1线, and the numbers in 3、4号线
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
	return { start, end, id: [number, tail].filter(Boolean).join(' '), ending: METRO };
}
