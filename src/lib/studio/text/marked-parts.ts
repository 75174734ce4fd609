import type { Context, Proposal } from '../../propose/proposals';
import type { Mention } from '../../text/mentions';

/** A stretch of a line: plain, or the name of a place that the atlas has, or may get. */
export interface MarkedPart {
	text: string;
	/** Id of the site. */
	site?: string;
	/** The proposal's name. */
	proposed?: string;
}

/** Where a line names a place that is proposed. */
interface ProposedSpan extends Pick<Context, 'start' | 'end' | 'text'> {
	name: string;
}

/**
 * A line by its names; a known place comes before a proposed one that it overlaps. What is proposed
 * of another text, which stood here before, is passed over.
 */
export function markedParts(
	line: string,
	mentions: readonly Mention[],
	proposed: readonly ProposedSpan[]
): MarkedPart[] {
	const known = mentions.map(({ start, end, site }) => ({ start, end, mark: { site } }));
	const free = proposed
		.filter(({ start, end, text }) => line.slice(start, end) === text)
		.filter(({ start, end }) => !known.some((one) => one.start < end && one.end > start))
		.map(({ start, end, name }) => ({ start, end, mark: { proposed: name } }));
	const parts: MarkedPart[] = [];
	let from = 0;
	for (const { start, end, mark } of [...known, ...free].sort((a, b) => a.start - b.start)) {
		if (start < from) continue;
		if (start > from) parts.push({ text: line.slice(from, start) });
		parts.push({ text: line.slice(start, end), ...mark });
		from = end;
	}
	if (from < line.length) parts.push({ text: line.slice(from) });
	return parts;
}

/** Where proposals stand, by the number of the paragraph. */
export function spansByParagraph(proposals: readonly Proposal[]): Map<number, ProposedSpan[]> {
	const spans = new Map<number, ProposedSpan[]>();
	for (const { name, contexts } of proposals) {
		for (const { paragraph, start, end, text } of contexts)
			spans.set(paragraph, [...(spans.get(paragraph) ?? []), { start, end, text, name }]);
	}
	return spans;
}
