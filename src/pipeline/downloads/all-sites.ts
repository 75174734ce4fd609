import type { Atlas, Site } from '../../lib/atlas/atlas';
import type { Bilingual, Source } from '../../lib/atlas/schema';
import type { Export } from '../../lib/export/export';

/** What a download says of one site: flat, in this order, `null` where nothing is known. */
type SiteRecord = {
	id: string;
	name_zh: string;
	name_en: string;
	/** Other names, joined by `; ` like the other lists. */
	aliases_zh: string | null;
	aliases_en: string | null;
	kind: string;
	theme: string;
	/** Id of the metro line that it is a section of. */
	line: string | null;
	status: string;
	status_date: string;
	status_note_zh: string;
	status_note_en: string;
	precision: string;
	/** Metres around the geometry within which the place lies. */
	accuracy_m: number | null;
	/** The geometry joins known points and is not an alignment. */
	schematic: boolean;
	basis_zh: string;
	basis_en: string;
	/** The smallest circle known to contain a place without geometry. */
	area_zh: string | null;
	area_en: string | null;
	area_lng: number | null;
	area_lat: number | null;
	area_radius_m: number | null;
	promise_zh: string | null;
	promise_en: string | null;
	promise_by: string | null;
	outcome: string | null;
	outcome_as_of: string | null;
	/** Numbers of the passages that name it. */
	passages: string;
	note_zh: string | null;
	note_en: string | null;
	checked: string;
	/** Of the geometry: CC-BY-4.0, or ODbL-1.0 where it is made from OpenStreetMap. */
	geometry_licence: string;
	/** Publisher, title, date and address of every source of its place and status, joined by ` | `. */
	sources: string;
};

/** All sites of an atlas, for those who download them. */
export function allSites(atlas: Atlas): Export {
	return {
		title: atlas.title,
		terms: termsOf(atlas),
		sites: atlas.sites.map((site) => ({
			id: site.id,
			name: site.name.zh,
			facts: siteRecord(site, atlas),
			anchor: site.anchor,
			geometry: site.geometry
		}))
	};
}

function siteRecord(site: Site, atlas: Pick<Atlas, 'sources'>): SiteRecord {
	const { location, promise, note } = site;
	const { area } = location;
	const newest = site.history.at(-1)!;
	return {
		id: site.id,
		...inBoth('name', site.name),
		aliases_zh: list(site.aliases.zh) || null,
		aliases_en: list(site.aliases.en) || null,
		kind: site.kind,
		theme: site.theme,
		line: site.line ?? null,
		status: site.status,
		status_date: newest.date,
		...inBoth('status_note', newest.note),
		precision: location.precision,
		accuracy_m: location.accuracy,
		schematic: location.schematic ?? false,
		...inBoth('basis', location.basis),
		area_zh: area?.name.zh ?? null,
		area_en: area?.name.en ?? null,
		area_lng: area?.center[0] ?? null,
		area_lat: area?.center[1] ?? null,
		area_radius_m: area?.radius ?? null,
		promise_zh: promise?.what.zh ?? null,
		promise_en: promise?.what.en ?? null,
		promise_by: promise?.by ?? null,
		outcome: promise?.outcome ?? null,
		outcome_as_of: promise?.asOf ?? null,
		passages: list(site.passages),
		note_zh: note?.zh ?? null,
		note_en: note?.en ?? null,
		checked: site.checked,
		geometry_licence: site.licence,
		sources: sourceIds(site)
			.map((id) => cite(id, atlas.sources))
			.join(' | ')
	};
}

/** Licence, attribution and map review, for the formats that can carry them. */
function termsOf(atlas: Atlas): Export['terms'] {
	const { title, asOf, licence, review } = atlas;
	const attribution = (lang: 'zh' | 'en') =>
		[`${title[lang]} (${licence})`, ...atlas.layers.map((layer) => layer.attribution[lang])]
			.filter((text, i, all) => all.indexOf(text) === i)
			.join('; ');
	return {
		as_of: asOf,
		licence,
		...inBoth('attribution', { zh: attribution('zh'), en: attribution('en') }),
		...('number' in review
			? inBoth('review', { zh: review.number, en: review.number })
			: inBoth('review', review.exemption))
	};
}

function inBoth<K extends string>(key: K, { zh, en }: Bilingual) {
	return { [`${key}_zh`]: zh, [`${key}_en`]: en } as Record<`${K}_${'zh' | 'en'}`, string>;
}

function sourceIds({ location, history }: Site): string[] {
	return [...new Set([...location.sources, ...history.flatMap(({ sources }) => sources)])];
}

function cite(id: string, sources: Record<string, Source>): string {
	const source = sources[id];
	if (!source) throw new Error(`Source "${id}" is not in the atlas; sources.json must have it.`);
	const { publisher, title, about, date, url } = source;
	const named = title ?? about.zh.replace(/。$/, '');
	return [publisher?.zh, named, date, url].filter((part) => part != null).join(', ');
}

function list(items: readonly (string | number)[]): string {
	return items.join('; ');
}
