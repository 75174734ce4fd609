import type { Atlas, Lang } from '../atlas/atlas';
import type { Source } from '../atlas/schema';
import { lastDayOf } from '../atlas/span';
import { formatDay } from '../explorer/format';
import { FEEDS, LANGUAGE_TAGS, pathOf } from './addresses';
import type { News } from './news';
import { publisherOf } from './publisher';
import { newsStrings } from './strings/news';

/** What both formats tell; addresses are whole, times are RFC 3339. */
export interface Feed {
	title: string;
	lead: string;
	language: string;
	author: { name: string; address: string };
	/** Of the page that tells the same. */
	page: string;
	/** Where the feed itself stands in each format. */
	self: Record<keyof typeof FEEDS, string>;
	updated: string;
	entries: FeedEntry[];
}

export interface FeedEntry {
	/** Also leads to the entry on the page. */
	id: string;
	title: string;
	/** The page of the site, or the entry's place on the page of changes. */
	page: string;
	/** The place on the map; `null` for what is no site. */
	map: string | null;
	/** The day by which it is certain. */
	at: string;
	status: string;
	/** Plain text: paragraphs parted by empty lines. */
	text: string;
	/** What may be linked of its sources. */
	sources: { title: string; url: string }[];
}

/**
 * The news as a feed.
 *
 * @returns `null` for an atlas without address: feeds take whole addresses only
 */
export function feedOf(atlas: Atlas, news: readonly News[], lang: Lang): Feed | null {
	const { address } = atlas;
	if (!address) return null;
	const words = newsStrings[lang];
	const page = `${address}${pathOf('changes/', lang)}`;
	const home = `${address}${pathOf('', lang)}`;
	const article = formatDay(atlas.articles[0]?.date ?? atlas.asOf, lang);
	return {
		title: words.headline(atlas.title[lang], words.title),
		lead: words.feedLead(article, formatDay(atlas.asOf, lang)),
		language: LANGUAGE_TAGS[lang],
		author: { name: atlas.title[lang], address: home },
		page,
		self: {
			atom: `${address}${pathOf(FEEDS.atom.file, lang)}`,
			json: `${address}${pathOf(FEEDS.json.file, lang)}`
		},
		updated: timeOf(atlas.asOf, atlas.asOf),
		entries: news.map((one) => {
			const sources = one.sources.flatMap((id) => atlas.sources[id] ?? []);
			const id = `${page}#${one.id}`;
			const status = words.statuses[one.status];
			return {
				id,
				title: words.headline(one.name[lang], status),
				page: one.site ? `${address}${pathOf(`sites/${one.site.id}/`, lang)}` : id,
				map: one.site ? `${home}?site=${one.site.id}` : null,
				at: timeOf(one.date, atlas.asOf),
				status,
				text: textOf(one, sources, atlas.asOf, lang),
				sources: sources.flatMap((source) => {
					const title = source.title ?? source.about[lang];
					return source.url ? [{ title, url: source.url }] : [];
				})
			};
		})
	};
}

/**
 * Noon UTC of the last day that a date can mean, but not after the day up to which the atlas was
 * checked. Noon, because the days of our sources have no hour: so it is the same day for readers
 * from Hawaii to Fiji.
 */
function timeOf(date: string, asOf: string): string {
	const [day, limit] = [lastDayOf(date), lastDayOf(asOf)];
	return `${day < limit ? day : limit}T12:00:00Z`;
}

function textOf(news: News, sources: readonly Source[], asOf: string, lang: Lang): string {
	const words = newsStrings[lang];
	const { date, status, note, before } = news;
	const day = formatDay(date, lang);
	const last = before && {
		day: formatDay(before.date, lang),
		status: words.statuses[before.status],
		note: before.note[lang]
	};
	const isSilent = status === 'unknown';
	const what = isSilent
		? [
				note && words.silence(day, note[lang]),
				last && words.lastWord(last.day, last.status, last.note)
			]
		: [
				words.headline(`${day}${exactnessOf(date, lang)}`, words.statuses[status]) +
					(lang === 'zh' ? '。' : '.'),
				note?.[lang],
				last && words.before(last.day, last.status)
			];
	const named = sources.map(
		(source) => publisherOf(source, lang) + (source.url ? words.address(source.url) : '')
	);
	return [
		what.filter(Boolean).join(lang === 'zh' ? '' : ' '),
		words.sources([...new Set(named)].join(words.and)),
		words.asOf(formatDay(asOf, lang))
	].join('\n\n');
}

/** Says of a date that no more than its month or year is known; nothing of a day. */
export function exactnessOf(date: string, lang: Lang): string {
	const { exactness } = newsStrings[lang];
	if (date.length === 'YYYY-MM-DD'.length) return exactness.day;
	return date.length === 'YYYY-MM'.length ? exactness.month : exactness.year;
}
