import type { Bilingual } from '../atlas/schema';
import type { JsonNode } from '../text/json-positions';

/** A stretch of a text, in UTF-16 units, and what takes its place. */
export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** Edits that mend one thing. */
export interface Mend {
	/** Id of the feature, if it is one. */
	feature?: string;
	edits: Edit[];
}

/** A file as its bytes say, byte order mark included; `root` is `null` if it is not JSON. */
export interface MendableFile {
	file: string;
	text: string;
	root: JsonNode | null;
}

/** Mends what breaks one rule, where only one way to mend it is right. */
export interface Mender {
	/** Name of the rule. */
	rule: string;
	/** What is done, for people. */
	did: Bilingual;
	/** Edits that do not overlap; none for what only an editor can decide. Pure. */
	mends: (file: MendableFile) => Mend[];
}

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	const parts: string[] = [];
	let from = 0;
	for (const { start, end, text: instead } of edits.toSorted((a, b) => a.start - b.start)) {
		parts.push(text.slice(from, start), instead);
		from = end;
	}
	return [...parts, text.slice(from)].join('');
}
