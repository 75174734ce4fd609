import type { Kind } from '../atlas/terms';
import { ACTIONS, DESCRIPTIONS, FUNCTION_CHARACTERS, PURPOSES } from './boundaries';
import { ENDING_WORDS, endingOf, type Ending } from './endings';
import { isUnknown, type Word } from './words';

/** The words before an ending back to the last boundary, in text order; the last may be cut. */
export function stemOf(
	text: string,
	words: readonly Word[],
	last: number,
	stemEnd: number,
	floor: number,
	{ kind, zh }: Ending
): Word[] {
	const stem: Word[] = [];
	for (let i = last; i >= 0; i--) {
		const word = words[i];
		if (!word || word.start < floor) break;
		if (word.start >= stemEnd) continue;
		if (
			word.text === '与' &&
			BODIES.has(kind) &&
			goesOnBefore(text.slice(floor, word.start), words[i - 1])
		) {
			stem.unshift({ ...word, part: 'soft' });
			continue;
		}
		// 中铁建设集团有限公司: what a firm does is part of its name
		if (zh.includes('有限') && word.tag === 'vn') {
			stem.unshift({ ...word, part: 'soft' });
			continue;
		}
		if (word.part === 'boundary') {
			// 建设路: a verb alone, at the beginning of a phrase, is what the street is called
			if (stem.length === 0 && isCalled(word, words[i - 1], zh))
				stem.unshift({ ...word, part: 'soft' });
			break;
		}
		const stretch = Math.min(word.end, stemEnd);
		stem.unshift({ ...word, text: text.slice(word.start, stretch), end: stretch });
	}
	return stem;
}

/** Whose names may hold 与: 水与环境研究院. */
const BODIES: ReadonlySet<Kind> = new Set<Kind>(['lab', 'innovation', 'finance', 'campus']);

/** Whether what stands before 与 is no whole name, so that 与 joins words of one. */
function goesOnBefore(before: string, word: Word | undefined): boolean {
	return word !== undefined && word.part !== 'boundary' && endingOf(before) === null;
}

/** What is called by a verb, and what by one that does no work in news. */
const STREETS = new Set(['路', '街', '大街', '大路', '大道', '公园', '广场']);
const TOWNS = new Set(['镇', '乡', '新区']);

/**
 * Whether a verb or adverb is a name: at the beginning of a phrase (建设路, 建新镇), and after 的 or
 * 在 if it does no work in news (在人民路).
 */
function isCalled(word: Word, before: Word | undefined, zh: string): boolean {
	const isWord = word.text.length > 1 && /^(?:vn?|d)$/.test(word.tag ?? '');
	if (!isWord || !(STREETS.has(zh) || TOWNS.has(zh))) return false;
	const begins = before === undefined || !/[\p{L}\p{N}]/u.test(before.text);
	if (begins && STREETS.has(zh)) return true;
	return (begins || FUNCTION_CHARACTERS.has(before.text)) && !ACTIONS.has(word.text);
}

/** Where the name begins, or `null` if what stands before the ending names nothing. */
export function startOfName(stem: readonly Word[], ending: Ending, floor: number): number | null {
	const inside = withoutDistricts(stem, ending);
	const own = inside.findIndex(({ part }) => part === 'own');
	if (own >= 0) return inside[startOfBroken(inside, own, ending)]?.start ?? null;
	const nearest = inside.at(-1);
	if (nearest && isNumbered(nearest, ending)) return nearest.start;
	const isInside = inside !== stem || (floor > 0 && stem[0]?.start === floor);
	return ending.need === 'own' && !(isInside && ending.kind === 'community')
		? null
		: startOfDescribed(inside, ending, isInside);
}

/**
 * A name that the tagger doesn't know may fall into a word that it knows and a rest (鹦鹉 and 洲).
 * That word belongs to the name if the phrase begins with it.
 */
function startOfBroken(stem: readonly Word[], own: number, { kind }: Ending): number {
	const [first] = stem;
	const rest = stem[own];
	if (own !== 1 || !first || !rest || first.text.length > 2) return own;
	if (first.text.length === 2 && (DESCRIPTIONS.has(first.text) || PURPOSES.has(first.text)))
		return own;
	const isRest = rest.text.length === 1 || (isUnknown(rest) && rest.text.length === 2);
	const isOver = own === stem.length - 1 && /^(?:长江|黄河|汉江|湘江)$/.test(rest.text);
	return isRest || first.text === '环' || (isOver && (kind === 'road' || kind === 'tunnel'))
		? 0
		: own;
}

/** 二号隧道: a number is a name where there are several of a kind. */
function isNumbered({ text }: Word, { kind }: Ending): boolean {
	return (kind === 'tunnel' || kind === 'road') && /^第?[\d一二三四五六七八九十]+号?$/.test(text);
}

/** Streets and parks may be called by any word (学府大道) but by those that only describe. */
function startOfDescribed(
	stem: readonly Word[],
	{ kind }: Ending,
	isAfterDistrict = false
): number | null {
	const describes = ({ text, tag }: Word) =>
		DESCRIPTIONS.has(text) || (kind !== 'road' && (tag === 'a' || PURPOSES.has(text)));
	// a short stem after a district is all name: 皇姑区三台子街道
	const isShort = isAfterDistrict && stem.reduce((sum, { text }) => sum + text.length, 0) <= 4;
	let first = isShort ? 0 : stem.length - 1;
	while (first > 0 && stem[first]?.text.length === 1) first--;
	// 小菜园: one character more, where the phrase begins with it
	if (first === 1 && stem[0]?.text.length === 1) first = 0;
	// 南方医科大学: what only describes stands behind what names
	const left = stem[first - 1];
	if (left && !ENDING_WORDS.has(left.text) && stem.slice(first).every(describes)) first--;
	const name = stem.slice(first);
	if (name.length === 0 || name.every(describes)) return null;
	return name.every(({ text }) => /^[\d\s]+$/.test(text)) ? null : (name[0]?.start ?? null);
}

/**
 * The stem without the province, city and district that stand before the name (某市城东区人民路),
 * unless they are what makes it one: 城东区人民医院.
 */
function withoutDistricts(stem: readonly Word[], ending: Ending): readonly Word[] {
	const last = stem.findLastIndex(isDistrict);
	// a firm is registered under its city
	if (last < 0 || ending.zh.includes('有限')) return stem;
	const rest = stem.slice(last + 1);
	const isName =
		rest.some(({ part }) => part === 'own') ||
		(ending.need === 'any' && startOfDescribed(rest, ending) !== null);
	if (isName) return rest;
	if (WAYS.has(ending.kind) || ending.closes) return [];
	const isWhole = (stem[last]?.text.length ?? 0) > 2;
	return stem.slice(isWhole ? last : last - 1);
}

/** What no district gives its name to. */
const WAYS: ReadonlySet<Kind> = new Set<Kind>(['road', 'tunnel', 'interchange', 'waterfront']);

/** 城东区, or 区 after a name that the tagger didn't know whole. */
function isDistrict({ text }: Word, i: number, stem: readonly Word[]): boolean {
	if (!/[省市区县]$/.test(text)) return false;
	if (text.length > 2) return !ENDING_WORDS.has(text);
	// 区 after a name, or 滩区 where the tagger parts 红谷滩区
	return stem[i - 1]?.part === 'own' && !ENDING_WORDS.has(text);
}
