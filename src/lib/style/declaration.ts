import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Lang } from '../atlas/atlas';
import type { LayerGroup } from './groups';
import type { Palette } from './palette';

/** What the layers of the map are made from. */
export interface StyleContext {
	palette: Palette;
	lang: Lang;
	/** Colour of each metro line, by its id. */
	lineColours: Record<string, string>;
}

/** What of the ground a click can tell of. */
export const GROUND_KINDS = ['station', 'line', 'road'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

/** One layer of the map: where it stands, who switches it, what a click on it means. */
export interface Declaration {
	/** Layers are drawn in this order; two may not share a number. */
	zorder: number;
	/** `null`: always shown. */
	group: LayerGroup | null;
	/** What a click on it is on. */
	pick?: 'site' | GroundKind;
	layer: LayerSpecification;
}

/** Names of the sources; the map class fills them. */
export const SOURCES = { base: 'base', sites: 'sites' } as const;

/** Layers of the base tiles that the pipeline draws from tracks, stations and lines. */
export const METRO_LAYERS = { tracks: 'metro-lines', stations: 'metro-stations' } as const;

/** The family of the bundled label font. */
export const MAP_FONT = 'Atlas';

/** Where the style asks for base tiles; the map serves them from the archive. */
export const BASE_TILES = 'atlas-base://{z}/{x}/{y}';

/** Zoom levels of the base archive: below, nothing is known; above, the last level is stretched. */
export const BASE_ZOOMS = { min: 9, max: 14 } as const;
