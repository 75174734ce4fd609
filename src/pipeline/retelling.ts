import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import type { Part, Passage, Retelling, Section } from '../lib/atlas/atlas';
import type { Issue } from './types';

/** A retelling, where its passages stand, and what its Markdown does that no reader knows. */
export interface ParsedRetelling {
	retelling: Retelling;
	/** Line of each passage by its number, counted from 1. */
	lines: Map<number, number>;
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
	const reader: Reader = { file, title: null, sections: [], lines: new Map(), issues: [] };
	const root: Root = fromMarkdown(markdown);
	for (const node of root.children) readBlock(reader, node);
	if (reader.title === null) tell(reader, undefined, 'There is no title.', 'Begin with "# Title".');
	for (const { heading, passages } of reader.sections) {
		if (passages.length > 0) continue;
		tell(
			reader,
			undefined,
			`Nothing stands under "${heading}".`,
			'Write a passage or take it out.'
		);
	}
	const retelling = { title: reader.title ?? '', sections: reader.sections };
	return { retelling, lines: reader.lines, issues: reader.issues };
}

interface Reader {
	file: string;
	title: string | null;
	sections: Section[];
	lines: Map<number, number>;
	issues: Issue[];
}

function readBlock(reader: Reader, node: RootContent): void {
	if (node.type === 'heading') readHeading(reader, node);
	else if (node.type === 'paragraph') readParagraph(reader, node);
	else tell(reader, node, `${NAMES[node.type] ?? node.type} can't be shown here.`, PLAIN);
}

const PLAIN = 'Write it as a paragraph of plain text with [name](site:id) links.';

const NAMES: Record<string, string> = {
	blockquote: 'A quotation block',
	break: 'A forced line break',
	code: 'A code block (a line indented by a tab or four spaces?)',
	definition: 'A link definition',
	delete: 'Struck text',
	emphasis: 'Emphasis (* or _)',
	html: 'HTML',
	image: 'An image',
	imageReference: 'An image',
	inlineCode: 'Code (`)',
	linkReference: 'A reference link',
	list: 'A list',
	strong: 'Bold text (** or __)',
	thematicBreak: 'A rule (---)'
};

function readHeading(reader: Reader, node: Heading): void {
	const text = toString(node).trim();
	if (node.children.some((child) => child.type !== 'text') || /\{#/.test(text)) {
		tell(reader, node, `The heading "${text}" is not plain text.`, 'Leave only its words.');
	}
	if (node.depth === 1) {
		if (reader.title !== null) {
			tell(reader, node, `"${text}" is a second title.`, 'Write it as a heading: "## …".');
		} else if (reader.sections.length > 0) {
			tell(reader, node, `The title "${text}" is not the first thing.`, 'Move it to the top.');
		}
		reader.title ??= text;
	} else if (node.depth === 2) {
		reader.sections.push({ heading: text, passages: [] });
	} else {
		tell(reader, node, `"${text}" is a heading of level ${node.depth}.`, 'Write it with "## ".');
	}
}

function readParagraph(reader: Reader, node: Paragraph): void {
	const parts = merge(node.children.flatMap((child) => readInline(reader, child)));
	const shown = `"${toString(node).slice(0, 20)}…"`;
	const number = takeNumber(parts);
	if (number === null) {
		tell(
			reader,
			node,
			`The paragraph ${shown} has no number.`,
			'End it with {#p12}, the number of the paragraph of the article that it retells.'
		);
		return;
	}
	if (parts.some((part) => part.text.includes('{#'))) {
		tell(
			reader,
			node,
			`The paragraph ${shown} has more than one {#…}.`,
			'Keep the one at its end; leave an empty line between paragraphs.'
		);
	}
	if (parts.some((part) => /\]\s*[(（]|[(（]site[:：]/.test(part.text))) {
		tell(
			reader,
			node,
			`The paragraph ${shown} holds a link that is not one.`,
			'Write it as [name](site:id), with half-width signs and no space between.'
		);
	}
	if (parts.length === 0) {
		tell(reader, node, `Passage ${number} has no text.`, 'Write it or take its number out.');
	}
	const first = reader.lines.get(number);
	if (first !== undefined) {
		tell(
			reader,
			node,
			`Passage ${number} stands a second time; the first is on line ${first}.`,
			'Give each passage its own number, or join the two.'
		);
		return;
	}
	reader.lines.set(number, node.position?.start.line ?? 1);
	const passage: Passage = { n: number, parts, sites: mentioned(parts) };
	const section = reader.sections.at(-1);
	if (section) section.passages.push(passage);
	else
		tell(
			reader,
			node,
			`Passage ${number} stands before the first heading.`,
			'Put a "## heading" above it.'
		);
}

function readInline(reader: Reader, node: PhrasingContent): Part[] {
	if (node.type === 'text') return [{ text: joinLines(node.value) }];
	if (node.type !== 'link') {
		tell(reader, node, `${NAMES[node.type] ?? node.type} can't be shown here.`, PLAIN);
		return [{ text: toString(node) }];
	}
	const text = toString(node);
	const site = /^site:(.+)$/.exec(node.url)?.[1];
	if (site === undefined) {
		tell(
			reader,
			node,
			`[${text}] links to "${node.url}".`,
			'Link only to sites, as [name](site:id); other addresses belong in sources.json.'
		);
		return [{ text }];
	}
	if (text === '' || node.title || node.children.some((child) => child.type !== 'text')) {
		tell(
			reader,
			node,
			`The link to ${site} is more than a name.`,
			'Write only plain words in [ ] and site:id in ( ).'
		);
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

function tell(reader: Reader, node: RootContent | undefined, message: string, fix: string): void {
	const start = node?.position?.start;
	reader.issues.push({
		rule: 'markdown',
		severity: 'error',
		file: reader.file,
		...(start ? { line: start.line, column: start.column } : {}),
		message,
		fix
	});
}
