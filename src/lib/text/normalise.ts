import { withPlainNumerals } from './numerals';

/** A text made comparable, with the way back to its source. */
export interface Normalised {
	text: string;
	/**
	 * For every UTF-16 unit of `text`, where the stretch of the source that it comes from starts and
	 * ends. Units of one source character (㈱ gives three) share both, so a cut inside it shows.
	 */
	offsets: { starts: Uint32Array; ends: Uint32Array };
}

/** Traditional characters and the simplified ones that they are compared as. */
export type Simplified = ReadonlyMap<string, string>;

const AS_WRITTEN: Simplified = new Map();

/**
 * The text in the form in which names are compared: NFKC, lower case, one kind of dash, of middle
 * dot and of apostrophe, usual numerals for formal ones (陆号线), and simplified characters as far as
 * `simplified` has them. Invisible characters are left out, and so is a stretch of white space with
 * at most one line break that touches Chinese or stands at an end; other white space becomes one
 * space, a blank line `\n`.
 */
export function normalise(source: string, simplified = AS_WRITTEN): Normalised {
	const starts: number[] = [];
	const ends: number[] = [];
	let text = '';
	let gap: Gap | null = null;
	let afterChinese = false;

	const emit = (unit: string, start: number, end: number) => {
		text += unit;
		for (let i = 0; i < unit.length; i++) {
			starts.push(start);
			ends.push(end);
		}
	};
	for (let start = 0, end: number; start < source.length; start = end) {
		end = segmentEnd(source, start);
		const plain = fold(source.slice(start, end));
		const folded = simplified.get(plain) ?? plain;
		if (folded === '') continue;
		if (isSpace(folded)) {
			gap = widen(gap, source, start, end);
			continue;
		}
		const chinese = isChinese(folded);
		const isBreak = gap !== null && gap.breaks > 1;
		if (gap && text && (isBreak || !(chinese || afterChinese))) {
			emit(isBreak ? '\n' : ' ', gap.start, gap.end);
		}
		gap = null;
		emit(folded, start, end);
		afterChinese = chinese;
	}
	return {
		text: withPlainNumerals(text),
		offsets: { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
	};
}

/** A stretch of white space; `breaks` counts its line breaks, `\r\n` as one. */
interface Gap {
	start: number;
	end: number;
	breaks: number;
}

const SPACE = /^\s+$/;

function isSpace(text: string): boolean {
	return !(text.length === 1 && isPlain(text.charCodeAt(0))) && SPACE.test(text);
}

// Soft hyphen, zero-width characters, variation selectors, byte order mark
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
// Hyphen to horizontal bar, minus, box drawing; never 一 and the long vowel ー
const DASHES = /[\u2010-\u2015\u2212\u2500]/g;
const MIDDLE_DOTS = /[\u2022\u2027\u22C5\u30FB]/g;
const APOSTROPHES = /[\u2018\u2019\u02BC]/g;

/** The only place that says which characters are the same in every text. */
function fold(segment: string): string {
	if (segment.length > 1) return foldAny(segment);
	if (isPlain(segment.charCodeAt(0))) return segment;
	let folded = folds.get(segment);
	if (folded === undefined) folds.set(segment, (folded = foldAny(segment)));
	return folded;
}

/** Of single units: a text has few kinds of punctuation, and much of each. */
const folds = new Map<string, string>();

function foldAny(segment: string): string {
	return segment
		.replace(INVISIBLE, '')
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFKC')
		.replace(DASHES, '-')
		.replace(MIDDLE_DOTS, '·')
		.replace(APOSTROPHES, "'");
}

/** Printable ASCII without capitals, and the common Chinese characters: nothing to fold. */
function isPlain(unit: number): boolean {
	return (unit >= 0x4e00 && unit <= 0x9fff) || (unit > 0x20 && unit < 0x7f && !isCapital(unit));
}

function isCapital(unit: number): boolean {
	return unit >= 0x41 && unit <= 0x5a;
}

/** Where the character that starts there ends, together with all that composes with it. */
function segmentEnd(source: string, start: number): number {
	let end = start + width(source, start);
	while (end < source.length && composes(source, end)) end += width(source, end);
	return end;
}

function width(source: string, at: number): number {
	const unit = source.charCodeAt(at);
	return unit >= 0xd800 && unit <= 0xdbff && (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

// Also what decomposes to a mark or a medial or final jamo, as half-width ﾞ does
const COMPOSING = /^[\p{M}\u1160-\u11FF]/u;

function composes(source: string, at: number): boolean {
	const unit = source.charCodeAt(at);
	if (unit < 0x300 || (unit >= 0x4e00 && unit <= 0x9fff)) return false;
	return COMPOSING.test(String.fromCodePoint(source.codePointAt(at) ?? 0).normalize('NFKD'));
}

/** Chinese and Japanese characters and their punctuation: text that is written without spaces. */
function isChinese(text: string): boolean {
	const point = text.codePointAt(0) ?? 0;
	return (
		(point >= 0x2e80 && point <= 0x9fff) ||
		(point >= 0xf900 && point <= 0xfaff) ||
		(point >= 0x20000 && point <= 0x3ffff)
	);
}

function widen(gap: Gap | null, source: string, start: number, end: number): Gap {
	const unit = source[start];
	const isBreak = unit === '\r' || (unit === '\n' && source[start - 1] !== '\r');
	return { start: gap?.start ?? start, end, breaks: (gap?.breaks ?? 0) + (isBreak ? 1 : 0) };
}
