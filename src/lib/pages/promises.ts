import type { Site } from '../atlas/atlas';
import type { Outcome, SitePromise } from '../atlas/schema';
import { OUTCOMES } from '../atlas/terms';
import { spanOf } from '../atlas/span';
import { standingOf } from '../atlas/standing';
import { axisOf, percent, place, type Axis, type Placed } from './timeline';

/** A site of which the article promises something. */
export type PromisedSite = Site & { promise: SitePromise };

/** The promised sites in the order of the article. */
export function promisedSites(sites: readonly Site[]): PromisedSite[] {
	return sites.filter((site): site is PromisedSite => site.promise !== null);
}

/** How many promises came to each outcome, those that came to none left out. */
export function totalsOf(sites: readonly PromisedSite[]): { outcome: Outcome; count: number }[] {
	return OUTCOMES.map((outcome) => ({
		outcome,
		count: sites.filter(({ promise }) => promise.outcome === outcome).length
	})).filter(({ count }) => count > 0);
}

/** One promise on the line of time. */
export interface Track {
	site: PromisedSite;
	/** The time in which it was promised; `null` where that lies beyond the axis. */
	due: Placed | null;
	/** The day of delivery or of the newest word; `null` for what is not due. */
	event: { day: string; at: Placed } | null;
	/** From the missed date to the newest word, in per cent; `null` unless it was not kept. */
	late: { x: number; width: number } | null;
}

/**
 * All promises on one axis, which ends with the year of `asOf`. Only what was shown not to be kept
 * has a line beyond its date: what is unknown is not called late.
 */
export function tracksOf(
	sites: readonly PromisedSite[],
	asOf: string
): { axis: Axis; tracks: Track[]; asOfAt: number } {
	const last = spanOf(asOf);
	const events = sites.map(eventDay);
	const spans = [...sites.map(({ promise }) => promise.by), ...events.flatMap((day) => day ?? [])]
		.map(spanOf)
		.filter(({ start }) => start < last.end);
	const axis = axisOf([...spans, last]);
	const tracks = sites.map((site, i): Track => {
		const { by, outcome } = site.promise;
		const day = events[i] ?? null;
		const due = spanOf(by).start < axis.to ? place(by, axis) : null;
		const event = day === null ? null : { day, at: place(day, axis) };
		const isLate = outcome === 'not-kept' && due && event;
		const x = due ? due.x + due.width : 0;
		return { site, due, event, late: isLate ? { x, width: event.at.middle - x } : null };
	});
	return { axis, tracks, asOfAt: percent((last.start + last.end) / 2, axis) };
}

/** Delivery is the day of its evidence; anything else is as old as the newest word on it. */
function eventDay(site: PromisedSite): string | null {
	const { outcome, asOf } = site.promise;
	if (outcome === 'not-due') return null;
	return outcome === 'kept' ? (asOf ?? standingOf(site).entry.date) : standingOf(site).entry.date;
}
