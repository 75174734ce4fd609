import { openedFrom } from '../../draft/from-files';
import { readFolder } from '../start/open-files';

/** What went wrong with one file of a folder. */
export interface FileFailure {
	path: string;
	why: string;
}

/** The texts of an atlas in a folder, as they stand on the disk. */
export async function textsIn(folder: FileSystemDirectoryHandle): Promise<Map<string, string>> {
	return openedFrom(await readFolder(folder)).texts;
}

/**
 * Whether the folder may be written. Browsers ask the reader, which only works in the course of
 * a press.
 */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
	// Folders of the browser's own have nobody to ask.
	if (!folder.queryPermission || !folder.requestPermission) return true;
	const mode = 'readwrite';
	if ((await folder.queryPermission({ mode })) === 'granted') return true;
	return (await folder.requestPermission({ mode })) === 'granted';
}

/** The text of a file as it stands on the disk; `null` if it is not there. */
export async function textOf(
	folder: FileSystemDirectoryHandle,
	path: string
): Promise<string | null> {
	try {
		const { parent, name } = await place(folder, path, false);
		const file = await (await parent.getFileHandle(name)).getFile();
		return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
	} catch (error) {
		if (error instanceof DOMException && error.name === 'NotFoundError') return null;
		throw error;
	}
}

/** Puts a text in a file's place as a whole: until it is closed the old one stays. */
export async function writeText(
	folder: FileSystemDirectoryHandle,
	path: string,
	text: string
): Promise<void> {
	const { parent, name } = await place(folder, path, true);
	const file = await parent.getFileHandle(name, { create: true });
	const writable = await file.createWritable();
	try {
		await writable.write(text);
		await writable.close();
	} catch (error) {
		await writable.abort().catch(() => {});
		throw error;
	}
}

/**
 * Removes a file of a folder.
 *
 * @throws DOMException `NotFoundError` if it is not there
 */
export async function removeFile(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
	const { parent, name } = await place(folder, path, false);
	await parent.removeEntry(name);
}

async function place(folder: FileSystemDirectoryHandle, path: string, create: boolean) {
	const parts = path.split('/');
	const name = parts.pop() ?? path;
	let parent = folder;
	for (const part of parts) parent = await parent.getDirectoryHandle(part, { create });
	return { parent, name };
}
