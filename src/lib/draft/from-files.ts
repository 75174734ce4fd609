import { isSourceFile } from '../source/folder-files';

/** An atlas's folder as it was opened. */
export interface Opened {
	/** The texts of the atlas, by path. */
	texts: Map<string, string>;
	/** Everything else, as it was. */
	others: Map<string, Uint8Array>;
}

/**
 * Tells an atlas's texts from other files. A folder around them all, as archives often have, is
 * left out. A text that is not UTF-8 stays with the others, and the check misses it.
 *
 * @param files bytes by path, with `/` between folders
 */
export function openedFrom(files: ReadonlyMap<string, Uint8Array>): Opened {
	const root = rootOf([...files.keys()]);
	const texts = new Map<string, string>();
	const others = new Map<string, Uint8Array>();
	for (const [path, bytes] of files) {
		const own = path.startsWith(root) ? path.slice(root.length) : path;
		const text = isAtlasText(own) ? textOf(bytes) : null;
		if (text === null) others.set(own, bytes);
		else texts.set(own, text);
	}
	return { texts, others };
}

/** Whether a file of a folder is one that the studio edits. */
export function isAtlasText(path: string): boolean {
	return isSourceFile(path) || /^articles\/[^/]+\/original\.txt$/.test(path);
}

/** The folder with the topmost atlas.json, with its `/`; `''` if there is none. */
function rootOf(paths: readonly string[]): string {
	const roots = paths.flatMap((path) => /^(.*\/)?atlas\.json$/.exec(path)?.slice(1) ?? []);
	const [first = ''] = roots
		.map((root) => root ?? '')
		.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
	return first;
}

function textOf(bytes: Uint8Array): string | null {
	try {
		// The byte order mark stays: the check tells of it.
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}
