import { strToU8, zipSync, type Zippable } from 'fflate';
import { OWN_FOLDER, type Draft } from './draft';

/** What ZIP can say at the earliest: the same files give the same bytes on any day. */
const LONG_AGO = new Date(1980, 0, 1);

/** The folder of an atlas as a ZIP archive, without what is the studio's own. */
export function zipOf(draft: Draft, others: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
	const texts = [...draft]
		.filter(([path]) => !path.startsWith(OWN_FOLDER))
		.map(([path, text]) => [path, strToU8(text)] as const);
	const files = new Map([...Object.entries(others), ...texts]);
	const zippable: Zippable = {};
	for (const path of [...files.keys()].sort()) zippable[path] = files.get(path)!;
	return zipSync(zippable, { mtime: LONG_AGO, level: 9 });
}
