/**
 * The lines of an article's text without their ends (`\n`, `\r\n` or `\r`) and without byte order
 * mark. Their numbers, counted from 1 and with empty lines, are the numbers of its paragraphs.
 */
export function splitLines(text: string): string[] {
	return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

/** Whether a line holds any word or number. */
export function hasWords(line: string): boolean {
	return /[\p{L}\p{N}]/u.test(line);
}
