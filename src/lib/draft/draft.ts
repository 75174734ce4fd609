import type { Bilingual } from '../atlas/schema';

/**
 * The texts of an atlas's files by their paths, at one moment: it never changes. What begins with
 * `OWN_FOLDER` is the studio's own and never leaves the device.
 */
export type Draft = ReadonlyMap<string, string>;

/** Texts that change, by path; `null`: the file goes. */
export type Changes = ReadonlyMap<string, string | null>;

/** Where the studio keeps what is no part of the atlas, such as the text of an article. */
export const OWN_FOLDER = '.studio/';

/** What happened to one file: a stretch of its text, in UTF-16 units, gave way to another. */
export interface FileChange {
	path: string;
	at: number;
	removed: string;
	inserted: string;
	/** The file was made, or taken away. */
	whole?: 'made' | 'gone';
}

/** One change of a draft, which can be undone and done again. */
export interface Step {
	/** What was done, for people. */
	label: Bilingual;
	/** What was edited: changes of one thing, one after the other, count as one. */
	subject?: string;
	changes: FileChange[];
}

/** The step from a draft to what the changes make of it; `null` if that is the same. */
export function stepOf(
	before: Draft,
	changes: Changes,
	{ label, subject }: Pick<Step, 'label' | 'subject'>
): Step | null {
	const changed = [...changes].flatMap(([path, text]) => changeOf(path, before.get(path), text));
	return changed.length > 0 ? { label, ...(subject && { subject }), changes: changed } : null;
}

function changeOf(path: string, before: string | undefined, after: string | null): FileChange[] {
	if (after === null)
		return before === undefined
			? []
			: [{ path, at: 0, removed: before, inserted: '', whole: 'gone' }];
	if (before === undefined) return [{ path, at: 0, removed: '', inserted: after, whole: 'made' }];
	if (before === after) return [];
	const longest = Math.min(before.length, after.length);
	let at = 0;
	while (at < longest && before[at] === after[at]) at++;
	let behind = 0;
	while (behind < longest - at && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
	const removed = before.slice(at, before.length - behind);
	return [{ path, at, removed, inserted: after.slice(at, after.length - behind) }];
}

/** The draft with a step done. */
export function done(draft: Draft, { changes }: Step): Draft {
	const files = new Map(draft);
	for (const { path, at, removed, inserted, whole } of changes) {
		if (whole === 'gone') files.delete(path);
		else files.set(path, spliced(files.get(path) ?? '', at, removed.length, inserted));
	}
	return files;
}

/** The draft as it was before a step. */
export function undone(draft: Draft, { changes }: Step): Draft {
	const files = new Map(draft);
	for (const { path, at, removed, inserted, whole } of changes.toReversed()) {
		if (whole === 'made') files.delete(path);
		else files.set(path, spliced(files.get(path) ?? '', at, inserted.length, removed));
	}
	return files;
}

function spliced(text: string, at: number, length: number, inserted: string): string {
	return text.slice(0, at) + inserted + text.slice(at + length);
}

/** The step that does both, the second after the first; `null` if together they change nothing. */
export function joined(before: Draft, first: Step, second: Step): Step | null {
	const after = done(done(before, first), second);
	const paths = [...first.changes, ...second.changes].map(({ path }) => path);
	return stepOf(before, new Map(paths.map((path) => [path, after.get(path) ?? null])), first);
}
