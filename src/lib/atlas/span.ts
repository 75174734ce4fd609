/** A stretch of time in days since 1970-01-01 (UTC), the end not included. */
export interface Span {
	start: number;
	end: number;
}

const DAY = 86_400_000;

/** The stretch that a date stands for: a day, or the whole month or year if no more is known. */
export function spanOf(day: string): Span {
	const [year = 0, month, date] = day.split('-').map(Number);
	const start = dayNumber(year, month ?? 1, date ?? 1);
	if (date !== undefined) return { start, end: start + 1 };
	if (month !== undefined) return { start, end: dayNumber(year, month + 1, 1) };
	return { start, end: dayNumber(year + 1, 1, 1) };
}

/** Days from 1970-01-01 to a day of the calendar, month and date counted from 1. */
export function dayNumber(year: number, month: number, date: number): number {
	return Date.UTC(year, month - 1, date) / DAY;
}

/** The day of such a number, `YYYY-MM-DD`. */
export function dayOf(number: number): string {
	return new Date(number * DAY).toISOString().slice(0, 10);
}

/** The last day that a date can mean, `YYYY-MM-DD`: by then it has certainly come. */
export function lastDayOf(date: string): string {
	return dayOf(spanOf(date).end - 1);
}
