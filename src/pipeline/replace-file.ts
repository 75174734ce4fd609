import { realpath, rename, rm, stat, writeFile, chmod } from 'node:fs/promises';
import type { Issue } from '../lib/source/types';

/**
 * Writes beside and renames, so that a reader sees the old file or the new one, never a half. A
 * file that a link leads to is replaced where it lies, and keeps who may read it.
 *
 * @returns why it can't be written, or `null`
 */
export async function replaceFile(
	path: string,
	content: string | Uint8Array
): Promise<Issue | null> {
	const target = await realpath(path).catch(() => path);
	const beside = `${target}.${process.pid}.tmp`;
	try {
		await writeFile(beside, content);
		const old = await stat(target).catch(() => null);
		if (old) await chmod(beside, old.mode);
		await rename(beside, target);
		return null;
	} catch (error) {
		await rm(beside, { force: true });
		const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
		return {
			rule: 'unwritable-file',
			severity: 'error',
			file: path,
			message: { zh: `文件写不进去（${code}）。`, en: `The file can't be written (${code}).` },
			fix: { zh: '让它所在的文件夹可写。', en: 'Make its folder writable.' }
		};
	}
}
