/**
 * The files of an atlas's folder by their paths in it, with `/` between folders: their bytes, or
 * why one can't be opened.
 */
export type FolderFiles = ReadonlyMap<string, Uint8Array | Unopened>;

export interface Unopened {
	/** What the system calls it, such as `EACCES`. */
	code: string;
}

/** Whether a file of the folder is one that an atlas is read from; others may lie beside them. */
export function isSourceFile(path: string): boolean {
	return (
		/^(?:atlas|sources|lines)\.json$|^sites(?:-osm)?\.geojson$/.test(path) ||
		/^layers\/[^/]+\.(?:geojson|layer\.json)$/.test(path) ||
		/^articles\/[^/]+\/(?:article\.json|zh\.md|en\.md)$/.test(path)
	);
}
