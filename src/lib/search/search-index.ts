import type { Bilingual, Bounds, LngLat, Status } from '../atlas/schema';

/** What can be found by a name; the order is that of equally good finds. */
export const ENTRY_KINDS = ['site', 'station', 'line', 'road', 'ground'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** `data/search.json`: all that the search box must know besides the page, made by the build. */
export interface SearchIndex {
	entries: SearchEntry[];
	/**
	 * How the characters of the Chinese names are read: syllables without tones, the usual one of
	 * these names first, separated by spaces. `ü` is spelled `v`.
	 */
	readings: Record<string, string>;
	/** Pairs of a traditional character and the simplified one of our names and texts. */
	simplified: string;
	/** What a reader may type: a name, one half in pinyin and half in initials, one in initials. */
	examples: string[];
}

export interface SearchEntry {
	kind: EntryKind;
	/** Of a site, station or line, its own; of others, one that no other entry of the kind has. */
	id: string;
	name: Bilingual;
	/** Other names in either language, old ones too. */
	aliases?: string[];
	/** Syllables of the Chinese name where they are not the usual ones, by index of the character. */
	read?: Record<number, string>;
	/** Of a station or a line. */
	status?: Status;
	/** Day since which trains have stopped at a station, or of a line’s newest evidence. */
	date?: string;
	/** Where a road or a name of the ground is; [lng, lat], WGS-84. */
	at?: LngLat;
	/** Of what is longer than a point, and of lines. */
	bounds?: Bounds;
}

/** What tells an entry from all others. */
export function keyOf({ kind, id }: Pick<SearchEntry, 'kind' | 'id'>): string {
	return `${kind}:${id}`;
}

/** Entries by their keys. */
export function byKey({ entries }: SearchIndex): ReadonlyMap<string, SearchEntry> {
	return new Map(entries.map((entry) => [keyOf(entry), entry]));
}
