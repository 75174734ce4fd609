import type { Bilingual, Bounds, SiteProperties } from '../atlas/schema';
import type { Kind, Theme } from '../atlas/terms';
import { insertInList } from '../source/edit-json';
import { extentArea } from '../source/extent-area';
import type { Changes, Draft } from './draft';
import { jsonOf, NEW_SITES_FILE } from './find-files';

/** What is known of a place that a text names. */
export interface NewSite {
	/** Free, and an id by its form. */
	id: string;
	name: Bilingual;
	kind: Kind;
	/** Id of the article's citation. */
	source: string;
}

/** The theme that a kind of place most often belongs to. */
const THEME_OF: Record<Kind, Theme> = {
	station: 'rail',
	'metro-section': 'rail',
	road: 'road',
	tunnel: 'road',
	interchange: 'road',
	factory: 'industry',
	innovation: 'innovation',
	lab: 'innovation',
	campus: 'education',
	finance: 'city',
	plot: 'city',
	area: 'city',
	waterfront: 'city',
	community: 'city'
};

/**
 * Adds sites of which nothing is known but that the article names them: not where they are within
 * the atlas's extent, nor how far they have come.
 *
 * @param today `YYYY-MM-DD`
 * @throws Error if the file of sites has no list of features
 */
export function addSites(draft: Draft, sites: readonly NewSite[], today: string): Changes {
	const text = draft.get(NEW_SITES_FILE) ?? '{ "type": "FeatureCollection", "features": [] }\n';
	const features = sites.map((site) => featureOf(site, boundsOf(draft), today));
	return new Map([[NEW_SITES_FILE, insertInList(text, 'features', features)]]);
}

/** `addSites` of one. */
export function addSite(draft: Draft, site: NewSite, today: string): Changes {
	return addSites(draft, [site], today);
}

/** The atlas's extent; all of the earth while it has none. */
function boundsOf(draft: Draft): Bounds {
	const bounds: unknown = jsonOf(draft, 'atlas.json').root?.members?.get('bounds')?.value;
	const isExtent =
		Array.isArray(bounds) && bounds.length === 4 && bounds.every((one) => Number.isFinite(one));
	return isExtent ? (bounds as unknown as Bounds) : [-180, -90, 180, 90];
}

function featureOf({ id, name, kind, source }: NewSite, bounds: Bounds, today: string) {
	const properties: SiteProperties = {
		name,
		aliases: { zh: [], en: [] },
		kind,
		theme: THEME_OF[kind],
		location: {
			precision: 'unlocated',
			accuracy: null,
			basis: {
				zh: '报道没有说明位置，尚未查找',
				en: 'The article does not say where it is; nobody has looked yet'
			},
			sources: [source],
			area: {
				name: { zh: '本图志的范围', en: 'The extent of this atlas' },
				...extentArea(bounds),
				why: { zh: '只知道在图志的范围内', en: 'It is known to lie within the atlas, no more' }
			}
		},
		history: [
			{
				date: today,
				status: 'unknown',
				note: { zh: '尚未查证现状', en: 'Its status has not been looked into yet' },
				sources: [source]
			}
		],
		promise: null,
		checked: today
	};
	return { type: 'Feature', id, geometry: null, properties };
}
