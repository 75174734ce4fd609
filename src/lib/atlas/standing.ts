import type { Site } from './atlas';
import type { HistoryEntry } from './schema';

/** What we can say of a site's status today. */
export interface Standing {
	/** The entry that says it best: how it opened, or the newest word on anything else. */
	entry: HistoryEntry;
	/** `since`: it opened on that day. `as-of`: it was so on that day, and we know no more. */
	kind: 'since' | 'as-of';
}

/**
 * The present status of a site. What is open has been so since the first of the entries that
 * say so without a break; of anything else only the newest evidence counts.
 */
export function standingOf({ history }: Pick<Site, 'history'>): Standing {
	const newest = history.at(-1);
	if (!newest) throw new Error('A site without history: check should have refused it.');
	if (newest.status !== 'open') return { entry: newest, kind: 'as-of' };
	const before = history.findLastIndex(({ status }) => status !== 'open');
	return { entry: history[before + 1] ?? newest, kind: 'since' };
}
