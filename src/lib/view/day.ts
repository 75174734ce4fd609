import { lastDayOf } from '../atlas/span';

const DAY = /^(?:19|20|21)\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

/**
 * Reads a day, or a month or year as its last day: by then all of it has happened. Never throws.
 *
 * @returns `YYYY-MM-DD` between 1900 and 2199; `null` for anything else
 */
export function parseDay(text: string | null): string | null {
	if (text === null || !DAY.test(text)) return null;
	const last = lastDayOf(text);
	// The 30th of February would be a day in March.
	return text.length < last.length || text === last ? last : null;
}
