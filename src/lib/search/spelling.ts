/** One character of a name, and what a reader may type for it. */
export interface Unit {
	character: string;
	/** Its syllables, the usual one here first; none for letters and figures. */
	syllables: readonly string[];
	/** Index of the character in the name, and of what follows it. */
	start: number;
	end: number;
	/** Whether a name may be looked for from here. */
	isStart: boolean;
}

/** A stretch of a name that a query spells. */
export interface Spelled {
	/** Indices of the first unit, and of the one after the last. */
	from: number;
	to: number;
	/** How far it is from the characters themselves or their full pinyin: 0 is not at all. */
	cost: number;
}

/** For a syllable of which only the initial is typed (z or zh); one is enough to be a guess. */
const BY_INITIAL = 0.5;
/** For a syllable that is broken off: the reader is still typing it. */
const BROKEN_OFF = 0.1;
/** For a reading that is not the usual one of the character here. */
const UNUSUAL = 0.7;

/**
 * The best way in which a query spells a stretch of a name that begins at a unit: each unit by its
 * character, by a whole syllable, by the initial of one, or by its beginning where the query or a
 * word of it ends there. All may be mixed: `beijing西站`, `bjxz`, `yangzijiang sd`.
 *
 * @param query folded; words are separated by single spaces
 * @returns `null` if it does not
 */
export function spelledFrom(units: readonly Unit[], from: number, query: string): Spelled | null {
	/** Made at the second unit: most names part from the query at the first. */
	let memo: Map<number, Spelled | null> | null = null;

	function best(at: number, i: number): Spelled | null {
		if (query[i] === ' ') return best(at, i + 1);
		if (i >= query.length) return { from, to: at, cost: 0 };
		const unit = units[at];
		if (!unit) return null;
		const key = at * (query.length + 1) + i;
		const known = memo?.get(key);
		if (known !== undefined) return known;
		let found: Spelled | null = null;
		for (const [length, cost] of ways(unit, query, i)) {
			const rest = best(at + 1, i + length);
			if (!rest) continue;
			// One guess among the syllables makes a guess of the whole; more make it no worse.
			const total = Math.max(rest.cost, cost) + Math.min(rest.cost, cost) * 0.05;
			if (!found || total < found.cost) found = { ...rest, cost: total };
		}
		if (at > from) (memo ??= new Map()).set(key, found);
		return found;
	}

	return best(from, 0);
}

/** How many characters of the query a unit may take from an index on, and at what cost. */
function ways({ character, syllables }: Unit, query: string, i: number): [number, number][] {
	const found: [number, number][] = [];
	if (query.startsWith(character, i)) found.push([character.length, 0]);
	if (syllables.length === 0 || !isLetter(query[i])) return found;
	const word = wordAt(query, i);
	for (const [rank, syllable] of syllables.entries()) {
		const unusual = rank === 0 ? 0 : UNUSUAL;
		if (word.startsWith(syllable)) found.push([syllable.length, unusual]);
		else if ((word.length > 1 || i > 0) && syllable.startsWith(word))
			found.push([word.length, unusual + BROKEN_OFF]);
		if (word[0] !== syllable[0] || syllable.length === 1) continue;
		found.push([1, unusual + BY_INITIAL]);
		if (syllable[1] === 'h' && word[1] === 'h') found.push([2, unusual + BY_INITIAL]);
	}
	return found;
}

function isLetter(character: string | undefined): boolean {
	return character !== undefined && character >= 'a' && character <= 'z';
}

/** The run of letters from an index on. */
function wordAt(query: string, i: number): string {
	let end = i;
	while (isLetter(query[end])) end++;
	return query.slice(i, end);
}

/** The units of a name: its characters, letters and figures, without what readers don't type. */
export function unitsOf(
	name: string,
	syllablesOf: (character: string, index: number) => readonly string[]
): Unit[] {
	const units: Unit[] = [];
	let isStart = true;
	let at = 0;
	for (const raw of name) {
		const start = at;
		at += raw.length;
		const folded = foldCharacter(raw);
		// Neither letter nor figure, or an apostrophe: Xi’an is typed xian.
		if (folded === '') {
			isStart ||= !APOSTROPHES.includes(raw);
			continue;
		}
		const syllables = syllablesOf(folded, start);
		const isChinese = !LATIN.test(folded);
		for (const character of folded)
			units.push({ character, syllables, start, end: at, isStart: isStart || isChinese });
		isStart = isChinese;
	}
	return units;
}

const APOSTROPHES = "'’‘ʼ";
const LATIN = /^[a-z0-9]+$/;

/** A character as it is compared: compatible forms, tones and case set aside; `''` for signs. */
export function foldCharacter(character: string): string {
	const plain = character
		.normalize('NFKD')
		.replace(/u\u0308/gi, 'v')
		.replace(/\p{M}/gu, '')
		.toLowerCase();
	return plain.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * A query as it is compared: folded like names, traditional characters made simplified, words
 * separated by single spaces.
 */
export function foldQuery(query: string, simplified: ReadonlyMap<string, string>): string {
	// Together, since a typed tone may be a character of its own.
	const folded = query.normalize('NFC');
	let text = '';
	for (const character of folded) {
		const letters = foldCharacter(character);
		if (letters) text += [...letters].map((one) => simplified.get(one) ?? one).join('');
		else if (!APOSTROPHES.includes(character) && !text.endsWith(' ')) text += ' ';
	}
	return text.trim();
}
