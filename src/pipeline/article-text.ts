import { readFile } from 'node:fs/promises';
import { gazetteerEntries } from '../lib/text/gazetteer';
import { createGazetteer, type Gazetteer } from '../lib/text/mentions';
import { decode } from './read-text';
import { SIMPLIFIED } from './simplified';
import type { Issue, SourceData } from './types';

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
		const message = `The file can't be opened (${code}).`;
		const fix = 'Give the path of a plain text file.';
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
	if (lines.some((line) => /[\p{L}\p{N}]/u.test(line))) return { ok: true, lines };
	const message = 'The file holds no text.';
	const fix = 'Save the article as plain text, one paragraph a line.';
	return { ok: false, issues: [{ rule: 'empty-text', severity: 'error', file, message, fix }] };
}

/** The lines of a text without their ends (`\n`, `\r\n` or `\r`) and without byte order mark. */
export function splitLines(text: string): string[] {
	return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

/** All names and aliases of a data folder's sites, ready to find mentions in either characters. */
export function gazetteerOf(data: SourceData): Gazetteer {
	return createGazetteer(
		gazetteerEntries(
			data.sites.map(({ id, properties: { name, aliases } }) => ({ id, name, aliases }))
		),
		SIMPLIFIED
	);
}

/** An issue as one line for a terminal. */
export function toldIssue({ file, line, column, message, fix }: Issue): string {
	const place = [file, line, column].filter((part) => part !== undefined).join(':');
	return `${place}: ${message} ${fix}`;
}
