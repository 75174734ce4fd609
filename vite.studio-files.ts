import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

const STUDIO = /^(?:en\/)?studio\//;

/**
 * The files of a built site that only the studio's pages load, by their paths in it: readers are not
 * made to keep them, and they may ask for newer browsers.
 */
export function studioFiles(folder: string): Set<string> {
	const all = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) =>
			join(parentPath, name)
				.slice(folder.length + 1)
				.replaceAll(sep, '/')
		);
	const pages = all.filter((file) => file.endsWith('.html'));
	const ofReaders = loadedBy(
		pages.filter((page) => !STUDIO.test(page)),
		all,
		folder
	);
	const ofStudio = loadedBy(
		pages.filter((page) => STUDIO.test(page)),
		all,
		folder
	);
	return new Set(
		all.filter((file) => STUDIO.test(file) || (ofStudio.has(file) && !ofReaders.has(file)))
	);
}

/** All parts of the app that pages name, or what they name does, and so on. */
function loadedBy(pages: readonly string[], all: readonly string[], folder: string): Set<string> {
	const parts = new Map(
		all.filter((file) => file.startsWith('_app/immutable/')).map((file) => [basename(file), file])
	);
	const found = new Set<string>();
	const open = [...pages];
	for (let file = open.pop(); file !== undefined; file = open.pop()) {
		for (const name of namesIn(readFileSync(join(folder, file), 'utf8'))) {
			const part = parts.get(name);
			// Kit's entry names the script of every page; each page names its own.
			const isOther = part?.startsWith('_app/immutable/nodes/') && !file.endsWith('.html');
			if (part === undefined || isOther || found.has(part)) continue;
			found.add(part);
			if (/\.m?js$/.test(part)) open.push(part);
		}
	}
	return found;
}

/** What could be names of files in a text. */
function namesIn(text: string): Iterable<string> {
	return text.match(/[\w.-]+\.(?:m?js|css|wasm|json)/g) ?? [];
}
