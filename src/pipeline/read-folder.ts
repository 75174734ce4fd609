import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSourceFile, type FolderFiles } from '../lib/source/folder-files';
import { readFiles } from '../lib/source/read';

/** Reads the atlas of a folder on the disk; see `readFiles`. A folder that is not there is empty. */
export async function readAtlas(dir: string): Promise<ReturnType<typeof readFiles>> {
	return readFiles(await filesIn(dir));
}

async function filesIn(dir: string): Promise<FolderFiles> {
	const entries = await readdir(dir, { recursive: true }).catch(() => []);
	const paths = entries.map((entry) => entry.replaceAll('\\', '/')).filter(isSourceFile);
	const files = await Promise.all(
		paths.sort().map(async (path) => [path, await contentOf(join(dir, path))] as const)
	);
	return new Map(files);
}

function contentOf(file: string): Promise<Uint8Array | { code: string }> {
	return readFile(file).catch((error: NodeJS.ErrnoException) => {
		return { code: error.code ?? 'unknown error' };
	});
}
