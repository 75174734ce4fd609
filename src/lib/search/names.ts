import type { Lang } from '../atlas/atlas';
import type { SearchEntry } from './search-index';
import { unitsOf, type Unit } from './spelling';

/** One name of an entry, ready to be compared with queries. */
export interface Name {
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

/** All names of an entry, those of both languages first. */
export function namesOf(
	entry: SearchEntry,
	syllables: ReadonlyMap<string, readonly string[]>
): Name[] {
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
export function lettersOf(text: string): number {
	let letters = 0;
	for (let i = 0; i < text.length; i++) {
		const letter = text.charCodeAt(i) - 97;
		if (letter >= 0 && letter < 26) letters |= 1 << letter;
	}
	return letters;
}
