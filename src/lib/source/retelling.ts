import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import type { Part, Passage, Retelling, Section } from '../atlas/atlas';
import type { Bilingual } from '../atlas/schema';
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
	const root: Root = fromMarkdown(markdown);
	for (const node of root.children) readBlock(reader, node);
	if (reader.title === null) {
		tell(
			reader,
			root,
			{ zh: '没有标题。', en: 'There is no title.' },
			{ zh: '开头写上“# 标题”。', en: 'Begin with "# Title".' }
		);
	}
	const sections = reader.sections.map(({ node, ...section }) => {
		if (section.passages.length === 0) tellEmpty(reader, node, section.heading);
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

function tellEmpty(reader: Reader, node: Heading, heading: string): void {
	tell(
		reader,
		node,
		{ zh: `“${heading}”下面没有内容。`, en: `Nothing stands under "${heading}".` },
		{ zh: '写一段，或删去这个小标题。', en: 'Write a passage or take it out.' }
	);
}

function readBlock(reader: Reader, node: RootContent): void {
	if (node.type === 'heading') readHeading(reader, node);
	else if (node.type === 'paragraph') readParagraph(reader, node);
	else tellUnknown(reader, node);
}

function tellUnknown(reader: Reader, node: RootContent): void {
	const { zh, en } = NAMES[node.type] ?? { zh: node.type, en: node.type };
	tell(
		reader,
		node,
		{ zh: `这里不能显示${zh}。`, en: `${en} can't be shown here.` },
		{
			zh: '写成一段纯文字，地点用[名称](site:id)链接。',
			en: 'Write it as a paragraph of plain text with [name](site:id) links.'
		}
	);
}

const NAMES: Record<string, Bilingual> = {
	blockquote: { zh: '引用块', en: 'A quotation block' },
	break: { zh: '强制换行', en: 'A forced line break' },
	code: {
		zh: '代码块（这一行前面是不是有制表符或四个空格？）',
		en: 'A code block (a line indented by a tab or four spaces?)'
	},
	definition: { zh: '链接定义', en: 'A link definition' },
	delete: { zh: '删除线', en: 'Struck text' },
	emphasis: { zh: '斜体强调（*或_）', en: 'Emphasis (* or _)' },
	html: { zh: 'HTML', en: 'HTML' },
	image: { zh: '图片', en: 'An image' },
	imageReference: { zh: '图片', en: 'An image' },
	inlineCode: { zh: '代码（`）', en: 'Code (`)' },
	linkReference: { zh: '引用式链接', en: 'A reference link' },
	list: { zh: '列表', en: 'A list' },
	strong: { zh: '粗体（**或__）', en: 'Bold text (** or __)' },
	thematicBreak: { zh: '分隔线（---）', en: 'A rule (---)' }
};

function readHeading(reader: Reader, node: Heading): void {
	const text = toString(node).trim();
	if (node.children.some((child) => child.type !== 'text') || /\{#/.test(text)) {
		tell(
			reader,
			node,
			{ zh: `标题“${text}”不是纯文字。`, en: `The heading "${text}" is not plain text.` },
			{ zh: '只留下文字。', en: 'Leave only its words.' }
		);
	}
	if (node.depth === 1) {
		if (reader.title !== null) {
			tell(
				reader,
				node,
				{ zh: `“${text}”是第二个标题。`, en: `"${text}" is a second title.` },
				{ zh: '改成小标题：“## …”。', en: 'Write it as a heading: "## …".' }
			);
		} else if (reader.sections.length > 0) {
			tell(
				reader,
				node,
				{ zh: `标题“${text}”不在最前面。`, en: `The title "${text}" is not the first thing.` },
				{ zh: '移到开头。', en: 'Move it to the top.' }
			);
		}
		reader.title ??= text;
	} else if (node.depth === 2) {
		reader.sections.push({ heading: text, passages: [], node });
	} else {
		tell(
			reader,
			node,
			{
				zh: `“${text}”是第${node.depth}级标题。`,
				en: `"${text}" is a heading of level ${node.depth}.`
			},
			{ zh: '改用“## ”。', en: 'Write it with "## ".' }
		);
	}
}

function readParagraph(reader: Reader, node: Paragraph): void {
	const parts = merge(node.children.flatMap((child) => readInline(reader, child)));
	const start = toString(node).slice(0, 20);
	const number = takeNumber(parts);
	if (number === null) {
		tell(
			reader,
			node,
			{ zh: `“${start}…”这一段没有编号。`, en: `The paragraph "${start}…" has no number.` },
			{
				zh: '段末写上{#p12}：它所复述的原文段落的序号。',
				en: 'End it with {#p12}, the number of the paragraph of the article that it retells.'
			}
		);
		return;
	}
	tellSlips(reader, node, parts, start);
	if (parts.length === 0) {
		tell(
			reader,
			node,
			{ zh: `第${number}段没有文字。`, en: `Passage ${number} has no text.` },
			{ zh: '写上内容，或删去这个编号。', en: 'Write it or take its number out.' }
		);
	}
	if (reader.places.has(number)) {
		tellRepeated(reader, node, number);
		return;
	}
	reader.places.set(number, placeOf(node));
	reader.firstLines.set(number, node.position?.start.line ?? 1);
	const passage: Passage = { n: number, parts, sites: mentioned(parts) };
	const section = reader.sections.at(-1);
	if (section) section.passages.push(passage);
	else {
		tell(
			reader,
			node,
			{
				zh: `第${number}段写在第一个小标题之前。`,
				en: `Passage ${number} stands before the first heading.`
			},
			{ zh: '在它上面加一个“## 小标题”。', en: 'Put a "## heading" above it.' }
		);
	}
}

/** What looks like a number or a link and is none. */
function tellSlips(reader: Reader, node: Paragraph, parts: readonly Part[], start: string): void {
	if (parts.some((part) => part.text.includes('{#'))) {
		tell(
			reader,
			node,
			{
				zh: `“${start}…”这一段不止一个{#…}。`,
				en: `The paragraph "${start}…" has more than one {#…}.`
			},
			{
				zh: '只留段末那一个；段与段之间要空一行。',
				en: 'Keep the one at its end; leave an empty line between paragraphs.'
			}
		);
	}
	if (parts.some((part) => /\]\s*[(（]|[(（]site[:：]/.test(part.text))) {
		tell(
			reader,
			node,
			{
				zh: `“${start}…”这一段有写坏的链接。`,
				en: `The paragraph "${start}…" holds a link that is not one.`
			},
			{
				zh: '写成[名称](site:id)，括号和冒号用半角，中间不留空格。',
				en: 'Write it as [name](site:id), with half-width signs and no space between.'
			}
		);
	}
}

function tellRepeated(reader: Reader, node: Paragraph, number: number): void {
	const first = reader.firstLines.get(number);
	tell(
		reader,
		node,
		{
			zh: `第${number}段出现了第二次，第一次在第${first}行。`,
			en: `Passage ${number} stands a second time; the first is on line ${first}.`
		},
		{
			zh: '每段用自己的编号，或把两段合成一段。',
			en: 'Give each passage its own number, or join the two.'
		}
	);
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
		tellUnknown(reader, node);
		return [{ text: toString(node) }];
	}
	const text = toString(node);
	const site = siteOf(node.url);
	if (site === undefined) {
		tell(
			reader,
			node,
			{ zh: `[${text}]链接到"${node.url}"。`, en: `[${text}] links to "${node.url}".` },
			{
				zh: '只链接地点：[名称](site:id)；其他网址写进sources.json。',
				en: 'Link only to sites, as [name](site:id); other addresses belong in sources.json.'
			}
		);
		return [{ text }];
	}
	if (text === '' || node.title || node.children.some((child) => child.type !== 'text')) {
		tell(
			reader,
			node,
			{ zh: `到${site}的链接不只是一个名称。`, en: `The link to ${site} is more than a name.` },
			{
				zh: '[ ]里只写文字，( )里只写site:id。',
				en: 'Write only plain words in [ ] and site:id in ( ).'
			}
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

function tell(reader: Reader, node: Root | RootContent, message: Bilingual, fix: Bilingual): void {
	const { line, column } = node.position?.start ?? { line: 1, column: 1 };
	reader.issues.push({
		rule: 'markdown',
		severity: 'error',
		file: reader.file,
		line,
		column,
		message,
		fix
	});
}
