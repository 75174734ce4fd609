import { pinyin } from 'pinyin-pro';
import { foldCharacter } from '../lib/search/spelling';
import type { SearchEntry } from '../lib/search/search-index';

/** An entry and the syllables of its Chinese name (`readingOf`). */
export interface Read {
	entry: SearchEntry;
	read: readonly string[];
}

/** All syllables of a character, without tones, the usual one of the language first. */
export function syllablesOf(character: string): string[] {
	const spelled = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
	// Some type lu or lyu for lü.
	return [...new Set(spelled.flatMap((one) => [one, one.replace('v', 'u')]))];
}

/**
 * The syllables of a Chinese name, one for each of its UTF-16 units, `''` for what is not Chinese:
 * those that its English name spells, where that is the pinyin (六安 is Lu’an), else those of
 * the words that it is made of (长安 is changan, 校长 xiaozhang).
 */
export function readingOf({ name }: SearchEntry): string[] {
	const characters = name.zh.split('');
	const byWords = pinyin(name.zh, { toneType: 'none', type: 'array', v: true });
	const letters = [...name.en].map(foldCharacter).join('');
	const chinese = characters.filter(isChinese);
	const official = spelledBy(chinese, letters);
	let next = 0;
	return characters.map((character, i) => {
		if (!isChinese(character)) return '';
		return official?.[next++] ?? byWords[i] ?? '';
	});
}

/** The syllables of characters that letters spell from first to last; `null` if they don't. */
function spelledBy(characters: readonly string[], letters: string): string[] | null {
	const [first, ...rest] = characters;
	// What the English name goes on with: Renmin Road.
	if (first === undefined) return [];
	for (const syllable of syllablesOf(first)) {
		if (!letters.startsWith(syllable)) continue;
		const others = spelledBy(rest, letters.slice(syllable.length));
		if (others) return [syllable, ...others];
	}
	return null;
}

/** Puts first what a character is read most often in these names. */
export function putUsualFirst(readings: Map<string, string[]>, entries: readonly Read[]): void {
	const counts = new Map<string, Map<string, number>>();
	for (const { entry, read } of entries)
		for (const [i, syllable] of read.entries()) {
			const character = entry.name.zh[i] ?? '';
			const of = counts.get(character) ?? new Map<string, number>();
			if (syllable) counts.set(character, of.set(syllable, (of.get(syllable) ?? 0) + 1));
		}
	for (const [character, all] of readings) {
		const of = counts.get(character);
		const count = (syllable: string) => of?.get(syllable) ?? 0;
		const known = new Set([...(of?.keys() ?? []), ...all]);
		readings.set(
			character,
			[...known].sort((a, b) => count(b) - count(a))
		);
	}
}

/** An entry with those syllables of its name that are not the usual ones of their characters. */
export function withReading(
	entry: SearchEntry,
	read: readonly string[],
	readings: ReadonlyMap<string, readonly string[]>
): SearchEntry {
	const unusual = read.flatMap((syllable, i) => {
		const usual = readings.get(entry.name.zh[i] ?? '')?.[0];
		return syllable && syllable !== usual ? [[i, syllable] as const] : [];
	});
	return unusual.length > 0 ? { ...entry, read: Object.fromEntries(unusual) } : entry;
}

/** Whether a character is a Chinese one. */
export function isChinese(character: string): boolean {
	return /\p{Script=Han}/u.test(character);
}
