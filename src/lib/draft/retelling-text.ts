/** A stretch of a text: offsets in UTF-16 units, `end` behind the last. */
interface Stretch {
	start: number;
	end: number;
}

/** A part of a retelling's Markdown. `other` is whatever the studio's rows can't show. */
export interface Block extends Stretch {
	type: 'title' | 'heading' | 'passage' | 'other';
	/** Number of the passage; 0 for what is none. */
	n: number;
	/** Its words as they are written, without the signs that make it what it is. */
	text: string;
	/** Where these words stand. */
	words: Stretch;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const NUMBER = /[ \t]?\{#p([1-9]\d{0,5})\}\s*$/;

/**
 * The parts of a retelling in their order: what empty lines part, and each heading. Looser than
 * `parseRetelling`, so that every passage with a number can be edited, whatever is wrong with it.
 */
export function retellingBlocks(markdown: string): Block[] {
	const blocks: Block[] = [];
	let open: Stretch | null = null;
	let hasTitle = false;
	const close = () => {
		if (open) blocks.push(paragraphOf(markdown, open));
		open = null;
	};
	for (const { 0: line, index: start } of markdown.matchAll(/[^\r\n]+/g)) {
		const end = start + line.length;
		if (open && isParted(markdown, open.end, start)) close();
		const heading = NUMBER.test(line) ? null : HEADING.exec(line.replace(/^\uFEFF/, ' '));
		if (heading) {
			close();
			const level = heading[1]?.length ?? 0;
			const isTitle: boolean = level === 1 && !hasTitle;
			hasTitle ||= isTitle;
			const type = isTitle ? 'title' : level === 2 ? 'heading' : 'other';
			blocks.push(blockOf(markdown, type, 0, start, end, start + heading[0].length));
		} else if (line.trim() === '') close();
		else open = { start: open ? open.start : start, end };
	}
	close();
	return blocks;
}

/** Whether an empty line stands between two lines. */
function isParted(text: string, from: number, to: number): boolean {
	return text.slice(from, to).split(/\r\n|\n|\r/).length > 2;
}

function paragraphOf(markdown: string, { start, end }: Stretch): Block {
	const number = NUMBER.exec(markdown.slice(start, end));
	if (!number) return blockOf(markdown, 'other', 0, start, end, start);
	const words = { start, end: start + number.index };
	const text = markdown.slice(words.start, words.end);
	return { type: 'passage', n: Number(number[1]), text, words, start, end };
}

function blockOf(
	markdown: string,
	type: Block['type'],
	n: number,
	start: number,
	end: number,
	from: number
): Block {
	return { type, n, text: markdown.slice(from, end), words: { start: from, end }, start, end };
}

/** Number of the passage that stands at a UTF-16 offset, or under the heading there. */
export function passageAt(blocks: readonly Block[], offset: number | undefined): number | null {
	if (offset === undefined) return null;
	const at = blocks.findIndex(({ start, end }) => start <= offset && offset <= end);
	const block = blocks[at]?.type === 'heading' ? blocks[at + 1] : blocks[at];
	return block?.type === 'passage' ? block.n : null;
}

/** The Markdown with another title; everything else stays byte for byte, as with all edits here. */
export function withTitle(markdown: string, title: string): string {
	const block = retellingBlocks(markdown).find(({ type }) => type === 'title');
	if (block) return rewritten(markdown, block, `# ${oneLine(title)}`);
	const gap = markdown === '' ? '\n' : '\n\n';
	return inStyle(`# ${oneLine(title)}${gap}`, markdown) + markdown;
}

/**
 * The Markdown with other words of a passage. One that is not there yet comes behind the passage
 * with the next lower number, wherever that stands, or before the one with the next higher.
 */
export function withPassage(markdown: string, n: number, words: string): string {
	const passages = retellingBlocks(markdown).filter(({ type }) => type === 'passage');
	const known = passages.find((one) => one.n === n);
	const written = asParagraph(words);
	if (known) return spliced(markdown, known.words, inStyle(written, markdown));
	const added = `${written} {#p${n}}`;
	const inOrder = passages.toSorted((a, b) => a.n - b.n);
	const before = inOrder.findLast((one) => one.n < n);
	if (before) return insertedBehind(markdown, before.end, added);
	const [after] = inOrder;
	if (after) return insertedBefore(markdown, after.start, added);
	return insertedBehind(markdown, markdown.trimEnd().length, added);
}

/** The Markdown without a passage, and without the heading that would then stand over nothing. */
export function withoutPassage(markdown: string, n: number): string {
	const blocks = retellingBlocks(markdown);
	const at = blocks.findIndex((one) => one.type === 'passage' && one.n === n);
	const block = blocks[at];
	if (!block) return markdown;
	const isLast = blocks[at + 1]?.type !== 'passage' && blocks[at + 1]?.type !== 'other';
	const heading = isLast ? blocks[at - 1] : undefined;
	const rest = without(markdown, block);
	return heading?.type === 'heading' ? without(rest, heading) : rest;
}

/** The heading that stands directly above a passage. */
export function headingAbove(blocks: readonly Block[], n: number): Block | undefined {
	const above = blocks[blocks.findIndex((one) => one.type === 'passage' && one.n === n) - 1];
	return above?.type === 'heading' ? above : undefined;
}

/** The Markdown with another heading directly above a passage; as it was if there is no passage. */
export function withHeading(markdown: string, n: number, heading: string): string {
	const blocks = retellingBlocks(markdown);
	const known = headingAbove(blocks, n);
	const written = `## ${oneLine(heading)}`;
	if (known) return rewritten(markdown, known, written);
	const passage = blocks.find((one) => one.type === 'passage' && one.n === n);
	return passage ? insertedBefore(markdown, passage.start, written) : markdown;
}

/** The Markdown without the heading directly above a passage. */
export function withoutHeading(markdown: string, n: number): string {
	const known = headingAbove(retellingBlocks(markdown), n);
	return known ? without(markdown, known) : markdown;
}

/** The Markdown with other numbers of its passages, by the ones that they have. */
export function renumbered(markdown: string, numbers: ReadonlyMap<number, number>): string {
	return retellingBlocks(markdown)
		.toReversed()
		.reduce((text, { type, n, words, end }) => {
			const next = type === 'passage' ? numbers.get(n) : undefined;
			if (next === undefined || next === n) return text;
			const sign = text.slice(words.end, end).replace(/\d+/, String(next));
			return spliced(text, { start: words.end, end }, sign);
		}, markdown);
}

/** Empty lines and headings would part a passage: they join its lines. */
function asParagraph(words: string): string {
	return words.replaceAll(/(?:[ \t]*\r?\n)+/g, '\n').replaceAll(/\n(?= {0,3}#)/g, ' ');
}

function oneLine(text: string): string {
	return text.replaceAll(/\s*\n\s*/g, ' ');
}

function rewritten(markdown: string, { start, end }: Stretch, line: string): string {
	const mark = markdown.startsWith('\uFEFF', start) ? '\uFEFF' : '';
	return spliced(markdown, { start, end }, mark + line);
}

function insertedBehind(markdown: string, at: number, added: string): string {
	if (at === 0) return inStyle(`${added}\n`, markdown) + markdown;
	const isLast = markdown.slice(at).trim() === '';
	const written = inStyle(`\n\n${added}${isLast ? '\n' : ''}`, markdown);
	return markdown.slice(0, at) + written + (isLast ? '' : markdown.slice(at));
}

function insertedBefore(markdown: string, at: number, added: string): string {
	return spliced(markdown, { start: at, end: at }, inStyle(`${added}\n\n`, markdown));
}

/** Takes a part away together with the empty lines behind it. */
function without(markdown: string, { start, end }: Stretch): string {
	const behind = /^\s*/.exec(markdown.slice(end))?.[0].length ?? 0;
	if (end + behind < markdown.length)
		return markdown.slice(0, start) + markdown.slice(end + behind);
	const before = markdown.slice(0, start).trimEnd();
	return before === '' ? '' : inStyle(`${before}\n`, markdown);
}

function spliced(text: string, { start, end }: Stretch, words: string): string {
	return text.slice(0, start) + words + text.slice(end);
}

/** With the line ends that the Markdown has. */
function inStyle(added: string, markdown: string): string {
	return markdown.includes('\r\n') ? added.replaceAll(/\r?\n/g, '\r\n') : added;
}
