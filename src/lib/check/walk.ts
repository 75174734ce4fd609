import type { Geometry } from 'geojson';
import type { Lang, Passage } from '../atlas/atlas';
import type { Line, Location, Source } from '../atlas/schema';
import type { JsonPath } from '../source/json-path';
import type { SourceArticle, SourceData, SourceSite } from '../source/types';

/** Where a finding is. */
export interface Place {
	file: string;
	/** Id of the feature or record. */
	feature?: string;
	/** The way to the value in the file's JSON. */
	path?: JsonPath;
	/** Or where it begins in the file's text, in UTF-16 units. */
	offset?: number;
}

/** A feature of any file, with its place. */
export interface PlacedFeature {
	place: Place;
	id: string;
	geometry: Geometry | null;
	properties: Record<string, unknown>;
}

/** A record or a feature's properties, with its place. */
export interface PlacedRecord {
	place: Place;
	record: unknown;
}

export { SITES_FILE } from '../source/site-files';

const features = new WeakMap<SourceData, readonly PlacedFeature[]>();

/**
 * Every feature: sites first, then layer by layer. Most rules ask for them, so they are worked out
 * once for the same object of data, which must not change between.
 */
export function featuresOf(data: SourceData): readonly PlacedFeature[] {
	const found = features.get(data) ?? placedFeatures(data);
	features.set(data, found);
	return found;
}

function placedFeatures(data: SourceData): PlacedFeature[] {
	const sites = data.sites.map((site) => ({ ...site, place: placeOfSite(site) }));
	const others = data.layers.flatMap(({ file, features }) =>
		features.map((feature) => ({ ...feature, place: placeOfFeature(file, feature) }))
	);
	return [...sites, ...others];
}

/** Every feature that tells how it was located: sites, and stations that differ from their layer. */
export function locatedFeaturesOf(data: SourceData): (PlacedFeature & { location: Location })[] {
	return featuresOf(data).flatMap((feature) => {
		const location = feature.properties['location'] as Location | undefined;
		return location ? [{ ...feature, location }] : [];
	});
}

/** Every record that an editor writes: atlas, sources, lines, sites, layers, features, articles. */
export function recordsOf(data: SourceData): PlacedRecord[] {
	return [
		{ place: { file: 'atlas.json', path: [] }, record: data.atlas },
		...data.sources.map((record) => ({ place: placeOfSource(data, record), record })),
		...data.lines.map((record) => ({ place: placeOfLine(data, record), record })),
		...data.layers.map(({ record }) => ({ place: placeOfLayer(record.id), record })),
		...data.articles.map(({ record }) => ({ place: placeOfArticle(record.id), record })),
		...featuresOf(data).map(({ place, properties }) => {
			return { place: inside(place, 'properties'), record: properties };
		})
	];
}

/** Calls `visit` for a value and everything inside it, with the way there. */
export function walk(
	value: unknown,
	visit: (value: unknown, key: string, path: JsonPath) => void,
	path: JsonPath = [],
	key = ''
): void {
	visit(value, key, path);
	if (typeof value !== 'object' || value === null) return;
	const isList = Array.isArray(value);
	for (const [name, child] of Object.entries(value)) {
		walk(child, visit, [...path, isList ? Number(name) : name], isList ? key : name);
	}
}

/** The place of a value inside what stands at another place. */
export function inside(place: Place, ...keys: JsonPath): Place {
	return place.path ? { ...place, path: [...place.path, ...keys] } : place;
}

/** Place of a site, or of a feature of a layer, in its GeoJSON file. */
export function placeOfFeature(file: string, feature: { id: string; index: number }): Place {
	return { file, path: ['features', feature.index], feature: feature.id };
}

/** Place of a site in its file. */
export function placeOfSite(site: SourceSite): Place {
	return placeOfFeature(site.file, site);
}

/** Place of a record of `sources.json`. */
export function placeOfSource(data: SourceData, source: Source): Place {
	return placeOfRecord(data, 'sources', source);
}

/** Place of a record of `lines.json`. */
export function placeOfLine(data: SourceData, line: Line): Place {
	return placeOfRecord(data, 'lines', line);
}

/** Place of a layer's record, which is a file of its own. */
export function placeOfLayer(id: string): Place {
	return { file: `layers/${id}.layer.json`, path: [], feature: id };
}

function placeOfArticle(slug: string): Place {
	return { file: `articles/${slug}/article.json`, path: [], feature: slug };
}

/** Place of a passage, or of the retelling's file if it has no such passage. */
export function placeOfPassage(article: SourceArticle, lang: Lang, passage?: number): Place {
	const file = retellingFile(article, lang);
	const offset = passage === undefined ? 0 : article.places[lang].get(passage)?.start;
	return { file, ...(offset === undefined ? {} : { offset }) };
}

/** A link of a retelling to a site. */
export interface PlacedLink {
	place: Place;
	passage: number;
	text: string;
	site: string;
}

/** Every link of a retelling, in order. */
export function linksOf(article: SourceArticle, lang: Lang): PlacedLink[] {
	return passagesOf(article, lang).flatMap(({ n, parts }) => {
		const places = article.places[lang].get(n)?.links ?? [];
		return parts
			.flatMap(({ text, site }) => (site === undefined ? [] : [{ text, site }]))
			.map((link, i): PlacedLink => {
				const offset = places[i]?.start;
				const place = placeOfPassage(article, lang, n);
				const exact = offset === undefined ? place : { ...place, offset };
				return { ...link, passage: n, place: { ...exact, feature: link.site } };
			});
	});
}

function retellingFile(article: SourceArticle, lang: Lang): string {
	return `articles/${article.record.id}/${lang}.md`;
}

/** All passages of a retelling, in order. */
export function passagesOf(article: SourceArticle, lang: Lang): Passage[] {
	return article.retelling[lang].sections.flatMap((section) => section.passages);
}

/** Whether a file or record could not be read, so that links to it can't be judged. */
export function isUnread(data: SourceData, ...names: string[]): boolean {
	return names.some((name) => data.unread?.has(name) ?? false);
}

/** Whether something of any article could not be read. */
export function isAnyArticleUnread(data: SourceData): boolean {
	return data.atlas.articles.some((id) => {
		const folder = `articles/${id}`;
		return isUnread(data, folder, `${folder}/zh.md`, `${folder}/en.md`);
	});
}

/** Whether something of an article could not be read. */
export function isArticleUnread(data: SourceData, article: SourceArticle): boolean {
	return isUnread(data, retellingFile(article, 'zh'), retellingFile(article, 'en'));
}

function placeOfRecord(
	{ recordIndex }: SourceData,
	list: 'sources' | 'lines',
	record: Source | Line
): Place {
	const index = recordIndex.get(record);
	const path = index === undefined ? {} : { path: [list, index] };
	return { file: `${list}.json`, feature: record.id, ...path };
}
