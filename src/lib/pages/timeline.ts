import { dayNumber, dayOf, spanOf, type Span } from '../atlas/span';

/** A time axis from the left edge (0) to the right (100, per cent). */
export interface Axis {
	from: number;
	to: number;
	/** The first of January of each year that it shows. */
	years: { year: number; at: number }[];
}

/**
 * An axis over whole years that holds every given span.
 *
 * @param spans at least one
 */
export function axisOf(spans: readonly Span[]): Axis {
	const first = yearOf(Math.min(...spans.map(({ start }) => start)));
	const last = yearOf(Math.max(...spans.map(({ end }) => end)) - 1) + 1;
	const axis = { from: dayNumber(first, 1, 1), to: dayNumber(last, 1, 1) };
	const years = Array.from({ length: last - first }, (_, i) => ({
		year: first + i,
		at: percent(dayNumber(first + i, 1, 1), axis)
	}));
	return { ...axis, years };
}

/** The years that are written under an axis: no more than have room on a phone. */
export function labelledYears({ years }: Axis): Axis['years'] {
	const step = Math.ceil(years.length / MOST_LABELS);
	return years.filter((_, i) => i % step === 0);
}

/** 44 px each on the narrowest phone. */
const MOST_LABELS = 6;

function yearOf(day: number): number {
	return Number(dayOf(day).slice(0, 4));
}

/** Where a moment lies on an axis: 0 is its left edge, 100 its right one; to a hundredth. */
export function percent(day: number, { from, to }: Pick<Axis, 'from' | 'to'>): number {
	return Math.round(((day - from) / (to - from)) * 10_000) / 100;
}

/** Where a date lies on an axis. */
export interface Placed {
	/** Left edge and width of what is known of the date, in per cent of the axis. */
	x: number;
	width: number;
	/** Its middle, where the mark stands. */
	middle: number;
	/** Whether only the month or the year is known. */
	isSpan: boolean;
}

/** Places a date on an axis. */
export function place(day: string, axis: Axis): Placed {
	const span = spanOf(day);
	const x = percent(span.start, axis);
	const end = percent(span.end, axis);
	const middle = percent((span.start + span.end) / 2, axis);
	const width = Math.round((end - x) * 100) / 100;
	return { x, width, middle, isSpan: day.length < 'YYYY-MM-DD'.length };
}

/**
 * Rows for marks so that none covers another: each takes the first row in which it keeps its
 * distance to the last one.
 *
 * @param middles in per cent, from left to right
 * @param gap the least distance of two marks in a row, in per cent
 */
export function rowsOf(middles: readonly number[], gap: number): number[] {
	const ends: number[] = [];
	return middles.map((middle) => {
		const free = ends.findIndex((end) => middle - end >= gap);
		const row = free === -1 ? ends.length : free;
		ends[row] = middle;
		return row;
	});
}
