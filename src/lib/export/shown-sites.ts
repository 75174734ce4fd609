import type { Geometry } from 'geojson';
import type { Lang } from '../atlas/atlas';
import type { SiteBrief } from '../atlas/brief';
import type { Shown } from '../shown/shown';
import type { Export, ExportedSite, Facts } from './export';

/** `data/sites.geojson`, which holds all sites. */
export interface PublishedFile {
	type: 'FeatureCollection';
	title_zh: string;
	title_en: string;
	as_of: string;
	licence: string;
	attribution_zh: string;
	attribution_en: string;
	review_zh: string;
	review_en: string;
	features: { type: 'Feature'; id: string; properties: Facts; geometry: Geometry | null }[];
}

/** What of the published sites is wanted. */
export interface Wanted {
	lang: Lang;
	/** Those that the filter keeps, in the order of the export. */
	sites: readonly Pick<SiteBrief, 'id' | 'name' | 'anchor'>[];
	/** The day that is shown, `YYYY-MM-DD`; `null`: the present. */
	day: string | null;
	shown: Shown | null;
	/** The filter in words; empty for one that leaves nothing out. */
	filter: string;
	/** Of the view that shows the same. */
	address: string;
}

/**
 * The published sites that a view shows. Besides what is published of them it says which view
 * that is, the status on its day, and which of them its filter keeps only perhaps.
 *
 * @throws Error if a site is not among the published ones: page and file are of different builds
 */
export function shownSites(file: PublishedFile, wanted: Wanted): Export {
	const { type: _, features, title_zh, title_en, ...terms } = file;
	const { lang, sites, day, filter, address } = wanted;
	const published = new Map(features.map((feature) => [feature.id, feature]));
	return {
		title: { zh: title_zh, en: title_en },
		terms: {
			...terms,
			datum: 'WGS-84',
			...(day && { shown_on: day }),
			...(filter && { filter }),
			address
		},
		sites: sites.map(({ id, name, anchor }): ExportedSite => {
			const feature = published.get(id);
			if (!feature)
				throw new Error(`data/sites.geojson has no site "${id}"; reload the page and try again.`);
			const { properties, geometry } = feature;
			return {
				id,
				name: name[lang],
				facts: { ...properties, ...asShown(id, wanted) },
				anchor,
				geometry
			};
		})
	};
}

/** The same sites with the terms in each row, for formats without a place for them. */
export function withTerms({ title, terms, sites }: Export): Pick<Export, 'sites'> {
	const all = { title_zh: title.zh, title_en: title.en, ...terms };
	return { sites: sites.map((site) => ({ ...site, facts: { ...site.facts, ...all } })) };
}

function asShown(id: string, { day, shown }: Wanted): Facts {
	const status = shown?.statuses?.[id];
	return {
		...(day && status && { shown_status: status.status, shown_basis: status.basis }),
		...(shown?.perhaps.size && { meets_filter: shown.perhaps.has(id) ? 'perhaps' : 'yes' })
	};
}
