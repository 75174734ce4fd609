import type { Article, Atlas, Lang, Passage, Section, Site } from './atlas';
import type { Bilingual, Contact, LngLat, Source, Status } from './schema';
import { standingOf, type Standing } from './standing';

/** What list, text and map need to know of a site: it comes with the page. */
export interface SiteBrief extends Pick<
	Site,
	'id' | 'name' | 'label' | 'kind' | 'theme' | 'line' | 'geometry' | 'status' | 'anchor' | 'bounds'
> {
	/** Numbers of the passages of the page's article that name it, in text order. */
	passages: number[];
	/** Number of the one that best introduces it; `null` if the article does not name it. */
	introducedBy: number | null;
	/** Id of the first article that names it, where that is another one. */
	elsewhere?: string;
	location: Pick<Site['location'], 'precision' | 'accuracy' | 'schematic'> & {
		area?: { center: LngLat; radius: number };
	};
	standing: { date: string; kind: Standing['kind'] };
}

/** What a site's card tells besides: it comes when a first card is opened. */
export type SiteDetails = Pick<
	Site,
	'aliases' | 'history' | 'promise' | 'note' | 'checked' | 'location'
>;

/** `data/details.json` */
export interface Details {
	sites: Record<string, SiteDetails>;
	sources: Record<string, Source>;
	/** When sections of the metro opened, as exact as sources say. */
	openings: string[];
	/** Up to which day the stations were checked; `null` if the atlas has none. */
	stationsAsOf: string | null;
	contact?: Contact;
}

/** A metro line as the map and its legend show it. */
export interface LineBrief {
	id: string;
	name: Bilingual;
	colour: string;
	status: Status;
}

/** The article of a page, retold in the page's language. */
export interface ShownArticle extends Pick<Article, 'id' | 'date' | 'authors' | 'hasOriginal'> {
	title: string;
	sections: Section[];
}

/** What the explorer's page carries of an atlas: little, so that it is there at once. */
export interface Brief extends Pick<
	Atlas,
	'id' | 'title' | 'summary' | 'bounds' | 'home' | 'asOf' | 'years' | 'address' | 'review'
> {
	sites: SiteBrief[];
	lines: LineBrief[];
	/** Whom the map's data must be credited to, with the address where there is one. */
	credits: { text: string; url?: string }[];
	article: ShownArticle;
	/** All of its articles, in the order of the atlas. */
	articles: { id: string; title: string; date: string }[];
}

/**
 * What the page of an article carries. Its sites come in the order of its text, then those that
 * only other articles name.
 *
 * @param id of the article, the first one unless given
 * @throws Error if the atlas has no such article
 */
export function briefOf(atlas: Atlas, lang: Lang, id = atlas.articles[0]?.id): Brief {
	const article = atlas.articles.find((one) => one.id === id);
	if (!article) throw new Error(`The atlas ${atlas.id} has no article ${id ?? 'at all'}.`);
	const { title, summary, bounds, home, asOf, years, address, review } = atlas;
	return {
		...{
			id: atlas.id,
			title,
			summary,
			bounds,
			home,
			asOf,
			years,
			...(address && { address }),
			review
		},
		sites: inTextOrder(atlas.sites, article).map((site) => siteBrief(site, article)),
		lines: lineBriefs(atlas),
		credits: creditsOf(atlas, lang),
		article: shownArticle(article, lang),
		articles: atlas.articles.map(({ id, retelling, date }) => {
			return { id, title: retelling[lang].title, date };
		})
	};
}

/** Its metro lines with the status that the newest entry of each history gives. */
export function lineBriefs({ lines }: Pick<Atlas, 'lines'>): LineBrief[] {
	return lines.map(({ id, name, colour, history }) => {
		return { id, name, colour, status: history.at(-1)?.status ?? 'unknown' };
	});
}

/** The part of an atlas that only cards need. */
export function detailsOf({ sites, lines, layers, sources, contact }: Atlas): Details {
	const cited = new Set(
		sites.flatMap(({ history, location }) => [
			...history.flatMap((entry) => entry.sources),
			...location.sources
		])
	);
	return {
		sites: Object.fromEntries(
			sites.map(({ id, aliases, history, promise, note, checked, location }) => [
				id,
				{ aliases, history, promise, ...(note && { note }), checked, location }
			])
		),
		sources: Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id))),
		openings: lines.flatMap(({ sections = [] }) => sections.flatMap(({ opened }) => opened ?? [])),
		stationsAsOf: stationsAsOf(layers),
		...(contact && { contact })
	};
}

/** The day up to which all stations were checked: the earliest of their layers. */
export function stationsAsOf(layers: Atlas['layers']): string | null {
	const days = layers.flatMap(({ type, asOf }) => (type === 'metro-station' ? asOf : []));
	return days.sort()[0] ?? null;
}

function inTextOrder(sites: readonly Site[], article: Article): Site[] {
	const order = passagesIn(article).flatMap((passage) => passage.sites);
	const isNamed = ({ id }: Site) => order.includes(id);
	return [
		...sites.filter(isNamed).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
		...sites.filter((site) => !isNamed(site))
	];
}

/** Both languages tell the same passages. */
function passagesIn({ retelling }: Article): Passage[] {
	return retelling.zh.sections.flatMap(({ passages }) => passages);
}

function siteBrief(site: Site, article: Article): SiteBrief {
	const passages = passagesIn(article).flatMap(({ n, sites }) =>
		sites.includes(site.id) ? [n] : []
	);
	const isFirst = article.id === site.article;
	const { precision, accuracy, schematic, area } = site.location;
	const { entry, kind } = standingOf(site);
	return {
		id: site.id,
		name: site.name,
		...(site.label && { label: site.label }),
		kind: site.kind,
		theme: site.theme,
		...(site.line !== undefined && { line: site.line }),
		geometry: site.geometry,
		status: site.status,
		anchor: site.anchor,
		bounds: site.bounds,
		passages,
		introducedBy: isFirst ? site.introducedBy : (passages[0] ?? null),
		...(!isFirst && { elsewhere: site.article }),
		location: {
			precision,
			accuracy,
			...(schematic && { schematic }),
			...(area && { area: { center: area.center, radius: area.radius } })
		},
		standing: { date: entry.date, kind }
	};
}

/**
 * Whom a map of the atlas must name, each once; what names the atlas itself stands at the end of
 * the article.
 */
export function creditsOf(
	{ title, layers }: Pick<Atlas, 'title' | 'layers'>,
	lang: Lang
): Brief['credits'] {
	const credits = new Map<string, string | undefined>();
	for (const { attribution, attributionUrl } of layers) {
		const text = attribution[lang];
		if (attributionUrl) credits.set(text, attributionUrl);
		else if (!text.includes(title[lang]) && !credits.has(text)) credits.set(text, undefined);
	}
	return [...credits].map(([text, url]) => ({ text, ...(url !== undefined && { url }) }));
}

function shownArticle({ id, date, authors, hasOriginal, retelling }: Article, lang: Lang) {
	return { id, date, authors, hasOriginal, ...retelling[lang] };
}
