import { normalise, type Simplified } from './normalise';

/**
 * How much of the wording of each passage every paragraph has, 0 to 1. Wording is pairs of Chinese
 * characters that follow each other, and Latin words; what few paragraphs have counts for more. A
 * retelling shares no sentence with its text, but often the words for what the paragraph is about.
 *
 * @returns one row a passage, one share a paragraph
 */
export function wordingShares(
	passages: readonly string[],
	paragraphs: readonly string[],
	simplified?: Simplified
): number[][] {
	const inParagraphs = paragraphs.map((text) => pairsOf(text, simplified));
	const counts = new Map<string, number>();
	for (const pairs of inParagraphs)
		for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
	const weightOf = (pairs: Iterable<string>) =>
		[...pairs].reduce((sum, pair) => sum + 1 / (counts.get(pair) ?? 1), 0);
	return passages.map((text) => {
		const own = pairsOf(text, simplified);
		const all = weightOf(own);
		return inParagraphs.map((pairs) => {
			const shared = [...own].filter((pair) => pairs.has(pair));
			return all === 0 ? 0 : weightOf(shared) / all;
		});
	});
}

function pairsOf(text: string, simplified?: Simplified): Set<string> {
	const pairs = new Set<string>();
	for (const [run] of normalise(text, simplified).text.matchAll(/\p{Script=Han}+|[a-z]{2,}/gu)) {
		if (/[a-z]/.test(run)) pairs.add(run);
		else for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
	}
	return pairs;
}
