import traditionalCharacters from 'opencc-js/dict/TSCharacters';
import type { Atlas } from '../lib/atlas/atlas';
import { foldCharacter } from '../lib/search/spelling';
import type { SearchEntry, SearchIndex } from '../lib/search/search-index';
import type { SourceData } from '../lib/source/types';
import { searchEntries } from './search-entries';
import {
	isChinese,
	putUsualFirst,
	readingOf,
	syllablesOf,
	withReading,
	type Read
} from './search-readings';

/** `data/search.json`: the names that the search box finds, how they are read, and where they are. */
export function searchIndex(data: SourceData, atlas: Atlas): SearchIndex {
	const entries = searchEntries(data, atlas).map((entry) => ({ entry, read: readingOf(entry) }));
	const names = entries.flatMap(({ entry }) => chineseNames(entry));
	const readings = new Map(
		[...new Set(names.join(''))].filter(isChinese).map((one) => [one, syllablesOf(one)] as const)
	);
	putUsualFirst(readings, entries);
	return {
		entries: entries.map(({ entry, read }) => withReading(entry, read, readings)),
		readings: Object.fromEntries([...readings].map(([one, all]) => [one, all.join(' ')])),
		simplified: simplifiedOf(new Set([...names.join(''), ...textOf(atlas)])),
		examples: examplesOf(entries)
	};
}

function chineseNames({ name, aliases = [] }: SearchEntry): string[] {
	return [name.zh, ...aliases].map((one) => [...one].map(foldCharacter).join(''));
}

/** Of sites whose names have three to five characters, as far as there are such. */
function examplesOf(all: readonly Read[]): string[] {
	const [plain, mixed, short] = all.filter(
		({ entry, read }) =>
			entry.kind === 'site' && read.every(Boolean) && /^.{3,5}$/.test(entry.name.zh)
	);
	const initials = (syllables: readonly string[]) => syllables.map(([first]) => first).join('');
	return [
		...(plain ? [plain.entry.name.zh] : []),
		...(mixed ? [`${mixed.read.slice(0, 2).join('')} ${initials(mixed.read.slice(2))}`] : []),
		...(short ? [initials(short.read)] : [])
	];
}

function textOf({ articles }: Atlas): string {
	return articles
		.flatMap(({ retelling }) => retelling.zh.sections)
		.flatMap(({ passages }) => passages.flatMap(({ parts }) => parts.map(({ text }) => text)))
		.join('');
}

/** Pairs of what a reader may type in traditional characters and what stands in our texts. */
function simplifiedOf(used: ReadonlySet<string>): string {
	return traditionalCharacters
		.split('|')
		.flatMap((pair) => {
			const [traditional = '', ...all] = pair.split(' ');
			const simple = all.find((one) => used.has(one));
			return simple && simple !== traditional && !used.has(traditional)
				? [traditional + simple]
				: [];
		})
		.join('');
}
