import type { Atlas, Site, Station } from '../atlas/atlas';
import type { Bilingual, HistoryEntry, Line, LineSection, Status } from '../atlas/schema';
import { spanOf } from '../atlas/span';
import { formatList } from '../explorer/format';
import { promisedSites, type PromisedSite } from './promises';

/** A status that is another than the one before, learnt after the article. */
export interface News {
	/**
	 * Unique, and the same in every build: what it is about, the status, and how many times it has
	 * come to that. A better wording or a more exact date leaves it as it is.
	 */
	id: string;
	/** `null` for a metro line, or a part of one, that is no site of the article. */
	site: Site | null;
	name: Bilingual;
	/** As exact as it is known: a day, month or year. */
	date: string;
	status: Status;
	/** The last word before; `null` where the data has none. */
	before: HistoryEntry | null;
	note: Bilingual | null;
	/** Ids of the citations. */
	sources: string[];
}

/**
 * What has changed since the article, the newest first. Entries that confirm a status, such as a
 * building that is topped out, change nothing and are left out; what the article itself says is not
 * since it. A date given to the month or year counts if it may be after the article, and stands
 * where it is certain, at its end. A line's news that one of its sites has too is told once, there.
 */
export function newsOf(
	atlas: Pick<Atlas, 'sites' | 'lines' | 'articles' | 'asOf'>,
	stations: readonly Pick<Station, 'id' | 'name'>[]
): News[] {
	const { articles, asOf } = atlas;
	const start = spanOf(articles[0]?.date ?? asOf).start;
	const ownSources = new Set(articles.map(({ source }) => source));
	const ofSites = atlas.sites.flatMap((site) =>
		changesOf(site.history, site.id).map((change) => ({ ...change, site, name: site.name }))
	);
	const isToldOfSite = (line: Line, { date, status }: Change) =>
		ofSites.some((one) => one.site.line === line.id && one.date === date && one.status === status);
	const ofLines = atlas.lines.flatMap((line) => {
		const history = changesOf(line.history, `line.${line.id}`).map((change) => {
			return { ...change, site: null, name: line.name };
		});
		const openings = (line.sections ?? []).flatMap((section) =>
			openingsOf(section, line, stations)
		);
		return [...history, ...openings].filter((one) => !isToldOfSite(line, one));
	});
	return [...ofSites, ...ofLines]
		.filter(({ date }) => spanOf(date).end > start)
		.filter(({ sources }) => !sources.some((id) => ownSources.has(id)))
		.sort((a, b) => {
			const [one, other] = [spanOf(a.date), spanOf(b.date)];
			return other.end - one.end || other.start - one.start;
		});
}

type Change = Omit<News, 'site' | 'name'>;

/** The entries of a history whose status is another than that of the entry before. */
function changesOf(history: readonly HistoryEntry[], subject: string): Change[] {
	const changes: Change[] = [];
	for (const [i, { date, status, note, sources }] of history.entries()) {
		const before = history[i - 1];
		if (!before || before.status === status) continue;
		const times = changes.filter((one) => one.status === status).length + 1;
		const id = [subject, status, ...(times > 1 ? [times] : [])].join('.');
		changes.push({ id, date, status, before, note, sources });
	}
	return changes;
}

/** The openings of a section, and of stations on it where trains stopped later. */
function openingsOf(
	{ from, to, opened, later = [], note, sources }: LineSection,
	line: Line,
	stations: readonly Pick<Station, 'id' | 'name'>[]
): News[] {
	const nameOf = (id: string) => stations.find((one) => one.id === id)?.name ?? { zh: id, en: id };
	const [one, other] = [nameOf(from), nameOf(to)];
	const section = {
		parts: [from, to],
		opened,
		name: {
			zh: `${line.name.zh}${one.zh}—${other.zh}段`,
			en: `${line.name.en}, ${one.en}–${other.en}`
		}
	};
	const stops = later.map((stop) => {
		const names = stop.stations.map(nameOf);
		const zh = formatList(
			names.map((name) => `${name.zh}站`),
			'zh'
		);
		const en = formatList(
			names.map((name) => name.en),
			'en'
		);
		return {
			parts: stop.stations,
			opened: stop.opened,
			name: { zh: `${line.name.zh}${zh}`, en: `${line.name.en}: ${en}` }
		};
	});
	return [section, ...stops].flatMap(({ parts, opened: date, name }) => {
		if (date === null) return [];
		const id = ['line', line.id, ...parts, 'open'].join('.');
		return [
			{
				id,
				site: null,
				name,
				date,
				status: 'open' as const,
				before: null,
				note: note ?? null,
				sources
			}
		];
	});
}

/** A promise that is not known to be kept. */
export interface OpenPromise {
	site: PromisedSite;
	/** The newest entry that tells more than that nothing was found; `null` if none does. */
	last: HistoryEntry | null;
	/** That nothing newer was found since; `null` if the newest entry does tell more. */
	silence: HistoryEntry | null;
	/** The id of that silence among the news; `null` if it is none. */
	id: string | null;
}

/** What was promised and is not known to be kept, in the order of the article. */
export function openPromises(sites: readonly Site[], news: readonly News[]): OpenPromise[] {
	return promisedSites(sites)
		.filter(({ promise }) => promise.outcome !== 'kept')
		.map((site) => {
			const newest = site.history.at(-1);
			const told = news.find((one) => one.site?.id === site.id && one.status === 'unknown');
			return {
				site,
				last: site.history.findLast(({ status }) => status !== 'unknown') ?? null,
				silence: newest?.status === 'unknown' ? newest : null,
				id: told?.id ?? null
			};
		});
}
