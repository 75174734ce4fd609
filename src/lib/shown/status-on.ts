import type { HistoryEntry, SitePromise, Status } from '../atlas/schema';
import { spanOf } from '../atlas/span';

/**
 * What can be said of a status on a day. `known`: a source says so for that day. `uncertain`: the
 * last word before it, or the first after it; it may have changed. `promised`: the last word, and
 * the day is one by which somebody promised more.
 */
export interface StatusOn {
	status: Status;
	basis: 'known' | 'uncertain' | 'promised';
}

/** Once so, it stays so. */
const LASTING: readonly Status[] = ['open', 'existing'];

/**
 * The status that sources give for a day.
 *
 * An entry counts from the end of its date: one of 2025 is certain at the end of that year, and
 * within it uncertain. Between two entries that say the same, and after one that says that
 * something stands, the status is known; also right up to the day of an opening. Before the first
 * entry nothing is known; what exists has done so for a time that nobody recorded.
 *
 * @param day `YYYY-MM-DD`
 * @param asOf the day up to which the data was gone through: what comes after is the future
 */
export function statusOn(
	{ history, promise }: { history: readonly HistoryEntry[]; promise: SitePromise | null },
	day: string,
	asOf: string
): StatusOn {
	const { start } = spanOf(day);
	const past = history.filter(({ date }) => spanOf(date).end <= start + 1);
	const begun = history.find((entry) => !past.includes(entry) && spanOf(entry.date).start <= start);
	const last = past.at(-1);
	if (!last) return { status: statusBefore(begun ?? history[0], begun), basis: 'uncertain' };
	const { status } = last;
	if (isDue(promise, start, asOf)) return { status, basis: 'promised' };
	const next = history[past.length];
	const isOpening = next?.status === 'open' && !begun;
	const holds = next ? next.status === status || isOpening : LASTING.includes(status);
	return { status, basis: holds ? 'known' : 'uncertain' };
}

function statusBefore(first: HistoryEntry | undefined, begun: HistoryEntry | undefined): Status {
	if (!first) return 'unknown';
	return begun || first.status === 'existing' ? first.status : 'unknown';
}

/** Whether a promise that is still open falls due between the data's own day and this one. */
function isDue(promise: SitePromise | null, start: number, asOf: string): boolean {
	if (promise?.outcome !== 'not-due') return false;
	const by = spanOf(promise.by).end;
	return by > spanOf(asOf).end && by <= start + 1;
}
