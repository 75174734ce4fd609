import type { HistoryEntry } from '../atlas/schema';
import { spanOf } from '../atlas/span';
import { standingOf, type Standing } from '../atlas/standing';

/**
 * What we could say of a site's status by the end of a day; `null` before the first entry that is
 * certain then.
 *
 * @param day `YYYY-MM-DD`
 */
export function standingOn(history: readonly HistoryEntry[], day: string): Standing | null {
	const { end } = spanOf(day);
	const past = history.filter(({ date }) => spanOf(date).end <= end);
	return past.length > 0 ? standingOf({ history: past }) : null;
}
