import type { Kind } from '../atlas/terms';
import { findMentions, type Gazetteer, type Mention } from '../text/mentions';
import { normalise, type Normalised } from '../text/normalise';
import { tokenise } from '../text/tokens';
import { chineseNames, type NameSpan } from './chinese-names';
import { englishNames } from './english-names';
import { lineNames, type LineSpan } from './line-names';
import { sharedEndings } from './shared-endings';
import { suggestId } from './suggest-id';
import { cutWords, type Stretch, type Tagger } from './words';

/** A place that a text seems to name and the atlas doesn't have. Where it is, nobody has said. */
export interface Proposal {
	/** As the text writes it first, in its longest form. */
	name: string;
	/** Other forms that the text has: shorter ones, other numerals. */
	variants: string[];
	/** How often the text names it, in any form. */
	count: number;
	contexts: Context[];
	/** A free id, from the name's pinyin and what it is. */
	id: string;
	kind: Kind;
	/** What made it look like a place: the ending of its name, or the word that says what it is. */
	why: string;
}

/** Where a text names a place; UTF-16 offsets of its line. */
export interface Context {
	/** The line, counted from 1. */
	paragraph: number;
	start: number;
	end: number;
	text: string;
	/** A little of the line on both sides. */
	before: string;
	after: string;
}

/** What proposing needs of the languages, so that a heavy dictionary can be loaded elsewhere. */
export interface Languages {
	tag: Tagger;
	/** A Chinese text in pinyin without tones, one item a syllable. */
	spell: (chinese: string) => readonly string[];
}

/** One naming of a place. */
interface Naming {
	name: string;
	kind: Kind;
	why: string;
	/** What its id is made of. */
	idWords: () => string[];
	context: Context;
}

/**
 * The places that a text seems to name and the gazetteer doesn't know, in the order of the text.
 * A name is what ends like one (路, 立交, 医院, Road) and has before it words that name; see
 * `chineseNames`. No known site is proposed, and no part of a longer name.
 *
 * @param lines the text's lines
 * @param siteIds ids that are taken
 */
export function proposePlaces(
	lines: readonly string[],
	gazetteer: Gazetteer,
	siteIds: Iterable<string>,
	languages: Languages
): Proposal[] {
	const namings = lines.flatMap((line, i) => namingsIn(line, i + 1, gazetteer, languages));
	const taken = new Set(siteIds);
	return grouped(namings).map((group) => {
		const names = [...new Set(group.map(({ name }) => name))];
		const name = names.reduce((best, one) => (one.length > best.length ? one : best));
		const naming = group.find((one) => one.name === name) as Naming;
		const { kind, why, idWords } = naming;
		return {
			name,
			variants: names.filter((one) => one !== name),
			count: group.length,
			contexts: group.map(({ context }) => context),
			id: suggestId(idWords(), taken),
			kind,
			why
		};
	});
}

function namingsIn(
	line: string,
	paragraph: number,
	gazetteer: Gazetteer,
	languages: Languages
): Naming[] {
	const mentions = findMentions(gazetteer, line);
	const normalised = normalise(line, gazetteer.simplified);
	const chinese = /\p{Script=Han}/u.test(line)
		? chineseNamings(line, paragraph, normalised, mentions, languages)
		: [];
	const english = englishNames(line)
		.filter(({ start, end }) => !mentions.some((one) => one.start < end && one.end > start))
		.map(({ start, end, name, kind, word }) => ({
			name,
			kind,
			why: word,
			idWords: () => [name],
			context: contextOf(line, paragraph, start, end)
		}));
	return [...chinese, ...english].sort((a, b) => a.context.start - b.context.start);
}

function chineseNamings(
	line: string,
	paragraph: number,
	normalised: Normalised,
	mentions: readonly Mention[],
	languages: Languages
): Naming[] {
	const { text, offsets } = normalised;
	const known = mentions.map(({ start, end }) => stretchOf(normalised, start, end));
	const isFree = (span: { start: number; end: number }) =>
		!known.some((one) => one.start < span.end && one.end > span.start);
	const metro = lineNames(text).filter(isFree);
	const bounds = metro.map(({ start, end }): Stretch => ({ start, end, part: 'boundary' }));
	const stretches = [...known, ...bounds, ...gapsIn(line, normalised)].sort(
		(a, b) => a.start - b.start || a.end - b.end
	);
	const names = chineseNames(text, cutWords(text, languages.tag, stretches));
	const context = ({ start, end }: { start: number; end: number }) =>
		contextOf(line, paragraph, offsets.starts[start] ?? 0, offsets.ends[end - 1] ?? line.length);
	const fromName = (span: NameSpan): Naming => ({
		name: compact(context(span).text),
		kind: span.ending.kind,
		why: span.ending.zh,
		idWords: () => [languages.spell(text.slice(span.start, span.stemEnd)).join(''), span.ending.en],
		context: context(span)
	});
	const fromLine = (span: LineSpan): Naming => ({
		name: span.name ?? compact(context(span).text),
		kind: span.ending.kind,
		why: span.ending.zh,
		idWords: () => ['line', ...span.idWords.map((word) => languages.spell(word).join(''))],
		context: context(span)
	});
	const shared = sharedEndings(text, names).map(({ span, name, stem }) => ({
		...fromName(span),
		name,
		idWords: () => [languages.spell(stem).join(''), span.ending.en],
		context: context(span)
	}));
	return [...metro.map(fromLine), ...names.map(fromName), ...shared];
}

/** Where an editor put a space between Chinese characters: it parts a heading, never a name. */
function gapsIn(line: string, { text, offsets }: Normalised): Stretch[] {
	return [...offsets.starts].flatMap((start, i): Stretch[] => {
		const end = offsets.ends[i - 1] ?? start;
		const isGap = end < start && /\s/.test(line.slice(end, start));
		const isChinese = /^\p{Script=Han}{2}$/u.test(text.slice(i - 1, i + 1));
		return isGap && isChinese ? [{ start: i, end: i, part: 'boundary' }] : [];
	});
}

/** A stretch of a line as one of its normalised text. */
function stretchOf({ offsets }: Normalised, start: number, end: number): Stretch {
	const from = offsets.starts.findIndex((at) => at >= start);
	const to = offsets.ends.findLastIndex((at) => at <= end);
	return { start: from, end: to + 1, part: 'own' };
}

/** A name without the spaces and breaks that some editors put between Chinese and figures. */
function compact(name: string): string {
	return name.replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '');
}

/** Enough to tell which place is meant. */
const AROUND = 14;

/** A stretch of a line, in UTF-16 offsets, with a little of the line on both sides. */
export function contextOf(line: string, paragraph: number, start: number, end: number): Context {
	return {
		paragraph,
		start,
		end,
		text: line.slice(start, end),
		before: line.slice(Math.max(0, start - AROUND), start),
		after: line.slice(end, end + AROUND)
	};
}

/**
 * Namings of one place: of names that are the same but for case and numerals, and of shorter forms
 * that only one longer name ends with (仙林校区) or starts with (3号线 of 3号线一期).
 */
function grouped(namings: readonly Naming[]): Naming[][] {
	const groups = new Map<string, Naming[]>();
	for (const naming of namings) {
		const key = tokenise(normalise(naming.name).text)
			.map((token) => token.key)
			.join(' ');
		groups.set(key, [...(groups.get(key) ?? []), naming]);
	}
	for (const [key, group] of groups) {
		const longer = [...groups.keys()].filter((other) => isLongerForm(other, key, group));
		const [only] = longer;
		if (longer.length !== 1 || only === undefined) continue;
		groups.set(only, [...(groups.get(only) ?? []), ...group]);
		groups.delete(key);
	}
	return [...groups.values()].map((group) => group.toSorted(inTextOrder)).sort(byFirst);
}

function isLongerForm(other: string, key: string, [naming]: readonly Naming[]): boolean {
	if (other === key) return false;
	const isLine = naming?.kind === 'metro-section';
	return isLine
		? /^ \S+ 期$/.test(other.slice(key.length)) && other.startsWith(key)
		: key.length > 6 && other.endsWith(` ${key}`);
}

function inTextOrder({ context: a }: Naming, { context: b }: Naming): number {
	return a.paragraph - b.paragraph || a.start - b.start;
}

function byFirst([a]: readonly Naming[], [b]: readonly Naming[]): number {
	return a && b ? inTextOrder(a, b) : 0;
}
