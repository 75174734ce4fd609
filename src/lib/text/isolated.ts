/** What is written from right to left, by the blocks of Unicode, or turns what stands around it. */
const TURNS =
	/[\p{Bidi_Control}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Embeddings, overrides and isolates: what goes on until it is closed, or closes ours. */
const UNCLOSED = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Words of somebody else (a file, a host, a link), to stand within a sentence of ours: they keep
 * their own direction and leave that of the sentence alone. Words that can't turn anything come
 * back as they are.
 *
 * By Unicode’s UAX #9: between FSI and PDI, which also hold in labels and in copied text, where
 * there are no elements.
 */
export function isolated(words: string): string {
	return TURNS.test(words) ? `\u2068${words.replaceAll(UNCLOSED, '')}\u2069` : words;
}
