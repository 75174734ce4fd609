import type { Geometry, Polygon } from 'geojson';
import type { Details, SiteBrief, SiteDetails } from '../atlas/brief';
import type { Station } from '../atlas/atlas';
import { normalise } from '../text/normalise';
import type { Filter } from '../view/filter';
import { isIn, isNear, type Answer } from './reach';
import { statusOn, type StatusOn } from './status-on';

/** What of an atlas a view's day and filter show. */
export interface Shown {
	/** The status of each site on the view's day, by id; `null`: at present. */
	statuses: Readonly<Record<string, StatusOn>> | null;
	/** Ids of the sites that the filter leaves out. */
	leftOut: ReadonlySet<string>;
	/** Ids of those that it may only perhaps keep: their place is not known well enough. */
	perhaps: ReadonlySet<string>;
}

/** What it is worked out from. */
export interface Known {
	sites: readonly SiteBrief[];
	details: Details['sites'];
	stations: readonly Station[];
	asOf: string;
}

/**
 * Which sites a view shows, and what status they have on its day. A condition that names a place
 * that is not there leaves nothing out.
 */
export function shownOf(
	{ date, filter }: { date: string | null; filter: Filter },
	known: Known
): Shown {
	const statuses = date === null ? null : statusesOn(date, known);
	const place = conditionOfPlace(filter, known);
	const text = normalise(filter.text).text;
	const leftOut = new Set<string>();
	const perhaps = new Set<string>();
	for (const site of known.sites) {
		const details = known.details[site.id];
		const status = statuses?.[site.id]?.status ?? site.status;
		const isMeant =
			has(filter.status, status) &&
			has(filter.theme, site.theme) &&
			has(filter.kind, site.kind) &&
			has(filter.precision, site.location.precision) &&
			has(filter.promise, details?.promise?.outcome) &&
			(text === '' || namesOf(site, details).some((name) => normalise(name).text.includes(text)));
		const answer = isMeant ? place(site) : 'no';
		if (answer === 'no') leftOut.add(site.id);
		if (answer === 'maybe') perhaps.add(site.id);
	}
	return { statuses, leftOut, perhaps };
}

function has<T>(asked: readonly T[], value: T | undefined): boolean {
	return asked.length === 0 || (value !== undefined && asked.includes(value));
}

function statusesOn(date: string, { sites, details, asOf }: Known): Record<string, StatusOn> {
	return Object.fromEntries(
		sites.flatMap(({ id }) => {
			const told = details[id];
			return told ? [[id, statusOn(told, date, asOf)]] : [];
		})
	);
}

function namesOf({ name, label }: SiteBrief, details: SiteDetails | undefined): string[] {
	const { zh = [], en = [] } = details?.aliases ?? {};
	return [name.zh, name.en, ...(label ? [label.zh, label.en] : []), ...zh, ...en];
}

function conditionOfPlace({ near, area }: Filter, known: Known): (site: SiteBrief) => Answer {
	const from = near && originOf(near.origin, known);
	const ring = area && polygonOf(area);
	return (site) => {
		const answers = [
			...(near && from ? [isNear(site, from, near.metres)] : []),
			...(ring ? [isIn(site, ring)] : [])
		];
		if (answers.includes('no')) return 'no';
		return answers.includes('maybe') ? 'maybe' : 'yes';
	};
}

/** What a distance is measured from; `null` where nobody knows it. */
function originOf(
	origin: NonNullable<Filter['near']>['origin'],
	{ sites, stations }: Known
): Geometry | null {
	if ('at' in origin) return { type: 'Point', coordinates: origin.at };
	if ('site' in origin) return sites.find(({ id }) => id === origin.site)?.geometry ?? null;
	const position = stations.find(({ id }) => id === origin.station)?.position;
	return position ? { type: 'Point', coordinates: position } : null;
}

function polygonOf(corners: NonNullable<Filter['area']>): Polygon | null {
	const [first] = corners;
	return first ? { type: 'Polygon', coordinates: [[...corners, first]] } : null;
}
