import { openedFrom, isAtlasText, type Opened } from '../../draft/from-files';
import { unzip } from '../../files/unzip';

/** Folders that hold no part of an atlas. */
const PASSED_OVER = /^(?:\.git|node_modules)$/;

/** @throws FileFault if the archive is broken or too large */
export async function openZip(file: Blob): Promise<Opened> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	return openedFrom(
		unzip(bytes, (name) => !/(?:^|\/)(?:__MACOSX|\.git|node_modules)\/|\/$/.test(name))
	);
}

/** The files that were chosen with their folder, or dropped. */
export async function openList(files: readonly File[]): Promise<Opened> {
	const read = files
		.filter(
			({ webkitRelativePath }) =>
				!webkitRelativePath.split('/').some((part) => PASSED_OVER.test(part))
		)
		.map(async (file): Promise<[string, Uint8Array]> => [
			file.webkitRelativePath || file.name,
			new Uint8Array(await file.arrayBuffer())
		]);
	return openedFrom(new Map(await Promise.all(read)));
}

/** The files of an atlas in a folder on the disk; others are neither read nor touched. */
export async function readFolder(
	folder: FileSystemDirectoryHandle
): Promise<Map<string, Uint8Array>> {
	const files = new Map<string, Uint8Array>();
	await walk(folder, '', files);
	return files;
}

async function walk(
	folder: FileSystemDirectoryHandle,
	path: string,
	files: Map<string, Uint8Array>
): Promise<void> {
	for await (const [name, handle] of folder.entries()) {
		const own = `${path}${name}`;
		if (handle.kind === 'directory') {
			if (/^(?:layers|articles(?:\/[^/]+)?)$/.test(own)) await walk(handle, `${own}/`, files);
		} else if (isAtlasText(own)) {
			files.set(own, new Uint8Array(await (await handle.getFile()).arrayBuffer()));
		}
	}
}
