import { decode } from './decode';
import { FileFault } from './fault';
import type { ReadFile } from './own-file';
import type { KmlDocument } from './read-kml';
import type { AskColumns } from './read-table';
import type { ShapefileParts } from './read-shapefile';
import { unzip } from './unzip';

const WANTED = /\.(?:kml|shp|dbf|prj|cpg|geojson|json|gpx|csv)$/i;

/**
 * Reads the one thing in an archive: a shapefile, KML (of a KMZ its main document, and what that links
 * to in the archive, as GDAL writes it), or a file of another format.
 *
 * @param readOther reads a file of another format
 */
export async function readArchive(
	bytes: Uint8Array,
	readOther: (entry: string, bytes: Uint8Array) => Promise<ReadFile | AskColumns>
): Promise<ReadFile | AskColumns> {
	const files = unzip(
		bytes,
		(name) => WANTED.test(name) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name)
	);
	const named = (ending: RegExp) => [...files].filter(([name]) => ending.test(name));
	const shapes = named(/\.shp$/i);
	const documents = named(/\.kml$/i);
	const others = named(/\.(?:geojson|json|gpx|csv)$/i);
	const main = documents.find(([name]) => /^doc\.kml$/i.test(name)) ?? documents[0];
	const [shape, ...moreShapes] = shapes;
	const [other, ...moreOthers] = others;
	const candidates = [...shapes, ...(main ? [main] : []), ...(shape || main ? [] : others)];
	if (moreShapes.length || (shape && main) || (!shape && !main && moreOthers.length))
		throw new FileFault('several-inside', {}, candidates.map(([name]) => name).join(', '));
	if (shape) return (await import('./read-shapefile')).readShapefile(partsOf(shape, files));
	if (main) {
		const { linksOfKml, readKml } = await import('./read-kml');
		const first = documentOf(main);
		const linked = linksOfKml(first).flatMap((link) =>
			documents.filter((one) => one !== main && one[0] === link).map(documentOf)
		);
		return readKml([first, ...linked], 'KMZ');
	}
	if (other) return readOther(...other);
	throw new FileFault('nothing-inside');
}

function documentOf([entry, bytes]: [string, Uint8Array]): KmlDocument {
	const place = { entry };
	return { xml: decode(bytes, place).text, place };
}

function partsOf(
	shp: [string, Uint8Array],
	files: ReadonlyMap<string, Uint8Array>
): ShapefileParts {
	const stem = shp[0].slice(0, -'.shp'.length).toLowerCase();
	const part = (ending: 'dbf' | 'prj' | 'cpg') => {
		const found = [...files].find(([name]) => name.toLowerCase() === `${stem}.${ending}`);
		return found && { [ending]: found };
	};
	return { shp, ...part('dbf'), ...part('prj'), ...part('cpg') };
}
