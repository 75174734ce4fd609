import traditionalCharacters from 'opencc-js/dict/TSCharacters';
import { pinyin } from 'pinyin-pro';
import type { Geometry } from 'geojson';
import type { Atlas } from '../lib/atlas/atlas';
import type { Bilingual, Bounds, LayerProperties, LngLat, Line } from '../lib/atlas/schema';
import { geometryBounds, unionBounds } from '../lib/geo/bounds';
import { anchorOf } from '../lib/geo/anchor';
import { foldCharacter } from '../lib/search/spelling';
import type { SearchEntry, SearchIndex } from '../lib/search/search-index';
import { numeral } from '../lib/text/numerals';
import { openingsOf } from '../lib/compile/openings';
import { trackPiecesOf } from '../lib/source/track-pieces';
import type { SourceData, SourceFeature } from '../lib/source/types';

/** `data/search.json`: the names that the search box finds, how they are read, and where they are. */
export function searchIndex(data: SourceData, atlas: Atlas): SearchIndex {
	const entries = [
		...siteEntries(atlas),
		...stationEntries(data),
		...lineEntries(data),
		...groundEntries(data)
	].map((entry) => ({ entry, read: readingOf(entry) }));
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

/** An entry and the syllables of its Chinese name (`readingOf`). */
interface Read {
	entry: SearchEntry;
	read: readonly string[];
}

function siteEntries({ sites }: Atlas): SearchEntry[] {
	return sites.map(({ id, name, label, aliases }) => {
		const all = [label?.zh, label?.en, ...aliases.zh, ...aliases.en];
		return { kind: 'site', id, name, ...otherNames(name, all) };
	});
}

function stationEntries(data: SourceData): SearchEntry[] {
	const openings = openingsOf(data.lines, trackPiecesOf(data.layers));
	return featuresOf(data, 'metro-station').map(({ id, properties }) => {
		const { name, aliases, status } = properties as LayerProperties['metro-station'];
		const since = openings.stations.get(id);
		return {
			kind: 'station',
			id,
			name,
			...otherNames(name, [...(aliases?.zh ?? []), ...(aliases?.en ?? [])]),
			status,
			...(since !== undefined && { date: dayOf(since) })
		};
	});
}

function dayOf(yyyymmdd: number): string {
	return String(yyyymmdd).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

function lineEntries({ lines, layers }: SourceData): SearchEntry[] {
	const tracks = layers
		.filter(({ record }) => record.type === 'metro-track' || record.type === 'metro-station')
		.flatMap(({ features }) => features);
	return lines.map((line) => {
		const entry = line.history.at(-1);
		const bounds = boundsOf(
			tracks.filter(({ properties }) => (properties['lines'] as string[]).includes(line.id))
		);
		return {
			kind: 'line',
			id: line.id,
			name: line.name,
			...otherNames(line.name, lineNames(line)),
			...(entry && { status: entry.status, date: entry.date }),
			...(bounds && { bounds })
		};
	});
}

/** What people call a line besides: some were light rail once. */
function lineNames({ name, badge }: Line): string[] {
	const called = ['轨道', '轨道交通', '轻轨', '地铁'].map((prefix) => prefix + name.zh);
	const isNumber = /^\d+$/.test(badge.zh);
	const numerals = isNumber ? [`${numeral(Number(badge.zh))}号线`] : [];
	return [...numerals, ...called, `Metro ${name.en}`, ...(isNumber ? [`L${badge.en}`] : [])];
}

/** Roads by their names, and what else the map names, each once. */
function groundEntries(data: SourceData): SearchEntry[] {
	const road = byName(featuresOf(data, 'road'), 'road');
	const ground = byName(
		(['label', 'green', 'water', 'railway'] as const).flatMap((type) => featuresOf(data, type)),
		'ground'
	);
	return [...road, ...ground];
}

function byName(
	features: readonly SourceFeature<Record<string, unknown>>[],
	kind: 'road' | 'ground'
): SearchEntry[] {
	const groups = new Map<string, typeof features>();
	for (const feature of features) {
		const name = feature.properties['name'] as Bilingual | null;
		if (name) groups.set(name.zh, [...(groups.get(name.zh) ?? []), feature]);
	}
	return [...groups.values()].flatMap((all) => {
		const [first] = all;
		const bounds = boundsOf(all);
		if (!first || !bounds) return [];
		const point = all.find(({ geometry }) => geometry?.type === 'Point') ?? first;
		const at = point.geometry && anchorOf(point.geometry);
		return [
			{
				kind,
				id: first.id,
				name: first.properties['name'] as Bilingual,
				...(at && { at: short(at) }),
				...(bounds[0] !== bounds[2] && { bounds })
			}
		];
	});
}

function featuresOf({ layers }: SourceData, type: string) {
	return layers.filter(({ record }) => record.type === type).flatMap(({ features }) => features);
}

function boundsOf(features: readonly { geometry: Geometry | null }[]): Bounds | null {
	const all = features.flatMap(({ geometry }) => (geometry ? [geometryBounds(geometry)] : []));
	return all.length > 0 ? shortBounds(unionBounds(all)) : null;
}

/** About a metre is near enough to look there, and to say how far away something is. */
function short([lng, lat]: LngLat): LngLat {
	return [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
}

function shortBounds(bounds: Bounds): Bounds {
	return bounds.map((degrees) => Number(degrees.toFixed(4))) as Bounds;
}

function otherNames(name: Bilingual, all: readonly (string | undefined)[]): { aliases?: string[] } {
	const others = new Set(all.flatMap((one) => one ?? []));
	// 六号线 and 6号线 are one name to a reader.
	for (const one of [name.zh, ...others]) {
		const spelled = one.replace(/\d+(?=号线)/g, (digits) => numeral(Number(digits)));
		others.add(spelled);
	}
	others.delete(name.zh);
	others.delete(name.en);
	return others.size > 0 ? { aliases: [...others] } : {};
}

function chineseNames({ name, aliases = [] }: SearchEntry): string[] {
	return [name.zh, ...aliases].map((one) => [...one].map(foldCharacter).join(''));
}

function isChinese(character: string): boolean {
	return /\p{Script=Han}/u.test(character);
}

/** All syllables of a character, without tones, the usual one of the language first. */
function syllablesOf(character: string): string[] {
	const spelled = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
	// Some type lu or lyu for lü.
	return [...new Set(spelled.flatMap((one) => [one, one.replace('v', 'u')]))];
}

/**
 * The syllables of a Chinese name, one for each of its UTF-16 units, `''` for what is not Chinese:
 * those that its English name spells, where that is the pinyin (六安 is Lu’an), else those of
 * the words that it is made of (长安 is changan, 校长 xiaozhang).
 */
function readingOf({ name }: SearchEntry): string[] {
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

/** Puts first what a character is read most often in these names. */
function putUsualFirst(readings: Map<string, string[]>, entries: readonly Read[]): void {
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

function withReading(
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
