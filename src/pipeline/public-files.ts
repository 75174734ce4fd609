import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Atlas, Original } from '../lib/atlas/atlas';
import { detailsOf } from '../lib/atlas/brief';
import { sitesCsv } from './downloads/csv';
import { gazetteerJson } from './downloads/gazetteer';
import { sitesGeojson } from './downloads/geojson';
import { sitesKml } from './downloads/kml';
import { mapFontLicence } from './font';
import { metroFeatures } from './metro';
import { writePmtiles } from './pmtiles-writer';
import { cutTiles, tileExtent, tileLayers } from './tile';
import type { SourceData, SourceLayer } from './types';
import type { Files } from './write';

/**
 * Everything that is served under `/data/`: what the map loads, and what people download.
 *
 * @param font WOFF2 with every character of `mapCharacters`
 * @param original the holder's own text, if there is one
 */
export async function publicFiles(
	data: SourceData,
	atlas: Atlas,
	font: Uint8Array,
	original: Original | null
): Promise<Files> {
	const files = new Map<string, string | Uint8Array>([
		['basemap.pmtiles', baseMap(data)],
		['metro.geojson', `${JSON.stringify(metroCollection(data))}\n`],
		['map-font.woff2', font],
		['map-font-licence.txt', await readFile(mapFontLicence(), 'utf8')],
		['sites.geojson', sitesGeojson(atlas)],
		['sites.csv', sitesCsv(atlas)],
		['sites.kml', sitesKml(atlas)],
		['gazetteer.json', gazetteerJson(atlas)],
		['details.json', `${JSON.stringify(detailsOf(atlas))}\n`]
	]);
	for (const { record, file } of data.layers) {
		files.set(file, await readFile(join(data.dir, file)));
		const path = `layers/${record.id}.layer.json`;
		files.set(path, await readFile(join(data.dir, path)));
	}
	if (original) files.set('original.json', `${JSON.stringify(original)}\n`);
	return files;
}

function baseMap({ atlas, layers }: SourceData): Uint8Array {
	const attributions = layers.map(({ record }) => record.attribution.zh);
	return writePmtiles(cutTiles(layers), {
		name: atlas.title.zh,
		attribution: [...new Set(attributions)].join('; '),
		bounds: tileExtent(layers),
		layers: tileLayers(layers)
	});
}

/** The metro as the map draws it; an atlas may do without: then there is nothing in it. */
export function metroCollection({ layers, lines }: SourceData): ReturnType<typeof metroFeatures> {
	const stations = layers.filter(({ record }) => record.type === 'metro-station');
	const tracks = layers.filter(({ record }) => record.type === 'metro-track');
	const [first] = [...tracks, ...stations];
	if (!first) return { type: 'FeatureCollection', features: [] };
	const all: SourceLayer = { ...first, features: tracks.flatMap(({ features }) => features) };
	return metroFeatures(all, stations, lines);
}
