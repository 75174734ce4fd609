import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeStaging } from './staging';

/** Contents of a folder's files by their paths in it, with `/` between folders. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * Makes a folder hold these files and no others. Everything is written beside the folder first,
 * so that a full disk leaves the old files as they were; then each file takes its place at once.
 * A file whose content stays the same is not touched, so that nothing that watches it wakes up.
 */
export async function writeFolder(folder: string, files: Files): Promise<void> {
	const changed = await changedFiles(folder, files);
	await mkdir(folder, { recursive: true });
	const staging = await makeStaging(folder);
	try {
		for (const [path, content] of changed) await writeInto(staging, path, content);
		for (const [path] of changed) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await rename(join(staging, path), join(folder, path));
		}
	} finally {
		await rm(staging, { recursive: true, force: true });
	}
	await removeOthers(folder, files);
}

async function changedFiles(
	folder: string,
	files: Files
): Promise<[string, string | Uint8Array][]> {
	const changed: [string, string | Uint8Array][] = [];
	for (const [path, content] of files) {
		const old = await readFile(join(folder, path)).catch(() => null);
		if (!old?.equals(Buffer.from(content as Uint8Array))) changed.push([path, content]);
	}
	return changed;
}

async function writeInto(
	folder: string,
	path: string,
	content: string | Uint8Array
): Promise<void> {
	await mkdir(dirname(join(folder, path)), { recursive: true });
	await writeFile(join(folder, path), content);
}

/** Removes files that are not in the list, and folders that this empties. */
async function removeOthers(folder: string, files: Files, within = ''): Promise<boolean> {
	let isEmpty = true;
	for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
		const path = within === '' ? entry.name : `${within}/${entry.name}`;
		const isGone = entry.isDirectory() ? await removeOthers(folder, files, path) : !files.has(path);
		if (isGone) await rm(join(folder, path), { recursive: true });
		else isEmpty = false;
	}
	return isEmpty;
}
