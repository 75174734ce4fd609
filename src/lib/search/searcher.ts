import type { Lang } from '../atlas/atlas';
import { ENTRY_KINDS, type SearchEntry, type SearchIndex } from './search-index';
import { foldQuery, spelledFrom, unitsOf, type Unit } from './spelling';
import { slipsFor, slipsToPrefix } from './typos';

/** A stretch of a text in UTF-16 units. */
export type Stretch = [start: number, end: number];

/** A name that a query meets, and where. */
export interface FoundName {
	text: string;
	marked: Stretch[];
}

export interface Found {
	entry: SearchEntry;
	/** The name in the page's language. */
	name: FoundName;
	/** The other name by which it was found, if it was not by that. */
	also: FoundName | null;
	/** The less, the better; from `ONLY_SIMILAR` on it is a suggestion. */
	cost: number;
}

/** Costs of a find, added up: what is typed wholly goes before what is begun or in the middle. */
const BEGUN = 1;
const INSIDE = 2;
/** Words in another order, or characters left out. */
const SCATTERED = 2.4;
/** The query says more than the name: 去北苑站怎么走. */
const WITHIN_QUERY = 2.8;
export const ONLY_SIMILAR = 3;
const PER_SLIP = 0.4;
const BY_ALIAS = 0.3;
/** Among equals the shorter name. */
const PER_UNTYPED = 0.002;

interface Name {
	text: string;
	units: readonly Unit[];
	/** Those that must be typed for the name to be complete: without the 站 after a station’s. */
	coreUnits: readonly Unit[];
	/** Units by what may be typed for them first; a name is looked for from there. */
	starts: ReadonlyMap<string, readonly number[]>;
	/** The characters of `coreUnits`. */
	core: string;
	/** What slips are counted against: letters of its pinyin or its own, and where they may begin. */
	sound: { text: string; starts: number[]; letters: number };
	isAlias: boolean;
	lang: Lang;
}

interface Prepared {
	entry: SearchEntry;
	names: Name[];
	rank: number;
}

/** Finds sites, stations, lines, roads and names of the ground by what a reader types. */
export class Searcher {
	readonly #simplified: ReadonlyMap<string, string>;
	readonly #prepared: Prepared[];
	readonly #lang: Lang;

	/** @param lang in which names are shown */
	constructor({ entries, readings, simplified }: SearchIndex, lang: Lang) {
		const characters = [...simplified];
		this.#simplified = new Map(
			characters.flatMap((one, i) =>
				i % 2 === 0 ? [[one, characters[i + 1] ?? one] as const] : []
			)
		);
		const syllables = new Map(
			Object.entries(readings).map(([character, all]) => [character, all.split(' ')] as const)
		);
		this.#lang = lang;
		this.#prepared = entries.map((entry) => ({
			entry,
			names: namesOf(entry, syllables),
			rank: ENTRY_KINDS.indexOf(entry.kind)
		}));
	}

	/** A query as names and texts are compared with it. */
	fold(query: string): string {
		return foldQuery(query, this.#simplified);
	}

	/** The best finds first; none for a query without letters. */
	find(query: string): Found[] {
		const folded = this.fold(query);
		if (!folded) return [];
		const asked = queryOf(folded);
		const close = this.#collect((name) => spelled(name, folded) ?? scattered(name, asked));
		const isClear = close.some(({ cost }) => cost < BEGUN + BY_ALIAS);
		if (isClear) return close;
		const known = new Set(close.map(({ entry }) => entry));
		const similar = this.#collect((name) => within(name, asked) ?? alike(name, asked));
		return [...close, ...similar.filter(({ entry }) => !known.has(entry))].sort(
			(a, b) => a.cost - b.cost
		);
	}

	#collect(meet: (name: Name) => Met | null): Found[] {
		const found: (Found & { rank: number })[] = [];
		for (const { entry, names, rank } of this.#prepared) {
			let best: { name: Name; met: Met; cost: number } | null = null;
			for (const name of names) {
				const met = meet(name);
				if (!met) continue;
				const cost = met.cost + (name.isAlias ? BY_ALIAS : 0);
				// In the page's language, where both are as good.
				if (!best || cost < best.cost || (cost === best.cost && name.lang === this.#lang))
					best = { name, met, cost };
			}
			if (best) found.push({ ...this.#shown(entry, best.name, best.met), cost: best.cost, rank });
		}
		return found
			.sort((a, b) => a.cost - b.cost || a.rank - b.rank)
			.map(({ rank: _, ...one }) => one);
	}

	#shown(entry: SearchEntry, { text }: Name, { marked }: Met): Omit<Found, 'cost'> {
		const shown = entry.name[this.#lang];
		if (text === shown) return { entry, name: { text, marked }, also: null };
		return { entry, name: { text: shown, marked: [] }, also: { text, marked } };
	}
}

/** What is asked of every name about a folded query. */
interface Query {
	text: string;
	words: readonly string[];
	/** Without spaces. */
	typed: string;
	isChinese: boolean;
	isLatin: boolean;
	letters: number;
	slips: number;
}

function queryOf(text: string): Query {
	const typed = text.replaceAll(' ', '');
	const isLatin = /^[a-z]+$/.test(typed);
	return {
		text,
		words: text.split(' '),
		typed,
		isChinese: /^\p{Script=Han}{2,}$/u.test(text),
		isLatin,
		letters: lettersOf(typed),
		slips: isLatin ? slipsFor(typed.length) : typed.length >= 3 ? 1 : 0
	};
}

interface Met {
	cost: number;
	marked: Stretch[];
}

/** Met by spelling it. */
interface SpelledOut extends Met {
	/** What of the cost is for how it is spelled, not for where in the name. */
	guess: number;
}

function namesOf(entry: SearchEntry, syllables: ReadonlyMap<string, readonly string[]>): Name[] {
	const { kind, name, aliases = [], read = {} } = entry;
	const all = [name.zh, name.en, ...aliases];
	return [...new Set(all)].map((text, i) => {
		const isChinese = /\p{Script=Han}/u.test(text);
		// 北苑 is called 北苑站 as well.
		const suffix = kind !== 'station' ? '' : isChinese ? '站' : ' station';
		const tail = suffix && !text.toLowerCase().endsWith(suffix) ? suffix : '';
		const units = unitsOf(text + tail, (character, at) => {
			const usual = syllables.get(character) ?? [];
			const here = text === name.zh ? read[at] : undefined;
			return here ? [here, ...usual.filter((one) => one !== here)] : usual;
		}).map((unit) => ({
			...unit,
			start: Math.min(unit.start, text.length),
			end: Math.min(unit.end, text.length)
		}));
		const coreUnits = units.slice(0, units.length - tail.trim().length);
		return {
			text,
			units,
			coreUnits,
			starts: startsOf(coreUnits),
			core: coreUnits.map(({ character }) => character).join(''),
			sound: soundOf(units),
			isAlias: i > 1,
			lang: isChinese ? 'zh' : 'en'
		};
	});
}

function startsOf(units: readonly Unit[]): Map<string, number[]> {
	const starts = new Map<string, number[]>();
	for (const [i, { character, syllables, isStart }] of units.entries()) {
		if (!isStart) continue;
		const firsts = new Set([character, ...syllables.map((syllable) => syllable[0] ?? '')]);
		for (const first of firsts) starts.set(first, [...(starts.get(first) ?? []), i]);
	}
	return starts;
}

function soundOf(units: readonly Unit[]): Name['sound'] {
	let text = '';
	const starts: number[] = [];
	for (const { character, syllables, isStart } of units) {
		if (isStart) starts.push(text.length);
		text += syllables[0] ?? character;
	}
	return { text, starts, letters: lettersOf(text) };
}

/** Which of the letters a to z a text has, as bits. */
function lettersOf(text: string): number {
	let letters = 0;
	for (let i = 0; i < text.length; i++) {
		const letter = text.charCodeAt(i) - 97;
		if (letter >= 0 && letter < 26) letters |= 1 << letter;
	}
	return letters;
}

function count(bits: number): number {
	let number = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) number++;
	return number;
}

/** The query spells one stretch of the name. */
function spelled({ units, coreUnits, starts, core }: Name, query: string): SpelledOut | null {
	let best: SpelledOut | null = null;
	// A letter alone says too little to look inside of names.
	const mayBeInside = query.length > 1 || query > 'z';
	for (const from of starts.get(query[0] ?? '') ?? []) {
		if (from > 0 && !mayBeInside) break;
		const found = spelledFrom(from > 0 ? coreUnits : units, from, query);
		if (!found) continue;
		const untyped = Math.max(0, core.length - found.to);
		const place = from > 0 ? INSIDE : untyped > 0 ? BEGUN : 0;
		const cost = place + found.cost + (untyped + from) * PER_UNTYPED;
		if (!best || cost < best.cost)
			best = { cost, guess: found.cost, marked: [stretch(units, from, found.to)] };
	}
	return best;
}

function stretch(units: readonly Unit[], from: number, to: number): Stretch {
	return [units[from]?.start ?? 0, units[to - 1]?.end ?? 0];
}

/** All words of the query are in the name, or all its characters, in order but not together. */
function scattered(name: Name, { text, words, isChinese }: Query): Met | null {
	if (words.length > 1 && words.every((word) => name.starts.has(word[0] ?? ''))) {
		const met = words.map((word) => spelled(name, word));
		if (met.every((one) => one !== null)) {
			const guess = Math.max(...met.map((one) => one.guess));
			return { cost: SCATTERED + guess * 0.3, marked: met.flatMap(({ marked }) => marked) };
		}
	}
	return isChinese ? leavingOut(name, text) : null;
}

function leavingOut({ core, units }: Name, query: string): Met | null {
	const marked: Stretch[] = [];
	let next = 0;
	let gaps = 0;
	for (const character of query) {
		const at = core.indexOf(character, next);
		if (at < 0) return null;
		if (at > next && marked.length > 0) gaps++;
		marked.push(stretch(units, at, at + 1));
		next = at + 1;
	}
	return { cost: SCATTERED + gaps * 0.1 + core.length * PER_UNTYPED, marked };
}

/** The name is a part of the query; the longer, the better. */
function within({ text, core }: Name, { typed }: Query): Met | null {
	const isLong = core.length >= (core > 'z' ? 2 : 5);
	const isThere = isLong && typed.includes(core);
	return isThere ? { cost: WITHIN_QUERY - core.length / 100, marked: [[0, text.length]] } : null;
}

/** The query is a name with slips: letters of its pinyin or spelling, or one other character. */
function alike({ core, sound }: Name, query: Query): Met | null {
	if (query.slips === 0) return null;
	if (query.isLatin) return soundsAlike(sound, query);
	const slips = slipsToPrefix(query.typed, core, query.slips);
	if (slips === Infinity) return null;
	return { cost: ONLY_SIMILAR + slips * PER_SLIP + core.length * PER_UNTYPED, marked: [] };
}

function soundsAlike(
	{ text, starts, letters }: Name['sound'],
	{ typed, letters: wanted, slips: most }: Query
): Met | null {
	if (count(wanted & ~letters) > most) return null;
	let best: Met | null = null;
	for (const start of starts) {
		// A slip in the first letter leaves the second one right, or has swapped the two.
		const [first, second] = [text[start], text[start + 1]];
		if (first !== typed[0] && second !== typed[1] && first !== typed[1] && second !== typed[0])
			continue;
		const rest = text.slice(start);
		const slips = slipsToPrefix(typed, rest, most);
		const untyped = Math.abs(rest.length - typed.length) * PER_UNTYPED;
		const cost = ONLY_SIMILAR + slips * PER_SLIP + (start > 0 ? 0.5 : 0) + untyped;
		if (slips !== Infinity && (!best || cost < best.cost)) best = { cost, marked: [] };
	}
	return best;
}
