import type { Article, Atlas, Site } from '../atlas/atlas';
import type { Source } from '../atlas/schema';
import { anchorOf } from '../geo/anchor';
import { boundsOf } from '../geo/bounds';
import { linksIn } from '../check/links';
import { passagesOf, recordsOf } from '../check/walk';
import { SITE_FILES } from '../source/site-files';
import type { SourceArticle, SourceData, SourceSite } from '../source/types';

/**
 * What the app shows, from data that obeys all rules of `check`. Sites stand in the order in which
 * the first article names them; keys stand in the order of their schema, so that equal data gives
 * equal text. No article has an original yet: that is the build's to add.
 *
 * @throws Error naming the rule that `check` must have told, if the data does not obey it
 */
export function compile(data: SourceData): Atlas {
	const { schema, id, title, summary, bounds, home, asOf, address, contact, review, licence } =
		data.atlas;
	return {
		...{
			schema,
			id,
			title,
			summary,
			bounds,
			home,
			asOf,
			years: data.atlas.years ?? yearsOf(data),
			...(address && { address }),
			...(contact && { contact }),
			review,
			licence
		},
		sites: inTextOrder(data).map((site) => compileSite(site, data.articles)),
		lines: data.lines,
		layers: data.layers.map(({ record }) => record),
		articles: data.articles.map(compileArticle),
		sources: namedSources(data)
	};
}

/** From the first year that a site's history tells of to the fifth after the data's own. */
function yearsOf({ atlas, sites }: SourceData): [number, number] {
	const years = sites.flatMap(({ properties }) =>
		properties.history.map(({ date }) => yearOf(date))
	);
	const last = yearOf(atlas.asOf) + 4;
	return [Math.min(last, ...years), last];
}

function yearOf(day: string): number {
	return Number(day.slice(0, 4));
}

function inTextOrder({ sites, articles }: SourceData): SourceSite[] {
	const order = articles.flatMap((article) =>
		passagesOf(article, 'zh').flatMap((one) => one.sites)
	);
	const named = sites.filter(({ id }) => order.includes(id));
	return named.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function compileSite(
	{ id, geometry, properties, file }: SourceSite,
	articles: readonly SourceArticle[]
): Site {
	const { history, location, promise } = properties;
	const { article, passages } = firstNaming(id, articles);
	const [first] = passages;
	const status = history.at(-1)?.status;
	const bounds = boundsOf({ geometry, location });
	if (!article || first === undefined)
		throw new Error(`Site "${id}": no passage names it (unnamed-site).`);
	if (!status) throw new Error(`Site "${id}": its history is empty (schema).`);
	if (!bounds) throw new Error(`Site "${id}": it has neither geometry nor area (precision).`);
	return {
		id,
		...properties,
		licence: SITE_FILES[file] ?? 'CC-BY-4.0',
		geometry,
		status,
		anchor: geometry && anchorOf(geometry),
		bounds,
		article,
		passages,
		introducedBy: promise && passages.includes(promise.passage) ? promise.passage : first
	};
}

/** Numbers count within an article: the first one that names the site, and where. */
function firstNaming(id: string, articles: readonly SourceArticle[]) {
	const found = articles.map((article) => ({
		article: article.record.id,
		passages: passagesOf(article, 'zh').flatMap(({ n, sites }) => (sites.includes(id) ? [n] : []))
	}));
	return found.find(({ passages }) => passages.length > 0) ?? { article: null, passages: [] };
}

function compileArticle({ record, retelling }: SourceArticle): Article {
	return { ...record, retelling, hasOriginal: false };
}

function namedSources(data: SourceData): Record<string, Source> {
	const named = new Set(
		recordsOf(data).flatMap(({ record }) => linksIn(record).map(({ id }) => id))
	);
	const sources = data.sources.filter(({ id }) => named.has(id));
	return Object.fromEntries(sources.map((source) => [source.id, source]));
}
