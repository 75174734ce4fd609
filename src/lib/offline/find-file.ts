/** What an address leads to: a file, or the same address with a slash at its end. */
export type Found = { file: string } | { folder: string } | null;

/**
 * What a server of files gives for a path within the site: `x/` is `x/index.html`, and `x` leads
 * on to `x/`, since the links of a page are relative to its folder.
 *
 * @param path as it stands in an address, without slash at its start; `null`: there is no such file
 */
export function findFile(path: string, files: Readonly<Record<string, string>>): Found {
	const plain = decoded(path);
	if (plain === null) return null;
	const file = plain === '' || plain.endsWith('/') ? `${plain}index.html` : plain;
	if (Object.hasOwn(files, file)) return { file };
	return Object.hasOwn(files, `${plain}/index.html`) ? { folder: `${path}/` } : null;
}

/** Where a file is asked for: pages at their folder, since hosts lead from `index.html` there. */
export function addressOf(file: string): string {
	return encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
}

function decoded(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}
