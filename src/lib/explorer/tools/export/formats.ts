import { csvOf } from '../../../export/csv';
import type { Export } from '../../../export/export';
import { geojsonOf } from '../../../export/geojson';
import { kmlOf } from '../../../export/kml';
import { withTerms } from '../../../export/shown-sites';

interface Writer {
	/** Media type. */
	type: string;
	write: (sites: Export) => string;
}

/** The formats of an export, by the end of its file's name. */
export const FORMATS = {
	geojson: { type: 'application/geo+json', write: geojsonOf },
	csv: { type: 'text/csv;charset=utf-8', write: (sites) => csvOf(withTerms(sites)) },
	kml: { type: 'application/vnd.google-earth.kml+xml', write: kmlOf }
} satisfies Record<string, Writer>;
export type Format = keyof typeof FORMATS;

/** ASCII: which atlas, the day that it shows, how many sites. */
export function fileName(atlas: string, day: string, count: number, format: Format): string {
	return `${atlas}-sites-${day}-${count}.${format}`;
}
