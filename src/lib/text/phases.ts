import { NUMERALS } from './numerals';

const ROMAN = '[ivx]+';
const WORD = 'one|two|three|four|five|six';
const ORDINAL = String.raw`first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)`;
const NUMBER = String.raw`(?:\d+|[${NUMERALS}]+|${ROMAN})`;

// 二期, (二期), 第2期, 一、二期, 2标段
const CHINESE = new RegExp(
	String.raw`^\(?第?${NUMBER}(?:[、,和及与至到-]第?${NUMBER})*(?:期|标段)`
);
const LATIN = new RegExp(
	String.raw`^[ ,(]*(?:phase|stage|section)s? (?:\d+|(?:${ROMAN}|${WORD})\b)`
);
const LATIN_BEFORE = new RegExp(
	String.raw`\b(?:(?:phase|stage) (?:\d+|${ROMAN}|${WORD})|(?:${ORDINAL}) (?:phase|stage)) of (?:[a-z]+ ){0,2}$`
);

/** Far enough for any phase, near enough to stay fast in a long text. */
const REACH = 40;

/** Whether a normalised text goes on at `end` with a numbered phase or section. */
export function phaseFollows(text: string, end: number): boolean {
	const rest = text.slice(end, end + REACH);
	return CHINESE.test(rest) || LATIN.test(rest);
}

/** Whether what stands before `start` makes it a numbered phase: phase 2 of …, the second phase of …. */
export function phasePrecedes(text: string, start: number): boolean {
	return LATIN_BEFORE.test(text.slice(Math.max(0, start - REACH), start));
}
