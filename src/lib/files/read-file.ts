import { datumNamed } from './datum-name';
import { decode } from './decode';
import { FileFault, type FilePlace } from './fault';
import { LIMITS } from './limits';
import type { CoordinateColumns } from './csv-columns';
import type { ReadFile } from './own-file';
import type { AskColumns } from './read-table';
import { readArchive } from './read-archive';

/**
 * Reads a file of any format that is known, which its content shows, not its name.
 *
 * @param columns where a table has its coordinates, if the reader has said so
 * @throws FileFault with what is wrong and where
 */
export async function readFile(
	name: string,
	bytes: Uint8Array,
	columns?: CoordinateColumns
): Promise<ReadFile | AskColumns> {
	if (bytes.length === 0) throw new FileFault('empty');
	if (bytes.length > LIMITS.bytes)
		throw new FileFault('too-big', {}, `${Math.ceil(bytes.length / 2 ** 20)} MB`);
	const read = await readAny(name, bytes, columns, {});
	if ('header' in read) return read;
	return { ...read, named: read.named ?? datumNamed(name) };
}

const SHAPEFILE = [0, 0, 0x27, 0x0a];
const ARCHIVE = [0x50, 0x4b];

async function readAny(
	name: string,
	bytes: Uint8Array,
	columns: CoordinateColumns | undefined,
	place: FilePlace
): Promise<ReadFile | AskColumns> {
	if (startsWith(bytes, ARCHIVE) && !place.entry) {
		return readArchive(bytes, (entry, unpacked) => readAny(entry, unpacked, columns, { entry }));
	}
	const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
	if (startsWith(bytes, SHAPEFILE) || ['shp', 'shx', 'dbf', 'prj'].includes(ending))
		throw new FileFault('loose-shapefile', place, name);
	const hasMark = bytes[0] === 0xff || bytes[0] === 0xfe;
	if (!hasMark && bytes.subarray(0, 4096).includes(0))
		throw new FileFault('unknown-format', place, name);
	const { text, encoding } = decode(bytes, place);
	const read = await readText(text, name, columns, place);
	if (encoding !== 'gb18030' || 'header' in read) return read;
	return { ...read, notes: [...read.notes, { kind: 'gb18030', value: name }] };
}

async function readText(
	text: string,
	name: string,
	columns: CoordinateColumns | undefined,
	place: FilePlace
): Promise<ReadFile | AskColumns> {
	const start = text.slice(0, 10_000).trimStart();
	if (start === '') throw new FileFault('empty', place);
	if (/^[{[]/.test(start)) return (await import('./read-geojson')).readGeoJson(text);
	if (start.startsWith('<')) {
		const [, root = ''] = /<(?:\w+:)?([a-zA-Z]\w*)[\s>/]/.exec(start) ?? [];
		if (root === 'kml') return (await import('./read-kml')).readKml([{ xml: text, place }], 'KML');
		if (root === 'gpx') return (await import('./read-gpx')).readGpx(text, place);
		throw new FileFault('unknown-format', { ...place, line: 1 }, start.slice(0, 60));
	}
	if (!/\.(?:csv|tsv|txt)$/i.test(name)) throw new FileFault('unknown-format', place, name);
	return (await import('./read-csv')).readCsv(text, columns);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, i) => bytes[i] === byte);
}
