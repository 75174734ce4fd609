import type { Feature } from 'geojson';
import type { Lang } from './atlas';

/** What the build tells the map of the files that it loads: `.atlas/map.json`. */
export interface MapData {
	tiles: TilesFile;
	/** Where all of the large layers is, if there are any. */
	largeTiles?: LargeTilesFile;
	/** In the order in which they are asked for a character. */
	fonts: FontFile[];
}

/** The archive of the base map, `basemap.pmtiles`. */
export interface TilesFile {
	/** Size of the whole file. */
	bytes: number;
	/** By zoom: how many bytes from its beginning hold all tiles of that zoom. */
	ends: Record<string, number>;
}

/** The archive of tiles with all of the large layers, `large-layers.pmtiles`. */
export interface LargeTilesFile {
	/** Size of the whole file. */
	bytes: number;
	/** Its first zoom; below, `basemap.pmtiles` has what there is to see. */
	minzoom: number;
}

/** A part of the label font. */
export interface FontFile {
	/** Its name under `/data/`. */
	file: string;
	/** The characters that it is asked for, as `U+26` or `U+61-7A`; none: all that are left. */
	ranges?: string[];
}

/** `data/ground.json`: what a picture of the map is drawn from besides the page's own data. */
export interface Ground {
	/** Whom the map's data must be credited to. */
	credits: Record<Lang, string[]>;
	/** Features of the base map by layer; `[lng, lat]`, WGS-84, with at most 5 decimals. */
	layers: Record<string, Feature[]>;
}
