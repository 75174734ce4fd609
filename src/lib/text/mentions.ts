import { normalise, type Normalised, type Simplified } from './normalise';
import { NUMERALS } from './numerals';
import { phaseFollows, phasePrecedes } from './phases';
import { tokenise, type Token } from './tokens';

/** One name of a site. */
export interface GazetteerEntry {
	name: string;
	site: string;
	lang: 'zh' | 'en';
}

/** All names of all sites, ready to be found in a text. */
export interface Gazetteer {
	/** Names that more than one site bears: they are found for none of them. */
	ambiguous: { name: string; sites: string[] }[];
	/** What makes traditional characters equal to simplified ones, in names and texts. */
	simplified?: Simplified;
	root: Node;
}

/** A stretch of a text that names a site; UTF-16 offsets of the text as it was given. */
export interface Mention {
	start: number;
	end: number;
	text: string;
	site: string;
}

/** Names in a tree by their tokens; `sites` where a name ends. */
interface Node {
	next: Map<string, Node>;
	name?: string;
	sites?: Set<string>;
}

/**
 * Puts names in order for `findMentions`; a name without any visible character is left out.
 *
 * @param simplified without it, traditional characters are not those of simplified names
 */
export function createGazetteer(
	entries: readonly GazetteerEntry[],
	simplified?: Simplified
): Gazetteer {
	const root = emptyNode();
	const ends = new Set<Node>();
	for (const { name, site } of entries) {
		for (const keys of spellings(normalise(name, simplified).text)) {
			const node = keys.reduce(child, root);
			node.name ??= name;
			node.sites = (node.sites ?? new Set()).add(site);
			ends.add(node);
		}
	}
	const names = new Map<string, string[]>();
	for (const { name, sites } of ends) {
		if (name && sites && sites.size > 1) names.set(name, [...sites]);
	}
	return {
		root,
		ambiguous: Array.from(names, ([name, sites]) => ({ name, sites })),
		...(simplified && { simplified })
	};
}

/**
 * Every mention of a site, in text order, none overlapping another: the first name that starts,
 * and of those the longest. Equal are texts that `normalise` makes equal and numbers of one value;
 * Latin names need word boundaries. No guesses: a name followed by a numbered phase that it does
 * not state (二期, phase 2) is another thing, and so is a name that two sites bear.
 */
export function findMentions(gazetteer: Gazetteer, text: string): Mention[] {
	const normalised = normalise(text, gazetteer.simplified);
	const tokens = tokenise(normalised.text);
	const mentions: Mention[] = [];
	for (let i = 0; i < tokens.length;) {
		const found = startsName(gazetteer.root, tokens[i])
			? longestName(gazetteer.root, normalised, tokens, i)
			: null;
		if (!found) {
			i++;
			continue;
		}
		const { start, end, sites, next } = found;
		const [site] = sites;
		const isCertain = site !== undefined && sites.size === 1;
		if (isCertain && !isOtherPhase(normalised.text, start, end)) {
			mentions.push(mention(text, normalised, start, end, site));
		}
		// what is named without certainty is passed whole: a shorter name inside it is no mention
		i = next;
	}
	return mentions;
}

function emptyNode(): Node {
	return { next: new Map() };
}

function child(node: Node, key: string): Node {
	const known = node.next.get(key);
	if (known) return known;
	const created = emptyNode();
	node.next.set(key, created);
	return created;
}

const LEADING_NUMERAL = new RegExp(`^[${NUMERALS}]+(?![${NUMERALS}号期])`);

/**
 * The keys of a name. One that starts with a Chinese numeral which counts nothing (三峡) is also
 * found literally, because in 统一三峡 the run 一三 is no number; 号 and 期 make it a number.
 */
function spellings(name: string): string[][] {
	const keys = tokenise(name).map((token) => token.key);
	if (keys.length === 0) return [];
	const numeral = LEADING_NUMERAL.exec(name)?.[0];
	if (!numeral || !keys[0]?.startsWith('#')) return [keys];
	return [keys, [...numeral, ...keys.slice(1)]];
}

/** Most tokens start no name. */
function startsName(root: Node, token: Token | undefined): boolean {
	return token !== undefined && root.next.has(token.key);
}

interface Found {
	/** Offsets in the normalised text. */
	start: number;
	end: number;
	sites: Set<string>;
	/** The first token behind it. */
	next: number;
}

function longestName(
	root: Node,
	normalised: Normalised,
	tokens: readonly Token[],
	first: number
): Found | null {
	const start = tokens[first]?.start ?? 0;
	let found: Found | null = null;
	let node: Node | undefined = root;
	for (let i = first; i < tokens.length; i++) {
		const token = tokens[i];
		node = token && node.next.get(token.key);
		if (!token || !node) break;
		if (node.sites && isWhole(normalised, start, token.end)) {
			found = { start, end: token.end, sites: node.sites, next: i + 1 };
		}
	}
	return found;
}

/** Whether a stretch starts and ends between words and between characters of the source. */
function isWhole({ text, offsets }: Normalised, start: number, end: number): boolean {
	const isCut = (at: number) =>
		at > 0 && at < text.length && offsets.starts[at] === offsets.starts[at - 1];
	if (isCut(start) || isCut(end)) return false;
	return !splitsWord(text, start) && !splitsWord(text, end);
}

const SPLIT_WORD = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{M}_]{2}$/u;

function splitsWord(text: string, at: number): boolean {
	return at > 0 && at < text.length && SPLIT_WORD.test(text.slice(at - 1, at + 1));
}

function isOtherPhase(text: string, start: number, end: number): boolean {
	return phaseFollows(text, end) || phasePrecedes(text, start);
}

function mention(
	source: string,
	{ offsets }: Normalised,
	from: number,
	to: number,
	site: string
): Mention {
	const start = offsets.starts[from] ?? 0;
	const end = offsets.ends[to - 1] ?? source.length;
	return { start, end, text: source.slice(start, end), site };
}
