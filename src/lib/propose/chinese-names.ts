import type { Kind } from '../atlas/terms';
import { endingOf, type Ending } from './endings';
import { isCommonNoun, isEveryday, isGuess, isNoName, isPartOfName } from './no-names';
import { startOfName, stemOf } from './stems';
import { isUnknown, type Word } from './words';

/** A stretch of a normalised text that looks like the name of a place. */
export interface NameSpan {
	start: number;
	end: number;
	/** Where its ending starts. */
	stemEnd: number;
	ending: Ending;
}

/**
 * The stretches of a text that look like names of places: an ending that says what they are, and
 * before it words that name, as far as the last boundary. Of names inside one another the whole
 * counts: 机场路隧道 and not also 机场路.
 */
export function chineseNames(text: string, words: readonly Word[]): NameSpan[] {
	const spans: NameSpan[] = [];
	for (const [w, word] of words.entries()) {
		for (const end of endsIn(word)) {
			const before = spans.at(-1);
			const floor = spans.findLast(({ ending }) => ending.closes)?.end ?? 0;
			const span = nameEndingAt(text, words, w, end, floor, before);
			if (!span) continue;
			if (before && standsAfter(before, span, words)) span.start = firstOwn(words, before.end);
			if (isNoName(text.slice(span.start, span.end))) continue;
			for (let last = spans.at(-1); last && last.end > span.start; last = spans.at(-1)) {
				span.start = Math.min(span.start, last.start);
				spans.pop();
			}
			const whole = spans.at(-1);
			if (whole && isPartOf(whole, span)) {
				span.start = whole.start;
				spans.pop();
			}
			spans.push(span);
		}
	}
	return spans;
}

/** Of kinds on which something else stands. */
const WAYS: ReadonlySet<Kind> = new Set<Kind>(['road', 'station']);

/** 三环路成彭立交: a road or station and, with a name of its own, what stands on it. */
function standsAfter(
	before: NameSpan,
	{ start, stemEnd }: NameSpan,
	words: readonly Word[]
): boolean {
	const isOn = WAYS.has(before.ending.kind) && before.end > start;
	return isOn && firstOwn(words, before.end) < stemEnd;
}

function firstOwn(words: readonly Word[], from: number): number {
	return words.find(({ start, part }) => start >= from && part === 'own')?.start ?? Infinity;
}

/** Where an ending may end: with a word, and anywhere in one that no dictionary knows. */
function endsIn(word: Word): number[] {
	const { start, end, tag, part } = word;
	if (tag === null || part === 'boundary') return [];
	return isUnknown(word) ? Array.from({ length: end - start }, (_, i) => start + i + 1) : [end];
}

function nameEndingAt(
	text: string,
	words: readonly Word[],
	last: number,
	end: number,
	floor: number,
	before: NameSpan | undefined
): NameSpan | null {
	const ending = endingOf(text.slice(floor, end));
	if (!ending || isEveryday(words[last], text, end, ending)) return null;
	// 大道北延段 is north of 大道
	if (/^大道.$/.test(ending.zh) && /[延段侧外]/.test(text[end] ?? ''))
		return nameEndingAt(text, words, last, end - 1, floor, before);
	const stemEnd = end - ending.zh.length;
	const stem = stemOf(text, words, last, stemEnd, floor, ending);
	if (isGuess(stem.at(-1), stemEnd, ending)) return null;
	if (isCommonNoun(words[last], end, stem)) return null;
	const start = startOfLonger(before, stemEnd) ?? startOfName(stem, ending, floor);
	if (start === null) return null;
	if (ending.zh.length === 1 && ending.kind === 'waterfront' && isPartOfName(words[last + 1]))
		return null;
	return { start, end, stemEnd, ending };
}

/** What belongs to the place whose name stands before it. */
const PARTS = new Set(['院区', '校区', '厂区', '学院', '医院', '学校', '研究院', '园区', '产业园']);
const HEADS: ReadonlySet<Kind> = new Set<Kind>(['campus', 'lab', 'factory', 'innovation', 'area']);

/** 宁波市第一医院方桥院区 */
function isPartOf({ end, ending }: NameSpan, part: NameSpan): boolean {
	const isBody = HEADS.has(ending.kind) && !ending.closes;
	return isBody && end === part.start && PARTS.has(part.ending.zh);
}

/** Where a name begins that another one is part of: 营盘路 of 营盘路隧道. */
function startOfLonger(before: NameSpan | undefined, stemEnd: number): number | null {
	return before?.end === stemEnd ? before.start : null;
}
