import type { Section } from '../atlas/atlas';
import { normalise, type Normalised } from '../text/normalise';
import type { Stretch } from './meeting';
import type { FoundName } from './searcher';

/** A passage that holds what is looked for. */
export interface FoundPassage {
	n: number;
	/** A piece of it around the find. */
	excerpt: FoundName;
}

interface Prepared {
	n: number;
	source: string;
	text: Normalised;
}

/** Characters of a passage that are shown before and after a find. */
const BEFORE = 12;
const AFTER = 40;

/** Finds words in the passages of a text. */
export class PassageSearcher {
	readonly #passages: Prepared[];

	constructor(sections: readonly Section[]) {
		this.#passages = sections.flatMap(({ passages }) =>
			passages.map(({ n, parts }) => {
				const source = parts.map(({ text }) => text).join('');
				return { n, source, text: normalise(source) };
			})
		);
	}

	/**
	 * The passages that hold a text, in their order.
	 *
	 * @param query in simplified characters; two of them or three letters at least
	 */
	find(query: string): FoundPassage[] {
		const wanted = normalise(query).text;
		const isChinese = wanted > '\u2e80';
		if ([...wanted].length < (isChinese ? 2 : 3)) return [];
		return this.#passages.flatMap(({ n, source, text }) => {
			const at = indexOf(text.text, wanted, isChinese);
			if (at < 0) return [];
			const { starts, ends } = text.offsets;
			const found: Stretch = [starts[at] ?? 0, ends[at + wanted.length - 1] ?? 0];
			return [{ n, excerpt: excerpt(source, found) }];
		});
	}
}

/** Of letters only where a word begins. */
function indexOf(text: string, wanted: string, isChinese: boolean): number {
	let at = text.indexOf(wanted);
	while (at > 0 && !isChinese && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))
		at = text.indexOf(wanted, at + 1);
	return at;
}

function excerpt(source: string, [start, end]: Stretch): FoundName {
	const from = cut(source, Math.max(0, start - BEFORE), -1);
	const to = cut(source, Math.min(source.length, end + AFTER), 1);
	const before = from > 0 ? '…' : '';
	const shift = before.length - from;
	return {
		text: before + source.slice(from, to) + (to < source.length ? '…' : ''),
		marked: [[start + shift, end + shift]]
	};
}

/** Not within a word of letters, nor between the halves of a character. */
function cut(source: string, at: number, step: 1 | -1): number {
	while (
		at > 0 &&
		at < source.length &&
		/^[\w\uDC00-\uDFFF]/.test(source.slice(at)) &&
		/[\w\uD800-\uDBFF]$/.test(source.slice(0, at))
	)
		at += step;
	return at;
}
