import type { Atlas, Site } from '../atlas/atlas';
import type { Source } from '../atlas/schema';

/** The citations of what is said of a site, each once: of its status first, then of its place. */
export function sourcesOf(
	site: Pick<Site, 'history' | 'location'>,
	atlas: Pick<Atlas, 'sources'>
): Source[] {
	const ids = new Set([
		...site.history.flatMap(({ sources }) => sources),
		...site.location.sources
	]);
	return [...ids].flatMap((id) => atlas.sources[id] ?? []);
}
