import type {
	LayerSpecification,
	MLFontFace,
	StyleSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Lang } from '../atlas/atlas';
import type { Bilingual, Bounds } from '../atlas/schema';
import {
	BASE_TILES,
	BASE_ZOOMS,
	MAP_FONT,
	SOURCES,
	type Declaration,
	type StyleContext
} from './declaration';
import { GROUND_GROUPS, type Ground } from './ground';
import { baseLayers } from './layers/base';
import { labelLayers } from './layers/labels';
import { railLayers } from './layers/rail';
import { siteLayers } from './layers/sites';
import type { Palette } from './palette';
import type { NamePlace } from './name-place';
import type { LayerGroup } from './groups';
import { globalState, opacityState, shownState } from './state';
import { siteFeatures, type DrawnSite } from './site-features';

/** Addresses of what the map loads; all on the page's own host. */
export interface MapAssets {
	/** Parts of the label font; the first that covers a character draws it. */
	fonts: { url: string; ranges?: string[] }[];
}

/**
 * The layers of the map, bottom first. Throws if two claim one place in the order.
 *
 * @param ground stands in for the atlas's own, if there is one
 */
export function declarations(context: StyleContext, ground: Ground | null = null): Declaration[] {
	const own = [
		...baseLayers(context),
		...railLayers(context),
		...siteLayers(context),
		...labelLayers(context)
	];
	const kept = own.filter(({ group }) => !ground || !group || !GROUND_GROUPS.includes(group));
	const all = [...kept, ...(ground?.declare(context) ?? [])].sort((a, b) => a.zorder - b.zorder);
	all.forEach(({ zorder, layer }, index) => {
		const below = all[index - 1];
		if (below?.zorder === zorder)
			throw new Error(`Layers ${below.layer.id} and ${layer.id} both have zorder ${zorder}.`);
	});
	return all;
}

/** What the style needs to know of an atlas. */
export interface MappedAtlas {
	title: Bilingual;
	bounds: Bounds;
	sites: readonly DrawnSite[];
	lines: readonly { id: string; colour: string }[];
}

/**
 * The one function that makes the map's style. It is rebuilt for another palette, language
 * or ground only; toggles, choice, filter and day travel as global state (`globalState`). The result is valid by the
 * MapLibre style specification and asks no other host for anything: what another ground needs is
 * given to the map as tiles.
 */
export function style(
	atlas: MappedAtlas,
	names: ReadonlyMap<string, NamePlace>,
	palette: Palette,
	lang: Lang,
	assets: MapAssets,
	ground: Ground | null = null
): StyleSpecification {
	const context: StyleContext = { palette, lang, lineColours: lineColours(atlas) };
	const state = globalState({});
	return {
		version: 8,
		name: atlas.title[lang],
		'font-faces': { [MAP_FONT]: assets.fonts.map(fontFace) },
		state: Object.fromEntries(
			Object.entries(state).map(([key, value]) => [key, { default: value }])
		),
		transition: { duration: 0, delay: 0 },
		sources: {
			[SOURCES.base]: {
				type: 'vector',
				tiles: [BASE_TILES],
				minzoom: BASE_ZOOMS.min,
				maxzoom: BASE_ZOOMS.max,
				bounds: atlas.bounds
			},
			[SOURCES.sites]: {
				type: 'geojson',
				data: siteFeatures(atlas.sites, lang, names),
				promoteId: 'id'
			},
			...ground?.sources
		},
		layers: declarations(context, ground).map(withSwitch)
	};
}

function fontFace({ url, ranges }: MapAssets['fonts'][number]): MLFontFace {
	return { url, ...(ranges && { 'unicode-range': ranges }) };
}

/** A layer that its group's global state shows and hides, and makes faint. */
export function withSwitch({ group, layer }: Declaration): LayerSpecification {
	if (!group) return layer;
	const visibility = ['case', ['global-state', shownState(group)], 'visible', 'none'];
	return {
		...layer,
		layout: { ...layer.layout, visibility },
		paint: { ...layer.paint, ...dimmed(layer, group) }
	} as LayerSpecification;
}

/** What makes a layer of each type faint. */
const OPACITIES: Partial<Record<LayerSpecification['type'], string[]>> = {
	fill: ['fill-opacity'],
	line: ['line-opacity'],
	circle: ['circle-opacity', 'circle-stroke-opacity'],
	symbol: ['text-opacity'],
	raster: ['raster-opacity']
};

function dimmed(layer: LayerSpecification, group: LayerGroup): Record<string, unknown> {
	const paint = (layer.paint ?? {}) as Record<string, unknown>;
	const names = OPACITIES[layer.type] ?? [];
	const factor = ['number', ['global-state', opacityState(group)], 1];
	return Object.fromEntries(names.map((name) => [name, times(paint[name] ?? 1, factor)]));
}

/** A value times a factor; zoom may only stand outermost in an expression, so it stays there. */
function times(value: unknown, factor: unknown): unknown {
	if (!Array.isArray(value) || value[0] !== 'interpolate') return ['*', value, factor];
	const [name, how, input, ...stops] = value as unknown[];
	return [name, how, input, ...stops.map((stop, i) => (i % 2 ? times(stop, factor) : stop))];
}

/** Colour of each metro line, by its id. */
export function lineColours(atlas: Pick<MappedAtlas, 'lines'>): Record<string, string> {
	return Object.fromEntries(atlas.lines.map(({ id, colour }) => [id, colour]));
}
