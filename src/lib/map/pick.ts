/** A site near a click, and how far its drawing is from it in pixels. */
export interface Hit {
	id: string;
	kind: 'mark' | 'line' | 'fill';
	distance: number;
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
