import { lettersOf, type Name } from './names';
import { spelledFrom, type Unit } from './spelling';
import { slipsFor, slipsToPrefix } from './typos';

/** A stretch of a text in UTF-16 units. */
export type Stretch = [start: number, end: number];

/** Costs of a find, added up: what is typed wholly goes before what is begun or in the middle. */
export const BEGUN = 1;
const INSIDE = 2;
/** Words in another order, or characters left out. */
const SCATTERED = 2.4;
/** The query says more than the name: 去北苑站怎么走. */
const WITHIN_QUERY = 2.8;
export const ONLY_SIMILAR = 3;
const PER_SLIP = 0.4;
/** Among equals the shorter name. */
const PER_UNTYPED = 0.002;

/** What is asked of every name about a folded query. */
export interface Query {
	text: string;
	words: readonly string[];
	/** Without spaces. */
	typed: string;
	isChinese: boolean;
	isLatin: boolean;
	letters: number;
	slips: number;
}

/** A query that is folded and not empty. */
export function queryOf(text: string): Query {
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

/** How a query meets a name. */
export interface Met {
	/** The less, the better; from `ONLY_SIMILAR` on it is a suggestion. */
	cost: number;
	marked: Stretch[];
}

/** Met by spelling it. */
interface SpelledOut extends Met {
	/** What of the cost is for how it is spelled, not for where in the name. */
	guess: number;
}

function count(bits: number): number {
	let number = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) number++;
	return number;
}

/** The query spells one stretch of the name. */
export function spelled(
	{ units, coreUnits, starts, core }: Name,
	query: string
): SpelledOut | null {
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
export function scattered(name: Name, { text, words, isChinese }: Query): Met | null {
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
export function within({ text, core }: Name, { typed }: Query): Met | null {
	const isLong = core.length >= (core > 'z' ? 2 : 5);
	const isThere = isLong && typed.includes(core);
	return isThere ? { cost: WITHIN_QUERY - core.length / 100, marked: [[0, text.length]] } : null;
}

/** The query is a name with slips: letters of its pinyin or spelling, or one other character. */
export function alike({ core, sound }: Name, query: Query): Met | null {
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
