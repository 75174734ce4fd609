import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { LargeTilesFile, TilesFile } from '../lib/atlas/map-data';
import { homeCamera } from '../lib/geo/camera';
import { BASE_ZOOMS } from '../lib/style/declaration';
import { baseLayers, type BaseLayer } from '../lib/compile/base-layers';
import { fitLayers } from '../lib/compile/crowded-tile';
import { briefLayers, isLarge, largeZooms } from '../lib/compile/large-layers';
import type { Tile } from '../lib/compile/tile';
import { writePmtiles } from './pmtiles-writer';
import { cutTiles, tileExtent, tileLayers } from '../lib/compile/tile';
import type { SourceData } from '../lib/source/types';

/** The base map as one PMTiles archive, in which the most important stands for large layers. */
export interface BaseMap {
	archive: Uint8Array;
	/** What the app has to know of it beforehand. */
	file: TilesFile;
	/** Every character of the names in the tiles of the first view, in both languages. */
	firstCharacters: Set<string>;
}

/** A phone's map, CSS pixels: its first view is the one that has to come over a slow network. */
const PHONE = { width: 412, height: 340 };

/** Cuts and packs the base map; the tiles of the first view on a phone come first in it. */
export function baseMap({ atlas, layers, lines }: SourceData): BaseMap {
	const home = Math.floor(homeCamera(atlas.home, PHONE, atlas.bounds).zoom);
	const firstZoom = Math.min(Math.max(home, BASE_ZOOMS.min), BASE_ZOOMS.max);
	const base = baseLayers(briefLayers(layers), lines);
	const tiles = cutTiles(base);
	const { archive, ends } = writePmtiles(tiles, {
		...archiveInfo({ atlas, layers }, base),
		firstZoom
	});
	return {
		archive,
		file: { bytes: archive.length, ends },
		firstCharacters: charactersIn(tiles.filter(({ z }) => z <= firstZoom))
	};
}

/**
 * Cuts and packs tiles of the whole base map with all of the large layers, none larger than 500 kB
 * before compression; `null` if no layer is large.
 *
 * @param limit bytes above which a layer is large
 */
export function largeTiles(
	{ atlas, layers, lines }: SourceData,
	limit?: number
): { archive: Uint8Array; file: LargeTilesFile } | null {
	if (!layers.some((layer) => isLarge(layer, limit))) return null;
	const base = baseLayers(layers, lines);
	const zooms = largeZooms(atlas);
	const tiles = cutTiles(base, zooms, fitLayers);
	const { archive } = writePmtiles(tiles, archiveInfo({ atlas, layers }, base));
	return { archive, file: { bytes: archive.length, minzoom: zooms.minzoom } };
}

function archiveInfo(
	{ atlas, layers }: Pick<SourceData, 'atlas' | 'layers'>,
	base: readonly BaseLayer[]
) {
	const attributions = layers.map(({ record }) => record.attribution.zh);
	return {
		name: atlas.title.zh,
		attribution: [...new Set(attributions)].join('; '),
		bounds: tileExtent(base),
		layers: tileLayers(base)
	};
}

function charactersIn(tiles: readonly Tile[]): Set<string> {
	const characters = new Set<string>();
	for (const { data } of tiles) {
		for (const layer of Object.values(new VectorTile(new PbfReader(data)).layers)) {
			for (let i = 0; i < layer.length; i++) {
				const { name_zh = '', name_en = '' } = layer.feature(i).properties;
				for (const character of `${name_zh}${name_en}`) characters.add(character);
			}
		}
	}
	return characters;
}
