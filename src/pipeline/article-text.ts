import { readFile } from 'node:fs/promises';
import { decode } from '../lib/source/read-text';
import { hasWords, splitLines } from '../lib/text/split-lines';
import type { Issue } from '../lib/source/types';

/** A holder's text by lines, or why it can't be used. */
type ArticleText = { ok: true; lines: string[] } | { ok: false; issues: Issue[] };

/** Reads the bytes of a holder's file; `issues` if it can't be opened. */
export async function readBytes(
	file: string
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; issues: Issue[] }> {
	try {
		return { ok: true, bytes: await readFile(file) };
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
		const message = {
			zh: `文件打不开（${code}）。`,
			en: `The file can't be opened (${code}).`
		};
		const fix = { zh: '给出纯文本文件的路径。', en: 'Give the path of a plain text file.' };
		return { ok: false, issues: [{ rule: 'missing-file', severity: 'error', file, message, fix }] };
	}
}

/**
 * The lines of a holder's text; their numbers, counted from 1, are its paragraph numbers. Refuses
 * an empty text and one that isn't UTF-8.
 */
export function articleLines(bytes: Uint8Array, file: string): ArticleText {
	const { text, issues } = decode(bytes, file);
	if (text === null) return { ok: false, issues };
	const lines = splitLines(text);
	if (lines.some(hasWords)) return { ok: true, lines };
	const message = { zh: '文件里没有文字。', en: 'The file holds no text.' };
	const fix = {
		zh: '把文章存成纯文本，每段一行。',
		en: 'Save the article as plain text, one paragraph a line.'
	};
	return { ok: false, issues: [{ rule: 'empty-text', severity: 'error', file, message, fix }] };
}

/** An issue as one line for a terminal, in English as all that `link` and `import` say. */
export function toldIssue({ file, line, column, message, fix }: Issue): string {
	const place = [file, line, column].filter((part) => part !== undefined).join(':');
	return `${place}: ${message.en} ${fix.en}`;
}
