import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Atlas, Original } from '../lib/atlas/atlas';
import { detailsOf } from '../lib/atlas/brief';
import { shareCards } from './cards';
import { zipOf } from '../lib/draft/zip';
import { csvOf } from '../lib/export/csv';
import { geojsonOf } from '../lib/export/geojson';
import { kmlOf } from '../lib/export/kml';
import { gazetteerJson } from './downloads/gazetteer';
import { allSites } from './downloads/all-sites';
import type { MapDrawing } from './draw';
import { mapFontLicence } from './font';
import { groundJson } from './ground-file';
import { icons } from './icons';
import { searchIndex } from './search-index';
import type { SourceData } from '../lib/source/types';
import type { Files } from './write';

interface Ingredients {
	/** The folder of the data. */
	dir: string;
	/** What the map loads, by names. */
	map: Files;
	drawMap: (drawing: MapDrawing) => string;
	/** The holder's own texts. */
	originals: readonly Original[];
}

/**
 * Everything that is served under `/data/`: what the map loads, what people download, and the
 * pictures that other programs show of the site.
 */
export async function publicFiles(
	data: SourceData,
	atlas: Atlas,
	{ dir, map, drawMap, originals }: Ingredients
): Promise<Files> {
	const sites = allSites(atlas);
	const files = new Map<string, string | Uint8Array>([
		...map,
		['map-font-licence.txt', await readFile(mapFontLicence(), 'utf8')],
		['sites.geojson', geojsonOf(sites)],
		['sites.csv', csvOf(sites)],
		['sites.kml', kmlOf(sites)],
		['gazetteer.json', gazetteerJson(atlas)],
		['ground.json', groundJson(data, atlas)],
		['bases.json', `${JSON.stringify(data.atlas.bases ?? {})}\n`],
		['search.json', `${JSON.stringify(searchIndex(data, atlas))}\n`],
		['source.zip', zipOf(new Map([...data.files].map(([path, { text }]) => [path, text])))],
		['details.json', `${JSON.stringify(detailsOf(atlas))}\n`]
	]);
	for (const { record, file } of data.layers) {
		files.set(file, await readFile(join(dir, file)));
		const path = `layers/${record.id}.layer.json`;
		files.set(path, await readFile(join(dir, path)));
	}
	for (const original of originals)
		files.set(`originals/${original.article}.json`, `${JSON.stringify(original)}\n`);
	for (const [path, png] of await shareCards(atlas, drawMap)) files.set(path, png);
	for (const [name, png] of await icons()) files.set(`icons/${name}`, png);
	return files;
}
