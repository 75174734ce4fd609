import type { Camera } from '../geo/camera';
import { LAYER_GROUPS, type LayerGroup } from '../style/groups';
import { parseBase, writeBase, type Base } from './base';
import { parseDay } from './day';
import { FIRST_MEASURE, parseMeasure, writeMeasure, type Measure } from './measure';
import {
	NO_FILTER,
	parseFilter,
	parseReach,
	writeFilter,
	writeReach,
	type Filter,
	type Reach
} from './filter';
import { round } from './round';
import { parseOverlays, writeOverlays, type Overlay } from './overlays';
import { FIRST_TABLE, parseTable, writeTable, type TableView } from './table';

/** What the reader reads: our retelling, the holder's own text, or both. */
export const TEXTS = ['both', 'retelling', 'original'] as const;
export const PANELS = ['article', 'sites', 'find', 'tools'] as const;
/** Those that an atlas has before it is built. */
export const DRAFT_PANELS: readonly Panel[] = ['article', 'sites'];
/** What the panel of tools shows. */
export const TOOLS = [
	'filter',
	'table',
	'layers',
	'measure',
	'compare',
	'files',
	'export'
] as const;
export type Tool = (typeof TOOLS)[number];
export type TextMode = (typeof TEXTS)[number];
export type Panel = (typeof PANELS)[number];

/** How opaque groups of layers are, in per cent; those that are missing are wholly so. */
export type Opacities = Readonly<Partial<Record<LayerGroup, number>>>;

/** All that a link carries. The language is in the path. */
export interface View {
	/** The chosen site. */
	site: string | null;
	/** The chosen passage; with a site, the one that names it here. */
	passage: number | null;
	/** Which of the site's mentions in that passage, from 0. */
	mention: number;
	panel: Panel;
	/** Which tool is open in the panel of tools. */
	tool: Tool;
	/** Whether the map is shown; without it the text takes the page. */
	map: boolean;
	text: TextMode;
	/** Layer groups that are switched off. */
	hidden: readonly LayerGroup[];
	/** Per cent of groups that are drawn faintly; a multiple of 10 below 100. */
	opacity: Opacities;
	/** What lies under the sites. */
	base: Base;
	/** Layers from addresses over it, bottom first. */
	overlays: readonly Overlay[];
	/** `null`: the first view, or the one that the choice makes. */
	camera: Camera | null;
	/** The day that is shown, `YYYY-MM-DD`; `null`: the present, as far as it is known. */
	date: string | null;
	/** Another day, which the left half of the map shows for comparison; `null`: none. */
	compared: string | null;
	/** Which sites are shown. */
	filter: Filter;
	/** Around which place the reader looks for what is near. */
	around: Reach | null;
	/** What is measured, and what it is measured with. */
	measure: Measure;
	/** How the table shows them. */
	table: TableView;
}

export const FIRST_VIEW: View = {
	site: null,
	passage: null,
	mention: 0,
	panel: 'article',
	tool: 'filter',
	map: true,
	text: 'both',
	hidden: [],
	opacity: {},
	base: 'embedded',
	overlays: [],
	camera: null,
	date: null,
	compared: null,
	filter: NO_FILTER,
	around: null,
	measure: FIRST_MEASURE,
	table: FIRST_TABLE
};

/** What a view may name; anything else in a link is dropped. */
export interface Known {
	hasSite(id: string): boolean;
	hasPassage(n: number): boolean;
}

/**
 * Reads a view from the query of a link. Never throws: what is unknown, malformed or out of
 * range falls back to the first view, so that an old link still opens.
 */
export function parseView(query: URLSearchParams, known: Known): View {
	const site = query.get('site');
	const passage = Number(query.get('p'));
	return {
		site: site !== null && known.hasSite(site) ? site : null,
		passage: Number.isInteger(passage) && known.hasPassage(passage) ? passage : null,
		mention: parseCount(query.get('m')),
		panel: PANELS.find((panel) => panel === query.get('panel')) ?? FIRST_VIEW.panel,
		tool: TOOLS.find((tool) => tool === query.get('tool')) ?? FIRST_VIEW.tool,
		map: query.get('map') !== 'off',
		text: TEXTS.find((text) => text === query.get('text')) ?? FIRST_VIEW.text,
		hidden: parseGroups(query.get('off')),
		opacity: parseOpacities(query.get('dim')),
		base: parseBase(query.get('base')),
		overlays: parseOverlays(query),
		camera: parseCamera(query.get('at')),
		date: parseDay(query.get('date')),
		compared: parseDay(query.get('compare')),
		filter: parseFilter(query),
		around: parseReach(query.get('around')),
		measure: parseMeasure(query),
		table: parseTable(query)
	};
}

/**
 * Writes a view as a query, `''` for the first view. ASCII; at most 300 characters without a
 * filter, a drawing or another table than the first, and 2,000 with all that these can hold; the
 * addresses of a base and of overlays come on top, as long as they are. Zoom to 0.01 and degrees
 * to 0.00001 (about a metre), so that writing and reading is exact.
 */
export function writeView(view: View): string {
	const parts: string[] = [];
	if (view.site) parts.push(`site=${view.site}`);
	if (view.passage) parts.push(`p=${view.passage}`);
	if (view.site && view.mention) parts.push(`m=${view.mention}`);
	if (view.panel !== FIRST_VIEW.panel) parts.push(`panel=${view.panel}`);
	if (view.tool !== FIRST_VIEW.tool) parts.push(`tool=${view.tool}`);
	if (!view.map) parts.push('map=off');
	if (view.text !== FIRST_VIEW.text) parts.push(`text=${view.text}`);
	if (view.hidden.length) parts.push(`off=${view.hidden.join('.')}`);
	const dimmed = LAYER_GROUPS.filter((group) => view.opacity[group] !== undefined);
	if (dimmed.length)
		parts.push(`dim=${dimmed.map((group) => `${group}${view.opacity[group]}`).join('.')}`);
	parts.push(...writeBase(view.base), ...writeOverlays(view.overlays));
	if (view.camera) parts.push(`at=${writeCamera(view.camera)}`);
	if (view.date) parts.push(`date=${view.date}`);
	if (view.compared) parts.push(`compare=${view.compared}`);
	if (view.around) parts.push(`around=${writeReach(view.around)}`);
	parts.push(...writeFilter(view.filter), ...writeMeasure(view.measure), ...writeTable(view.table));
	return parts.length ? `?${parts.join('&')}` : '';
}

/** The camera as a link can carry it. */
export function roundCamera({ center, zoom }: Camera): Camera {
	return { center: [round(center[0], 5), round(center[1], 5)], zoom: round(zoom, 2) };
}

function writeCamera(camera: Camera): string {
	const { center, zoom } = roundCamera(camera);
	return `${center[0]},${center[1]},${zoom}`;
}

function parseCamera(text: string | null): Camera | null {
	const numbers = (text ?? '').split(',').map((part) => (part ? Number(part) : NaN));
	const [lng = NaN, lat = NaN, zoom = NaN] = numbers;
	const valid = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
	return valid ? { center: [lng, lat], zoom } : null;
}

function parseGroups(text: string | null): LayerGroup[] {
	const names = (text ?? '').split('.');
	return LAYER_GROUPS.filter((group) => names.includes(group));
}

function parseOpacities(text: string | null): Opacities {
	const asked = (text ?? '').split('.').flatMap((part) => {
		const [, name, percent] = /^([a-z]+)([1-9]0)$/.exec(part) ?? [];
		const group = LAYER_GROUPS.find((one) => one === name);
		return group ? [[group, Number(percent)] as const] : [];
	});
	return Object.fromEntries(asked);
}

function parseCount(text: string | null): number {
	const count = Number(text);
	return Number.isInteger(count) && count > 0 && count < 1000 ? count : 0;
}
