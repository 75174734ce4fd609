import type { Lang, Site } from '../../atlas/atlas';
import type { Bounds } from '../../atlas/schema';
import { HOME_PADDING } from '../../geo/camera';
import type { namePlan } from '../name-plan';
import type { Palette } from '../palette';
import { markRows, ROW_HEIGHT } from '../mark-rows';
import { GROUND_ZOOM, unitsTo } from './home-frame';
import type { DrawnName } from './ground-names';
import type { LayerWidth } from './home';
import { number } from './path-data';
import { colourIn } from './token-palette';

interface HomeFrame {
	bounds: Bounds;
	home: Bounds;
}

/** The names of one language: of the ground, and where all have room. */
export interface NamesInPlace {
	ground: readonly DrawnName[];
	plan: ReturnType<typeof namePlan>;
}

const LANGS = ['zh', 'en'] as const;

/** How far the zoom of a threshold is rounded up: fewer rules, and never too early. */
const STEP = 0.25;

/** Lines grow up to so many times their width of the first view. */
const LARGEST = 2.5;

/** Screens between a watch and a wall start at a zoom in between. */
const FARTHEST = 8;

/**
 * The style sheet of the home drawing. From the size of its container it computes the first view
 * (the same as `homeCamera`), puts marks and names in their places, and gives lines the widths
 * of that zoom: so the map is right before any script runs, on a screen of any size. A script
 * that sets `--u`, `--x` and `--y` (`planeOf`) moves the whole.
 */
export function homeCss(
	frame: HomeFrame,
	sites: readonly Site[],
	widths: readonly LayerWidth[],
	names: Record<Lang, NamesInPlace>,
	palette: Palette
): string {
	return [
		planeRule(frame),
		...widths.filter((one) => one.widths[1] > 0).map(widthRule),
		...sites.flatMap((site) => markRule(site, frame, markRows(sites).get(site.id) ?? 0)),
		...names.zh.ground.map((name, index) => groundRule(name, index, frame)),
		...LANGS.flatMap((lang) => typeRules(names[lang].ground, lang, colourIn(palette))),
		...thresholds(frame, [
			...widths.map(({ layer, minZoom }) => ({
				selector: `.plane:not(.live) [data-layer='${layer}']`,
				minZoom
			})),
			...LANGS.flatMap((lang) => nameThresholds(names[lang], lang))
		])
	].join('\n');
}

function planeRule({ bounds, home }: HomeFrame): string {
	const [width, height] = extent(bounds);
	const [homeWidth, homeHeight] = extent(home);
	const [x, y] = unitsTo(bounds, [home[0], home[3]]);
	const center = { x: x + homeWidth / 2, y: y + homeHeight / 2 };
	const margin = `${2 * HOME_PADDING}px`;
	const fits = `min((100cqw - ${margin}) / ${exact(homeWidth)}, (100cqh - ${margin}) / ${exact(homeHeight)})`;
	const unit = `max(${fits}, 100cqw / ${exact(width)}, 100cqh / ${exact(height)})`;
	return `.plane {
	--u: ${unit};
	--x: ${exact(center.x)};
	--y: ${exact(center.y)};
	width: calc(var(--u) * ${exact(width)});
	height: calc(var(--u) * ${exact(height)});
	--left: clamp(100cqw - var(--u) * ${exact(width)}, 50cqw - var(--u) * var(--x), 0px);
	--top: clamp(100cqh - var(--u) * ${exact(height)}, 50cqh - var(--u) * var(--y), 0px);
	transform: translate(var(--left), var(--top));
}`;
}

/** Units of `bounds` from west to east and from north to south. */
function extent(bounds: Bounds): [number, number] {
	return unitsTo(bounds, [bounds[2], bounds[1]]);
}

function widthRule({ layer, zooms, widths, dash }: LayerWidth): string {
	const [far, near] = widths;
	const [farUnit, nearUnit] = zooms.map((zoom) => 2 ** (zoom - GROUND_ZOOM)) as [number, number];
	const slope = (near - far) / (nearUnit - farUnit);
	const start = number(far - slope * farUnit);
	const width =
		slope === 0
			? `${number(near)}px`
			: `min(${start}px + ${number(slope)} * var(--u), ${number(near * LARGEST)}px)`;
	const gaps = dash.map((part) => `calc(${number(part)} * var(--w))`).join(' ');
	const dashes = gaps && ` stroke-dasharray: ${gaps};`;
	return `[data-layer='${layer}'] { --w: ${width}; stroke-width: var(--w);${dashes} }`;
}

function markRule(site: Site, { bounds }: HomeFrame, row: number): string[] {
	if (!site.anchor) return [];
	const at = placed(unitsTo(bounds, site.anchor), row * ROW_HEIGHT);
	return [`.mark[data-site='${site.id}'] { ${at} }`];
}

function groundRule({ at }: DrawnName, index: number, { bounds }: HomeFrame): string {
	return `.ground-${index} { ${placed(unitsTo(bounds, at), 0)} }`;
}

/** How each layer of names is set, in one language. */
function typeRules(
	names: readonly DrawnName[],
	lang: Lang,
	inPalette: (token: string) => string
): string[] {
	const layers = new Map(names.map((name) => [name.layer, name]));
	return [...layers.values()].map(({ layer, size, spacing, colour }) => {
		const type = `color: ${inPalette(colour)}; font-size: ${number(size)}px; letter-spacing: ${number(spacing)}em;`;
		return `:root:lang(${lang}) .ground .${layer} { ${type} }`;
	});
}

function placed([x, y]: [number, number], down: number): string {
	const below = down ? ` + ${down}px` : '';
	return `translate: calc(var(--u) * ${exact(x)} - 50%) calc(var(--u) * ${exact(y)} - 50%${below});`;
}

interface Threshold {
	selector: string;
	minZoom: number;
}

function nameThresholds({ plan, ground }: NamesInPlace, lang: Lang): Threshold[] {
	const root = `:root:lang(${lang}) .plane:not(.live)`;
	const ofSites = [...plan.sites].map(([id, { minZoom }]) => ({
		selector: `${root} .mark[data-site='${id}']:not(.chosen, :focus-visible) .name`,
		minZoom
	}));
	const ofGround = ground.map((_, index) => ({
		selector: `${root} .ground-${index}`,
		minZoom: plan.ground[index] ?? Infinity
	}));
	return [...ofSites, ...ofGround];
}

/** What only shows from a zoom on: hidden, unless the container is large enough for that zoom. */
function thresholds(frame: HomeFrame, all: readonly Threshold[]): string[] {
	const byZoom = new Map<number, string[]>();
	for (const { selector, minZoom } of all) {
		if (minZoom <= FARTHEST) continue;
		const zoom = Math.ceil(minZoom / STEP) * STEP;
		byZoom.set(zoom, [...(byZoom.get(zoom) ?? []), selector]);
	}
	return [...byZoom].map(([zoom, selectors]) => {
		const hide = `${selectors.join(',\n')} { display: none; }`;
		return zoom === Infinity
			? hide
			: `@container map not (${largeEnough(frame, zoom)}) {\n${hide}\n}`;
	});
}

/** The container query for first views at a zoom or nearer: `planeRule`, turned round. */
function largeEnough({ bounds, home }: HomeFrame, zoom: number): string {
	const unit = 2 ** (zoom - GROUND_ZOOM);
	const [width, height] = extent(bounds).map((side) => number(side * unit));
	const [w, h] = extent(home).map((side) => number(side * unit + 2 * HOME_PADDING));
	return `((min-width: ${w}px) and (min-height: ${h}px)) or (min-width: ${width}px) or (min-height: ${height}px)`;
}

/** Enough digits for a hundredth of a pixel on the largest screen. */
function exact(value: number): string {
	return String(Number(value.toFixed(3)));
}
