import type { FoundPassage } from '../../search/passages';
import { ONLY_SIMILAR } from '../../search/meeting';
import type { Found } from '../../search/searcher';
import type { EntryKind } from '../../search/search-index';

/** What the list of results offers, in groups; each option has an id of its own in the page. */
export interface Group {
	kind: EntryKind | 'passages';
	options: Option[];
}

/** A find, or that there are more of its kind. */
export type Option = { id: string } & (
	{ found: Found } | { passage: FoundPassage } | { more: number; kind: Group['kind'] }
);

/** So many of a kind are shown at first. */
const MOST = 4;

/**
 * Results in groups, the group of the best find first. Suggestions stand alone; passages come
 * last, unless nothing bears the name.
 *
 * @param opened kinds of which all are shown
 */
export function groupsOf(
	found: readonly Found[],
	passages: readonly FoundPassage[],
	opened: ReadonlySet<Group['kind']>
): Group[] {
	const kinds = [...new Set(found.map(({ entry }) => entry.kind))];
	const groups = kinds.map((kind) => {
		const all = found
			.filter(({ entry }) => entry.kind === kind)
			.map((one, i) => ({ id: `find-${kind}-${i}`, found: one }));
		return groupOf(kind, all, opened);
	});
	if (passages.length === 0) return groups;
	const ofText = groupOf(
		'passages',
		passages.map((passage) => ({ id: `find-p-${passage.n}`, passage })),
		opened
	);
	return isOnlySimilar(found) ? [ofText, ...groups] : [...groups, ofText];
}

/** Whether nothing bears the name that was typed. */
export function isOnlySimilar(found: readonly Found[]): boolean {
	return found.every(({ cost }) => cost >= ONLY_SIMILAR);
}

function groupOf(
	kind: Group['kind'],
	all: readonly Option[],
	opened: ReadonlySet<Group['kind']>
): Group {
	const more = opened.has(kind) ? 0 : all.length - MOST;
	if (more <= 0) return { kind, options: [...all] };
	return { kind, options: [...all.slice(0, MOST), { id: `find-${kind}-more`, more, kind }] };
}
