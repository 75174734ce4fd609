import type { Details } from '../atlas/brief';
import { dayNumber, dayOf, spanOf, type Span } from '../atlas/span';

/** A day of the time slider on which something happened, or was promised to happen. */
export interface TimeEvent {
	/** Days since 1970-01-01: the middle of what is known of the date. */
	moment: number;
	/** Of how many places or sections. */
	count: number;
	isPromise: boolean;
}

/** The days that a slider over whole years goes through. */
export function daysOf([first, last]: readonly [number, number]): Span {
	return { start: dayNumber(first, 1, 1), end: dayNumber(last + 1, 1, 1) };
}

/** The month of a day, counted from January of the slider's first year. */
export function monthOf(day: string, first: number): number {
	const [year = 0, month = 1] = day.split('-').map(Number);
	return (year - first) * 12 + month - 1;
}

/** The last day of such a month, `YYYY-MM-DD`: by then all of it has happened. */
export function dayOfMonth(month: number, first: number): string {
	return dayOf(dayNumber(first, month + 2, 1) - 1);
}

/** What the histories and promises of all places and the openings of the metro tell, day by day, within the slider's years. */
export function timeEvents(details: Details | null, years: readonly [number, number]): TimeEvent[] {
	const { start, end } = daysOf(years);
	const told = Object.values(details?.sites ?? {}).flatMap(({ history, promise }) => [
		...history.map(({ date }) => ({ date, isPromise: false })),
		...(promise ? [{ date: promise.by, isPromise: true }] : [])
	]);
	const opened = (details?.openings ?? []).map((date) => ({ date, isPromise: false }));
	const events = new Map<string, TimeEvent>();
	for (const { date, isPromise } of [...told, ...opened]) {
		const span = spanOf(date);
		const moment = (span.start + span.end) / 2;
		if (moment < start || moment >= end) continue;
		const key = `${moment} ${isPromise}`;
		const known = events.get(key);
		if (known) known.count++;
		else events.set(key, { moment, count: 1, isPromise });
	}
	return [...events.values()];
}
