import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import type { Part, Passage, Retelling, Section } from '../atlas/atlas';
import { lineAt } from '../text/line-at';
import { FAULTS, type Fault } from './retelling-faults';
import type { Issue, PassagePlace } from './types';

/** A retelling, where its passages stand, and what its Markdown does that no reader knows. */
export interface ParsedRetelling {
	retelling: Retelling;
	/** Where each passage stands, by its number. */
	places: Map<number, PassagePlace>;
	issues: Issue[];
}

/**
 * Reads the Markdown of a retelling: one `# title`, `## headings`, and paragraphs that each end
 * in `{#p33}`, the number of the paragraph that they retell; `[name](site:id)` names a site.
 * Whatever else the text holds is an issue, and the rest is read all the same.
 *
 * @param file path that the issues name, relative to the data folder
 */
export function parseRetelling(markdown: string, file: string): ParsedRetelling {
	const reader: Reader = {
		file,
		title: null,
		sections: [],
		places: new Map(),
		firstLines: new Map(),
		issues: []
	};
	const root: Root = fromMarkdown(withoutOverlong(reader, markdown));
	for (const node of root.children) readBlock(reader, node);
	if (reader.title === null) tell(reader, root, FAULTS.noTitle());
	const sections = reader.sections.map(({ node, ...section }) => {
		if (section.passages.length === 0) tell(reader, node, FAULTS.emptySection(section.heading));
		return section;
	});
	const retelling = { title: reader.title ?? '', sections };
	return { retelling, places: reader.places, issues: reader.issues };
}

interface Reader {
	file: string;
	title: string | null;
	sections: (Section & { node: Heading })[];
	places: Map<number, PassagePlace>;
	/** Line of each passage by its number. */
	firstLines: Map<number, number>;
	issues: Issue[];
}

/**
 * Characters (UTF-16 units) of a paragraph, more than any passage has: what Markdown takes for
 * brackets grows with their square.
 */
const LONGEST_PARAGRAPH = 10_000;

/** Tells paragraphs that are too long and blanks them; what follows keeps its place. */
function withoutOverlong(reader: Reader, markdown: string): string {
	let offset = 0;
	// What the pattern takes stands between the paragraphs that it parts.
	const parts = markdown.split(/((?:\r\n?|\n)[ \t]*(?:\r\n?|\n))/).map((part) => {
		const start = offset;
		offset += part.length;
		if (part.length <= LONGEST_PARAGRAPH) return part;
		const words = part.trim().slice(0, 20);
		tellAt(reader, lineAt(markdown, start), FAULTS.overlong(words, part.length, LONGEST_PARAGRAPH));
		return part.replace(/[^\r\n]/g, ' ');
	});
	return parts.join('');
}

function readBlock(reader: Reader, node: RootContent): void {
	if (node.type === 'heading') readHeading(reader, node);
	else if (node.type === 'paragraph') readParagraph(reader, node);
	else tell(reader, node, FAULTS.cannotShow(node.type));
}

function readHeading(reader: Reader, node: Heading): void {
	const text = toString(node).trim();
	if (node.children.some((child) => child.type !== 'text') || /\{#/.test(text)) {
		tell(reader, node, FAULTS.headingNotPlain(text));
	}
	if (node.depth === 1) {
		if (reader.title !== null) {
			tell(reader, node, FAULTS.secondTitle(text));
		} else if (reader.sections.length > 0) {
			tell(reader, node, FAULTS.titleNotFirst(text));
		}
		reader.title ??= text;
	} else if (node.depth === 2) {
		reader.sections.push({ heading: text, passages: [], node });
	} else {
		tell(reader, node, FAULTS.headingLevel(text, node.depth));
	}
}

function readParagraph(reader: Reader, node: Paragraph): void {
	const parts = merge(node.children.flatMap((child) => readInline(reader, child)));
	const start = toString(node).slice(0, 20);
	const number = takeNumber(parts);
	if (number === null) {
		tell(reader, node, FAULTS.noNumber(start));
		return;
	}
	tellSlips(reader, node, parts, start);
	if (parts.length === 0) tell(reader, node, FAULTS.emptyPassage(number));
	const first = reader.firstLines.get(number);
	if (first !== undefined) {
		tell(reader, node, FAULTS.repeatedNumber(number, first));
		return;
	}
	reader.places.set(number, placeOf(node));
	reader.firstLines.set(number, node.position?.start.line ?? 1);
	const passage: Passage = { n: number, parts, sites: mentioned(parts) };
	const section = reader.sections.at(-1);
	if (section) section.passages.push(passage);
	else tell(reader, node, FAULTS.beforeHeading(number));
}

/** What looks like a number or a link and is none. */
function tellSlips(reader: Reader, node: Paragraph, parts: readonly Part[], start: string): void {
	if (parts.some((part) => part.text.includes('{#'))) {
		tell(reader, node, FAULTS.twoNumbers(start));
	}
	if (parts.some((part) => /\]\s*[(（]|[(（]site[:：]/.test(part.text))) {
		tell(reader, node, FAULTS.brokenLink(start));
	}
}

function placeOf(node: Paragraph): PassagePlace {
	const links = node.children.flatMap((child) => {
		const site = child.type === 'link' ? siteOf(child.url) : undefined;
		return site === undefined ? [] : [{ site, ...offsetsOf(child) }];
	});
	return { ...offsetsOf(node), links };
}

/** Offsets in the Markdown; every node that was read from a text has them. */
function offsetsOf({ position }: Paragraph | PhrasingContent): { start: number; end: number } {
	return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function siteOf(url: string): string | undefined {
	return /^site:(.+)$/.exec(url)?.[1];
}

function readInline(reader: Reader, node: PhrasingContent): Part[] {
	if (node.type === 'text') return [{ text: joinLines(node.value) }];
	if (node.type !== 'link') {
		tell(reader, node, FAULTS.cannotShow(node.type));
		return [{ text: toString(node) }];
	}
	const text = toString(node);
	const site = siteOf(node.url);
	if (site === undefined) {
		tell(reader, node, FAULTS.otherLink(text, node.url));
		return [{ text }];
	}
	if (text === '' || node.title || node.children.some((child) => child.type !== 'text')) {
		tell(reader, node, FAULTS.moreThanName(site));
	}
	return [{ text: joinLines(text), site }];
}

/** A line break inside a paragraph: nothing between Chinese characters, elsewhere a space. */
function joinLines(text: string): string {
	return text.replace(/(.?)[ \t]*\n[ \t]*(?=(.?))/gu, (_all, before: string, after: string) => {
		return WIDE.test(before) && WIDE.test(after) ? before : `${before} `;
	});
}

const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’]/u;

function merge(parts: readonly Part[]): Part[] {
	const merged: Part[] = [];
	for (const part of parts) {
		const last = merged.at(-1);
		if (last && last.site === undefined && part.site === undefined) last.text += part.text;
		else merged.push({ ...part });
	}
	return merged;
}

/** Takes `{#p33}` from the end of the parts and returns its number; `null` if it is not there. */
function takeNumber(parts: Part[]): number | null {
	const last = parts.at(-1);
	const match = last?.site === undefined && /\s*\{#p([1-9]\d*)\}\s*$/.exec(last?.text ?? '');
	if (!last || !match) return null;
	last.text = last.text.slice(0, match.index);
	if (last.text === '') parts.pop();
	return Number(match[1]);
}

function mentioned(parts: readonly Part[]): string[] {
	return [...new Set(parts.flatMap((part) => (part.site === undefined ? [] : [part.site])))];
}

function tell(reader: Reader, node: Root | RootContent, fault: Fault): void {
	tellAt(reader, node.position?.start ?? { line: 1, column: 1 }, fault);
}

function tellAt(
	{ issues, file }: Reader,
	{ line, column }: { line: number; column: number },
	fault: Fault
): void {
	issues.push({ rule: 'markdown', severity: 'error', file, line, column, ...fault });
}
