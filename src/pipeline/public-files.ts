import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Atlas, Original } from '../lib/atlas/atlas';
import { detailsOf } from '../lib/atlas/brief';
import { sitesCsv } from './downloads/csv';
import { gazetteerJson } from './downloads/gazetteer';
import { sitesGeojson } from './downloads/geojson';
import { sitesKml } from './downloads/kml';
import { mapFontLicence } from './font';
import type { SourceData } from './types';
import type { Files } from './write';

/**
 * Everything that is served under `/data/`: what the map loads, and what people download.
 *
 * @param map what the map loads, by names
 * @param original the holder's own text, if there is one
 */
export async function publicFiles(
	data: SourceData,
	atlas: Atlas,
	map: Files,
	original: Original | null
): Promise<Files> {
	const files = new Map<string, string | Uint8Array>([
		...map,
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
