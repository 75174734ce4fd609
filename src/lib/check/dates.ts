import { lastDayOf } from '../atlas/span';

/** The first day that a date such as `2025`, `2025-06` or `2025-06-27` can mean. */
function earliest(day: string): string {
	return `${day}-01-01`.slice(0, 10);
}

/** The last day that it can mean; day 31 stands for the end of every month. */
function latest(day: string): string {
	return day + '-12-31'.slice(day.length - 4);
}

/** Whether `a` is after `b` however exactly the two are given. */
export function isAfter(a: string, b: string): boolean {
	return earliest(a) > latest(b);
}

/** Whether the calendar has this day: 2025-02-30 is none. */
export function exists(day: string): boolean {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a text is a date as the schema writes it. */
export function isDay(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value);
}

/** Whole days for which a date, however exactly given, is past at another; negative if ahead. */
export function daysSince(day: string, until: Date): number {
	return Math.floor((until.getTime() - Date.parse(lastDayOf(day))) / DAY);
}

const DAY = 24 * 60 * 60 * 1000;
