import type { LngLat } from '../atlas/schema';
import {
	KINDS,
	OUTCOMES,
	PRECISIONS,
	STATUSES,
	THEMES,
	type Kind,
	type Outcome,
	type Precision,
	type Status,
	type Theme
} from '../atlas/terms';
import { isOnEarth, parseCorners, writeCorners } from './corners';
import { round } from './round';

/** What a distance is measured from: a site, a metro station, or a point, [lng, lat] in WGS-84. */
export type Origin = { site: string } | { station: string } | { at: LngLat };

/** No farther than so many metres from a place. */
export interface Reach {
	origin: Origin;
	metres: number;
}

/** Which sites are shown: those that meet all of it. An empty list asks for nothing. */
export interface Filter {
	status: readonly Status[];
	theme: readonly Theme[];
	kind: readonly Kind[];
	precision: readonly Precision[];
	/** What became of a promise; a site without one meets none. */
	promise: readonly Outcome[];
	near: Reach | null;
	/** In a ring that was drawn by hand: its corners, the first not repeated, to 0.0001 degrees. */
	area: readonly LngLat[] | null;
	/** Part of a name, in whatever width or case. */
	text: string;
}

export const NO_FILTER: Filter = {
	status: [],
	theme: [],
	kind: [],
	precision: [],
	promise: [],
	near: null,
	area: null,
	text: ''
};

/** The lists of a filter, in the order of a link, and what each may hold. */
export const FACETS = {
	status: STATUSES,
	theme: THEMES,
	kind: KINDS,
	precision: PRECISIONS,
	promise: OUTCOMES
} as const;
export type Facet = keyof typeof FACETS;
const FACET_NAMES = Object.keys(FACETS) as Facet[];
/** Their parameters in a link; `theme` is that of an embed's colours. */
const PARAMETERS: Record<Facet, string> = {
	status: 'status',
	theme: 'topic',
	kind: 'kind',
	precision: 'precision',
	promise: 'promise'
};

/** A longer text is no name. */
export const MAX_TEXT = 40;
/** Metres. */
const MAX_DISTANCE = 100_000;

/** Whether a filter leaves nothing out. */
export function isEmpty(filter: Filter): boolean {
	return writeFilter(filter).length === 0;
}

/** Reads a filter from the query of a link. Never throws; what is unknown or malformed is dropped. */
export function parseFilter(query: URLSearchParams): Filter {
	const facets = FACET_NAMES.map((facet) => [
		facet,
		parseFacet(facet, query.get(PARAMETERS[facet]))
	]);
	return {
		...NO_FILTER,
		...(Object.fromEntries(facets) as Partial<Filter>),
		near: parseReach(query.get('near')),
		area: parseCorners(query.get('area') ?? '', AREA_GRAIN, 3),
		text: [...(query.get('q') ?? '')].slice(0, MAX_TEXT).join('').trim()
	};
}

/** Writes a filter as parts of a query, none for one that leaves nothing out. ASCII. */
export function writeFilter(filter: Filter): string[] {
	const facets = FACET_NAMES.filter((facet) => filter[facet].length > 0).map(
		(facet) => `${PARAMETERS[facet]}=${filter[facet].join('.')}`
	);
	const { near, area, text } = filter;
	return [
		...facets,
		...(near ? [`near=${writeReach(near)}`] : []),
		...(area ? [`area=${writeCorners(area, AREA_GRAIN)}`] : []),
		...(text ? [`q=${encodeURIComponent(text)}`] : [])
	];
}

function parseFacet(facet: Facet, text: string | null): readonly string[] {
	const names = (text ?? '').split('.');
	return FACETS[facet].filter((name) => names.includes(name));
}

const NAMED_ORIGIN = /^(site|station):([a-z0-9]+(?:-[a-z0-9]+)*),(\d+)$/;

/** Reads a reach from a link; `null` for none and for a malformed one. */
export function parseReach(text: string | null): Reach | null {
	const [, kind, id, away] = NAMED_ORIGIN.exec(text ?? '') ?? [];
	if (id) return reach(kind === 'site' ? { site: id } : { station: id }, Number(away));
	const numbers = (text ?? '').split(',').map((part) => Number(part || NaN));
	const [lng = NaN, lat = NaN, metres = NaN, ...more] = numbers;
	if (more.length > 0 || !isOnEarth([lng, lat])) return null;
	return reach({ at: [round(lng, 5), round(lat, 5)] }, metres);
}

function reach(origin: Origin, metres: number): Reach | null {
	return Number.isInteger(metres) && metres > 0 && metres <= MAX_DISTANCE
		? { origin, metres }
		: null;
}

/** As a link has it: `station:nanping,3000`, `106.5,29.5,1000`. */
export function writeReach({ origin, metres }: Reach): string {
	return `${originText(origin)},${metres}`;
}

function originText(origin: Origin): string {
	if ('site' in origin) return `site:${origin.site}`;
	if ('station' in origin) return `station:${origin.station}`;
	return origin.at.join(',');
}

/** Units in a degree that corners of an area are rounded to. */
export const AREA_GRAIN = 10_000;
