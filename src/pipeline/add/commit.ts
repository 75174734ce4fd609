import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { check } from '../../lib/check/index';
import { readAtlas } from '../read-folder';
import type { Issue } from '../../lib/source/types';
import { refusal } from './problem';
import { makeStaging } from '../staging';

/** New contents of files of the data folder, by path in it; the one that lists others comes last. */
export type Changes = ReadonlyMap<string, string>;

/** All that is wrong with a data folder. */
export async function issuesOf(dir: string, today: Date): Promise<Issue[]> {
	const { data, issues } = await readAtlas(dir);
	return [...issues, ...(data ? check(data, today) : [])];
}

/** What is wrong with a folder once the changes are made, and was not before; nothing is changed. */
export async function issuesAfter(
	dir: string,
	changes: Changes,
	before: readonly Issue[],
	today: Date
): Promise<Issue[]> {
	const parent = await mkdtemp(join(tmpdir(), 'atlas-add-'));
	try {
		const copy = join(parent, 'data');
		await cp(dir, copy, { recursive: true });
		for (const [path, content] of changes) await writeFile(join(copy, path), content);
		const known = new Set(before.map(keyOf));
		return (await issuesOf(copy, today)).filter((issue) => !known.has(keyOf(issue)));
	} finally {
		await rm(parent, { recursive: true, force: true });
	}
}

/** Lines move when something is inserted above. */
function keyOf({ rule, file, feature, message }: Issue): string {
	return JSON.stringify([rule, file, feature, message]);
}

/** The text of each file that will change; `null` for one that is not there yet. */
export async function readTexts(
	dir: string,
	paths: readonly string[]
): Promise<Map<string, string | null>> {
	const texts = await Promise.all(
		paths.map(async (path): Promise<[string, string | null]> => [path, await textOf(dir, path)])
	);
	return new Map(texts);
}

async function textOf(dir: string, path: string): Promise<string | null> {
	try {
		return await readFile(join(dir, path), 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/**
 * Makes all changes or none: everything is written beside the folder, then each file takes its place
 * at once, and if one can't, those before it get back what they held.
 *
 * @param before what the files held when the changes were made up
 * @throws Refusal if a file has changed since, or can't be written
 */
export async function commit(
	dir: string,
	changes: Changes,
	before: ReadonlyMap<string, string | null>
): Promise<void> {
	const paths = [...changes.keys()];
	const now = await readTexts(dir, paths);
	const moved = paths.find((path) => now.get(path) !== (before.get(path) ?? null));
	if (moved !== undefined)
		throw refusal(moved, 'The file has changed since it was read.', 'Run the command again.');
	const folder = resolve(dir);
	let staging: string | null = null;
	const done: string[] = [];
	try {
		staging = await makeStaging(join(dirname(folder), `.${basename(folder)}`));
		for (const [i, path] of paths.entries())
			await writeFile(join(staging, String(i)), changes.get(path) ?? '');
		for (const [i, path] of paths.entries()) {
			await rename(join(staging, String(i)), join(folder, path));
			done.push(path);
		}
	} catch (error) {
		for (const path of done) await restore(join(folder, path), before.get(path) ?? null);
		const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
		const message = `The folder can't be written (${code}); nothing was changed.`;
		throw refusal(dir, message, 'Make the folder, and the one it is in, writable.');
	} finally {
		if (staging) await rm(staging, { recursive: true, force: true });
	}
}

async function restore(path: string, content: string | null): Promise<void> {
	if (content === null) await rm(path, { force: true });
	else await writeFile(path, content);
}
