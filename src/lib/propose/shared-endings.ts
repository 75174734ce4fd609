import type { NameSpan } from './chinese-names';

/** A name whose ending stands with a later one: 一号 of 一号、二号隧道. */
interface Shared {
	/** The stretch that the text has of it, with the ending that it shares. */
	span: NameSpan;
	/** The whole name. */
	name: string;
	stem: string;
}

const NUMBERED = /^第?(?:\d+|[一二三四五六七八九十]+)号?$/;
const NUMBERS_BEFORE = /(?:第?(?:\d+|[一二三四五六七八九十]+)号?[、,和与及])+$/;
/** Roads that are called by a word of two characters as often as by a longer one: 内环、绕城高速. */
const ROADS = new Set(['高速', '高速公路', '快速路', '高架']);
const ROADS_BEFORE = /(?<=^|[^\p{L}\p{N}]|[经由沿])(?:\p{Script=Han}{2}、)+$/u;

/** The names that stand before one whose ending they share. */
export function sharedEndings(text: string, spans: readonly NameSpan[]): Shared[] {
	return spans.flatMap((span, i) => {
		const before = text.slice(0, span.start);
		const list = listBefore(before, text.slice(span.start, span.stemEnd), span.ending.zh);
		const from = span.start - list.length;
		if (from < (spans[i - 1]?.end ?? 0)) return [];
		return [...list.matchAll(/[^、,和与及]+/g)].map(({ 0: stem, index }) => {
			const start = from + index;
			const end = start + stem.length;
			const name = stem + span.ending.zh;
			return { span: { ...span, start, end, stemEnd: end }, name, stem };
		});
	});
}

function listBefore(before: string, stem: string, ending: string): string {
	if (NUMBERED.test(stem)) return NUMBERS_BEFORE.exec(before)?.[0] ?? '';
	return ROADS.has(ending) ? (ROADS_BEFORE.exec(before)?.[0] ?? '') : '';
}
