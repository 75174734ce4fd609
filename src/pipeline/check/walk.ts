import type { Geometry } from 'geojson';
import type { Lang, Passage } from '../../lib/atlas/atlas';
import type { Location } from '../../lib/atlas/schema';
import type { SourceArticle, SourceData, SourceSite } from '../types';

/** Where a finding is: the part of an issue that names file, line and feature. */
export interface Place {
	file: string;
	line?: number;
	feature?: string;
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

export { SITES_FILE } from '../site-files';

/** Every feature: sites first, then layer by layer. */
export function featuresOf(data: SourceData): PlacedFeature[] {
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
		{ place: { file: 'atlas.json' }, record: data.atlas },
		...data.sources.map((record) => ({ place: placeOfSource(data, record.id), record })),
		...data.lines.map((record) => ({ place: placeOfLine(data, record.id), record })),
		...data.layers.map(({ record }) => ({ place: placeOfLayer(record.id), record })),
		...data.articles.map(({ record }) => ({ place: placeOfArticle(record.id), record })),
		...featuresOf(data).map(({ place, properties }) => ({ place, record: properties }))
	];
}

/** Calls `visit` for a value and everything inside it; `path` reads like `history[0].date`. */
export function walk(
	value: unknown,
	visit: (value: unknown, key: string, path: string) => void,
	path = '',
	key = ''
): void {
	visit(value, key, path);
	if (typeof value !== 'object' || value === null) return;
	for (const [name, child] of Object.entries(value)) {
		const step = Array.isArray(value) ? `[${name}]` : path === '' ? name : `.${name}`;
		walk(child, visit, path + step, Array.isArray(value) ? key : name);
	}
}

export function placeOfFeature(file: string, feature: { id: string; line: number }): Place {
	return { file, line: feature.line, feature: feature.id };
}

export function placeOfSite(site: SourceSite): Place {
	return placeOfFeature(site.file, site);
}

export function placeOfSource(data: SourceData, id: string): Place {
	return placeOfRecord(data, 'sources.json', id);
}

export function placeOfLine(data: SourceData, id: string): Place {
	return placeOfRecord(data, 'lines.json', id);
}

export function placeOfLayer(id: string): Place {
	return { file: `layers/${id}.layer.json`, feature: id };
}

function placeOfArticle(slug: string): Place {
	return { file: `articles/${slug}/article.json`, feature: slug };
}

/** Place of a passage, or of the retelling's file if it has no such passage. */
export function placeOfPassage(article: SourceArticle, lang: Lang, passage?: number): Place {
	const file = retellingFile(article, lang);
	const line = passage === undefined ? undefined : article.lines[lang].get(passage);
	return { file, ...(line === undefined ? {} : { line }) };
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

/** Whether something of an article could not be read. */
export function isArticleUnread(data: SourceData, article: SourceArticle): boolean {
	return isUnread(data, retellingFile(article, 'zh'), retellingFile(article, 'en'));
}

function placeOfRecord(data: SourceData, file: string, id: string): Place {
	const line = data.recordLines?.get(`${file}#${id}`);
	return { file, ...(line === undefined ? {} : { line }), feature: id };
}
