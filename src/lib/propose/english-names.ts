import type { Kind } from '../atlas/terms';

/** A stretch of an English text that looks like the name of a place. */
export interface EnglishName {
	start: number;
	end: number;
	name: string;
	kind: Kind;
	/** The word that says what it is. */
	word: string;
}

const KINDS_OF_WORDS: Partial<Record<Kind, string>> = {
	road: 'Road Street Avenue Lane Boulevard Highway Expressway Motorway Parkway Viaduct Bridge Railway',
	tunnel: 'Tunnel',
	interchange: 'Interchange Junction',
	station: 'Station Airport Terminal Hub',
	waterfront: 'Pier Port Wharf Harbour Harbor River Lake Bay Island Beach Canal Reservoir',
	factory: 'Factory Plant Works Gigafactory Refinery Shipyard',
	innovation: 'Base Incubator',
	lab: 'Laboratory Institute Observatory',
	campus: 'University College Campus School Academy',
	finance: 'Exchange',
	area: 'Park Square Centre Center Hospital Museum Stadium Gallery Library Theatre Garden Gardens Zoo Palace Tower Temple Town District Zone Mall Market Hill Mountain',
	community: 'Village Community Estate'
};

const KIND_OF_WORD: ReadonlyMap<string, Kind> = new Map(
	Object.entries(KINDS_OF_WORDS).flatMap(([kind, words]) =>
		words.split(' ').map((word) => [word, kind as Kind] as const)
	)
);

const WORDS = [...KIND_OF_WORD.keys()].join('|');
// A capital, or a numeral as in Rama IX and 5th
const CAPITAL = String.raw`(?:\p{Lu}[\p{L}\p{M}'’\d-]*|\d+(?:st|nd|rd|th))`;
// Words that begin a sentence or stand before a name with a capital of their own
const NO_NAME =
	'The|A|An|In|At|On|From|To|Near|By|For|And|Or|But|Both|Of|With|Between|Across|Along|Under|Over|When|While|If|As|It|Its|This|That|These|Those|There|New|Another|Every|Each|Most|Some|All|Many|Our|Their|Take|See|Visit|North|South|East|West';
const NAME = new RegExp(
	[
		String.raw`\b(?<line>(?:Metro )?Line \d+)\b`,
		String.raw`\b(?<of>University|Bank|Port|Lake|Bay|Institute|Museum|Bridge) of (?<what>${CAPITAL}(?: ${CAPITAL})*)`,
		String.raw`(?<![\p{L}\d])(?<first>${CAPITAL}(?: ${CAPITAL})*) and (?<second>${CAPITAL}(?: ${CAPITAL})*) (?<plural>${WORDS})s\b`,
		String.raw`(?<![\p{L}\d])(?<name>${CAPITAL}(?: ${CAPITAL})* (?<word>${WORDS})(?: (?:${WORDS}))*)(?![\p{L}])`
	].join('|'),
	'gu'
);

/**
 * The names of places in an English text: capitalised words before one that says what they name
 * (Euston Road, Blackwall Tunnel), a numbered line, the University of somewhere, and two that
 * share a plural (Makkasan and Phaya Thai Stations).
 */
export function englishNames(text: string): EnglishName[] {
	return [...text.matchAll(NAME)].flatMap((found) => {
		const groups = found.groups ?? {};
		const { line, of: head, first, second, plural, name, word } = groups;
		const start = found.index;
		const end = start + found[0].length;
		if (line) return [{ start, end, name: line, kind: 'metro-section' as const, word: 'Line' }];
		if (head) return one(start, end, found[0], head);
		if (first && second && plural) {
			const next = start + first.length + ' and '.length;
			return [
				...one(start, start + first.length, `${first} ${plural}`, plural),
				...one(next, end, `${second} ${plural}`, plural)
			];
		}
		return name && word ? one(start, end, name, name.slice(name.lastIndexOf(' ') + 1)) : [];
	});
}

const LEADING = new RegExp(`^(?:(?:${NO_NAME}) )+`);

function one(start: number, end: number, full: string, word: string): EnglishName[] {
	const name = full.replace(LEADING, '');
	const kind = KIND_OF_WORD.get(word);
	if (!kind || !name.includes(' ')) return [];
	return [{ start: start + full.length - name.length, end, name, kind, word }];
}
