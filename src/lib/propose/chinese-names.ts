import type { Kind } from '../atlas/terms';
import {
	ACTIONS,
	CITIES,
	DESCRIPTIONS,
	EVERYDAY,
	FUNCTION_CHARACTERS,
	PURPOSES
} from './boundaries';
import { ENDING_WORDS, LONGEST_FIRST, type Ending } from './endings';
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

/** 三环路成彭立交: a road and, with a name of its own, what stands on it. */
function standsAfter(
	before: NameSpan,
	{ start, stemEnd }: NameSpan,
	words: readonly Word[]
): boolean {
	const isOn = before.ending.kind === 'road' && before.end > start;
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
	if (ending && isEveryday(words[last], text, end, ending)) return null;
	if (!ending) return null;
	// 大道北延段 is north of 大道
	if (/^大道.$/.test(ending.zh) && /[延段侧外]/.test(text[end] ?? ''))
		return nameEndingAt(text, words, last, end - 1, floor, before);
	const stemEnd = end - ending.zh.length;
	const stem = stemOf(text, words, last, stemEnd, floor, ending);
	if (isGuess(stem.at(-1), stemEnd, ending)) return null;
	if (isCommonNoun(words[last], end, stem)) return null;
	const start = startOfLonger(before, stemEnd) ?? startOfName(stem, ending, floor);
	if (start === null || isNoName(text.slice(start, end))) return null;
	if (ending.zh.length === 1 && ending.kind === 'waterfront' && isPartOfName(words[last + 1]))
		return null;
	return { start, end, stemEnd, ending };
}

/** The longest ending of a text. */
function endingOf(text: string): Ending | null {
	return LONGEST_FIRST.find(({ zh }) => text.endsWith(zh)) ?? null;
}

/** 水路 and not 金水路; of a word that no dictionary knows any end may be an everyday word. */
function isEveryday(
	word: Word | undefined,
	text: string,
	end: number,
	{ zh, kind }: Ending
): boolean {
	if (!word || zh.length > 1 || !EVERYDAY.has(text.slice(end - 2, end))) return false;
	const isLong = word.part === 'soft' && word.text.length > (kind === 'road' ? 3 : 2);
	return word.start === end - 2 || isLong || isUnknown(word);
}

function isNoName(name: string): boolean {
	return CITIES.has(name) || ABBREVIATED.test(name);
}

/** 两江四岸, 三城, 一条街: how many there are of each; 镇聘村: what each does; 22路: a bus. */
const ABBREVIATED =
	/^[一二三四五六七八九十两].{1,2}[一二三四五六七八九十两].$|^[一二三四五六七八九十两几多双]([条座个项家处]|.$)|^[区镇乡村].{1,2}$|^\d+路$|^.城$/;

/** A longer word that no dictionary knows and that ends in one character is a saying: 增绿添园. */
function isGuess(cut: Word | undefined, stemEnd: number, { zh }: Ending): boolean {
	if (!cut || !isUnknown(cut) || cut.end !== stemEnd || zh.length > 1) return false;
	return cut.text.length > (zh === '园' ? 2 : 3);
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

/** 城乡, 道路: a short word that a dictionary knows is a noun, whatever it ends in. */
function isCommonNoun(word: Word | undefined, end: number, stem: readonly Word[]): boolean {
	const cut = stem.at(-1);
	const isWhole = word?.part === 'soft' && cut?.start === word.start;
	return isWhole && end - cut.start === 2 && !/^[一二三四五六七八九十]/.test(cut.text);
}

/** 长江轴承 is a firm and not the river. */
function isPartOfName(next: Word | undefined): boolean {
	return next !== undefined && next.part !== 'boundary' && !OF_WATERS.has(next.text);
}

const OF_WATERS = new Set(
	'水质 水位 水域 水面 流域 水系 干流 支流 生态 风光 岸线 绿道 步道 航道 沿岸 畔 岸 边'.split(' ')
);

/** The words before an ending back to the last boundary, in text order; the last may be cut. */
function stemOf(
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
			const isName = stem.length === 0 && /^vn?$/.test(word.tag ?? '') && word.text.length > 1;
			if (isName && isPhraseStart(words[i - 1], word)) stem.unshift({ ...word, part: 'soft' });
			break;
		}
		const stretch = Math.min(word.end, stemEnd);
		stem.unshift({ ...word, text: text.slice(word.start, stretch), end: stretch });
	}
	return stem;
}

/** Whose names may hold 与: 脑与智能科学中心. */
const BODIES: ReadonlySet<Kind> = new Set<Kind>(['lab', 'innovation', 'finance', 'campus']);

/** Whether what stands before 与 is no whole name, so that 与 joins words of one. */
function goesOnBefore(before: string, word: Word | undefined): boolean {
	return word !== undefined && word.part !== 'boundary' && endingOf(before) === null;
}

/** Whether a verb begins a phrase; what follows 的 or 在 can be one that does no work: 在开成路. */
function isPhraseStart(before: Word | undefined, verb: Word): boolean {
	if (before === undefined || !/[\p{L}\p{N}]/u.test(before.text)) return true;
	return FUNCTION_CHARACTERS.has(before.text) && !ACTIONS.has(verb.text);
}

/** Where the name begins, or `null` if what stands before the ending names nothing. */
function startOfName(stem: readonly Word[], ending: Ending, floor: number): number | null {
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
	const name = stem.slice(first);
	if (name.length === 0 || name.every(describes)) return null;
	return name.every(({ text }) => /^[\d\s]+$/.test(text)) ? null : (name[0]?.start ?? null);
}

/**
 * The stem without the province, city and district that stand before the name (重庆市南岸区茶黄路),
 * unless they are what makes it one: 南岸区人民医院.
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

/** 南岸区, or 区 after a name that the tagger didn't know whole. */
function isDistrict({ text }: Word, i: number, stem: readonly Word[]): boolean {
	if (!/[省市区县]$/.test(text)) return false;
	if (text.length > 2) return !ENDING_WORDS.has(text);
	// 区 after a name, or 城区 where the tagger parts 增城区
	return stem[i - 1]?.part === 'own' && (text.length === 1 || text === '城区');
}
