import type { Brief, Details, SiteBrief } from '../../atlas/brief';
import type { Ground } from '../../atlas/map-data';
import type { Legend } from '../../style/legend';
import { drawnSites, onDay, type DrawnView } from '../picture/drawn-view';
import { exportStrings } from '../tools/export/strings';
import { formatDay, formatList } from '../format';
import { en } from '../strings/en';
import { pictureStrings } from '../strings/picture';
import { printStrings } from '../strings/print';
import { zh } from '../strings/zh';
import type { Known } from '../tools/table/known';
import { sortSites } from '../tools/table/sort-sites';
import type { Format } from './paper';
import { printedTable, type PrintedTable } from './printed-table';
import { shownLegend } from './shown-legend';

/** What the reader wants on paper. */
export interface Order extends DrawnView {
	format: Format;
	/** The sites that the filter keeps, in the order of the text. */
	kept: readonly SiteBrief[];
	/** The filter in words, in the sheet's language; empty for one that leaves nothing out. */
	filter: string;
	/** Of the view. */
	address: string;
	hasTable: boolean;
	/** The day of printing, `YYYY-MM-DD`. */
	today: string;
}

/** All that stands on a sheet besides its map, in its language. */
export interface Content {
	order: Order;
	title: string;
	/** Which sites, by what filter, on what day. */
	lead: string[];
	/** Which sites have a ring; empty where none has. */
	ringed: string;
	legend: Legend;
	/** `null`: not wanted, or of no site. */
	table: PrintedTable | null;
	/** What every map must say. */
	notes: string[];
	/** The shortest of it, for the foot of each further page. */
	foot: string[];
}

/** Says in words all that a sheet must say. */
export function contentOf(order: Order, details: Details, ground: Ground): Content {
	const { atlas, lang, kept, hasTable, view } = order;
	const known = knownOf(order, details);
	return {
		order,
		title: atlas.title[lang],
		lead: leadOf(order),
		ringed: ringedOf(order),
		legend: shownLegend({ sites: drawnSites(order), lines: atlas.lines }, view.hidden),
		table:
			hasTable && kept.length > 0
				? printedTable(sortSites(kept, view.table.sort, known), known, details)
				: null,
		notes: notesOf(order, ground.credits[lang]),
		foot: [asOf(order), pictureStrings[lang].licence, reviewOf(atlas, lang)]
	};
}

function knownOf({ atlas, lang, view, shown }: Order, details: Details): Known {
	return {
		lang,
		strings: { zh, en }[lang],
		lines: atlas.lines,
		day: shown?.statuses ? view.date : null,
		perhaps: shown?.perhaps ?? new Set(),
		statusOf: ({ id, status }) => shown?.statuses?.[id] ?? { status, basis: 'known' },
		detailsOf: (id) => details.sites[id] ?? null
	};
}

function leadOf({ atlas, lang, view, kept, filter }: Order): string[] {
	const words = exportStrings[lang];
	return [
		words.lead(kept.length, atlas.sites.length),
		...(filter ? [words.filter(filter)] : []),
		...(view.date ? [words.day(formatDay(view.date, lang))] : [])
	];
}

/** The sites with a ring: the chosen one with its status, or those of the chosen passage. */
function ringedOf({ lang, view, chosen, shown }: Order): string {
	if (chosen.length === 0 || view.hidden.includes('sites')) return '';
	const words = printStrings[lang];
	const site = chosen.find(({ id }) => id === view.site);
	if (!site) {
		const names = formatList(
			chosen.map(({ name }) => name[lang]),
			lang
		);
		return view.passage === null ? words.ringed(names) : words.ringedOf(view.passage, names);
	}
	const strings = { zh, en }[lang];
	const { name, status, standing } = onDay(site, shown);
	const since = view.date
		? strings.shownOn(formatDay(view.date, lang))
		: strings.standing[standing.kind](formatDay(standing.date, lang));
	return words.ringed(pictureStrings[lang].site(name[lang], strings.statuses[status], since));
}

function notesOf(order: Order, credits: readonly string[]): string[] {
	const { atlas, lang, hasTable, today } = order;
	const words = printStrings[lang];
	return [
		asOf(order),
		words.printedOn(formatDay(today, lang)),
		pictureStrings[lang].datum,
		...credits,
		pictureStrings[lang].licence,
		reviewOf(atlas, lang),
		...(hasTable ? [] : [pictureStrings[lang].sourcesAtLink])
	];
}

function asOf({ atlas, lang }: Order): string {
	return { zh, en }[lang].asOf(formatDay(atlas.asOf, lang));
}

function reviewOf({ review }: Pick<Brief, 'review'>, lang: Order['lang']): string {
	return 'number' in review ? { zh, en }[lang].reviewNumber(review.number) : review.exemption[lang];
}
