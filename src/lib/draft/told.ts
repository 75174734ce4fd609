import { check } from '../check/index';
import type { JsonPath } from '../source/json-path';
import { isSourceFile, type FolderFiles } from '../source/folder-files';
import { readFiles } from '../source/read';
import type { Issue, SourceFile } from '../source/types';
import { pathAt } from '../text/json-positions';
import type { Draft } from './draft';

/** What is wrong with a draft, and which value or place of its texts it is about. */
export interface Told extends Issue {
	/** The way to the value in its JSON file, as far as it is there. */
	path?: JsonPath;
	/** Offset in its text, in UTF-16 units, where it is known. */
	offset?: number;
}

/**
 * Everything that is wrong with a draft: what can't be read, and what breaks a rule.
 *
 * @param today the day of the check
 */
export function checkDraft(draft: Draft, today: Date): Told[] {
	const { data, issues, files } = readFiles(folderOf(draft));
	const all = [...issues, ...(data ? check(data, today) : [])];
	return all.map((issue) => placed(issue, files.get(issue.file)));
}

/** The files that an atlas is read from, as bytes. */
export function folderOf(draft: Draft): FolderFiles {
	const encoder = new TextEncoder();
	return new Map(
		[...draft].flatMap(([path, text]) =>
			isSourceFile(path) ? [[path, encoder.encode(text)] as const] : []
		)
	);
}

function placed(issue: Issue, file: SourceFile | undefined): Told {
	const line = issue.line === undefined ? undefined : file?.lines[issue.line - 1];
	if (!file || line === undefined) return issue;
	const offset = line + (issue.column ?? 1) - 1;
	return { ...issue, offset, ...(file.root && { path: pathAt(file.root, offset) }) };
}

/** Whether something is wrong with a value, or with something inside it. */
export function isAbout(told: Told, file: string, path: JsonPath): boolean {
	return told.file === file && path.every((key, i) => told.path?.[i] === key);
}
