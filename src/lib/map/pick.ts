import type { Status } from '../atlas/terms';
import type { GroundKind } from '../style/declaration';
import type { OwnHit } from './own-sources';

/** A site near a click, and how far its drawing is from it in pixels. */
export interface Hit {
	id: string;
	kind: 'mark' | 'line' | 'fill';
	distance: number;
}

/** What of the ground lies at a click. */
export interface GroundHit {
	kind: GroundKind;
	/** In the page's language. */
	name: string;
	/** Year since which trains have run or stopped there, where it is recorded. */
	since: number | null;
	status: Status | null;
}

/** All that lies near a click, what is nearest first but for the sites. */
export interface Found {
	sites: readonly Hit[];
	own: readonly OwnHit[];
	ground: readonly GroundHit[];
}

/** What a click means: sites by their ids. */
export interface Meant extends Omit<Found, 'sites'> {
	sites: readonly string[];
}

/**
 * What a click means: whoever identifies is offered all that lies there; else what is clearly
 * nearest, a small feature of an own file before a site, and nothing of the ground.
 */
export function meantBy(found: Found, identifies: boolean): Meant {
	if (identifies) return { ...found, sites: nearestFirst(found.sites).map(({ id }) => id) };
	const sites = pickSites(found.sites);
	const own = found.own.filter(({ isSmall }) => isSmall || sites.length === 0).slice(0, 1);
	return { sites: own.length > 0 ? [] : sites, own, ground: [] };
}

/** Marks whose middles are this much nearer than the next are meant; closer calls are asked. */
const CLEARLY_NEARER = 6;

/**
 * The sites that a click means, nearest first: one if it is clear, several if the reader has to
 * say which. A mark goes before a line, a line before an area.
 */
export function pickSites(hits: readonly Hit[]): string[] {
	for (const kind of ['mark', 'line', 'fill'] as const) {
		const found = nearestFirst(hits.filter((hit) => hit.kind === kind));
		const nearest = found[0];
		if (!nearest) continue;
		return found
			.filter(({ distance }) => distance - nearest.distance < CLEARLY_NEARER)
			.map(({ id }) => id);
	}
	return [];
}

/** `queryRenderedFeatures` gives a copy for each tile; the nearest copy of a site counts. */
function nearestFirst(hits: readonly Hit[]): Hit[] {
	const nearest = new Map<string, Hit>();
	for (const hit of hits) {
		const known = nearest.get(hit.id);
		if (!known || hit.distance < known.distance) nearest.set(hit.id, hit);
	}
	return [...nearest.values()].sort((a, b) => a.distance - b.distance);
}
