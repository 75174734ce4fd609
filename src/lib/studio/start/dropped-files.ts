/** All files of a dropped folder, by their paths with its name. */
export async function droppedFiles(
	folder: FileSystemDirectoryEntry
): Promise<Map<string, Uint8Array>> {
	const files = new Map<string, Uint8Array>();
	const open: FileSystemEntry[] = [folder];
	for (let entry = open.pop(); entry; entry = open.pop()) {
		if (/\/(?:\.git|node_modules)$/.test(entry.fullPath)) continue;
		if (entry.isDirectory) open.push(...(await entriesOf(entry as FileSystemDirectoryEntry)));
		else {
			const file = await new Promise<File>((resolve, reject) =>
				(entry as FileSystemFileEntry).file(resolve, reject)
			);
			files.set(entry.fullPath.slice(1), new Uint8Array(await file.arrayBuffer()));
		}
	}
	return files;
}

/** A reader gives a hundred at most at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (some.length === 0) return all;
		all.push(...some);
	}
}
