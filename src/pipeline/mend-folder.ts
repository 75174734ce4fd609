import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mendText, type Mended } from '../lib/mend/index';
import { replaceFile } from './replace-file';
import type { Issue } from '../lib/source/types';

/**
 * Mends the files of a data folder, each written whole and put in the place of the old one at
 * once. A file that nothing is to be mended in is not touched.
 *
 * @param files paths in the folder; those that are not UTF-8 are left alone
 * @returns what was mended, and what could not be written
 */
export async function mendFolder(
	dir: string,
	files: Iterable<string>
): Promise<{ mended: Mended[]; issues: Issue[] }> {
	const all: Mended[] = [];
	const issues: Issue[] = [];
	for (const file of files) {
		const old = await readUtf8(join(dir, file));
		const { text, mended } = mendText(file, old);
		if (text === old) continue;
		const failure = await replaceFile(join(dir, file), text);
		if (failure) issues.push({ ...failure, file });
		else all.push(...mended);
	}
	return { mended: all, issues };
}

/** With the byte order mark, which is to be seen. */
async function readUtf8(path: string): Promise<string> {
	return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
}
