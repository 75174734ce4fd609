import type { Part, Passage } from '../atlas/atlas';

/** After the end of a sentence; in English only before the capital that begins the next one. */
const SENTENCE_END = /(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z“])/;

/** The first sentence of a passage that names a site, with its mentions; empty if none does. */
export function excerptOf({ parts }: Passage, site: string): Part[] {
	return sentencesOf(parts).find((sentence) => sentence.some((part) => part.site === site)) ?? [];
}

function sentencesOf(parts: readonly Part[]): Part[][] {
	const sentences: Part[][] = [[]];
	for (const part of parts) {
		if (part.site !== undefined) {
			sentences.at(-1)!.push(part);
			continue;
		}
		for (const [i, text] of part.text.split(SENTENCE_END).entries()) {
			if (i > 0) sentences.push([]);
			if (text !== '') sentences.at(-1)!.push({ text });
		}
		if (/[。！？.!?]\s*$/.test(part.text)) sentences.push([]);
	}
	return sentences;
}
