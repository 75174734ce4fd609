import { parseDbf, parseShp } from 'shpjs';
import { Collector } from './collector';
import { decode } from './decode';
import { FileFault } from './fault';
import { LIMITS } from './limits';
import type { ReadFile } from './own-file';
import { readProjection } from './projection';

/** The files of a shapefile, each with its name. */
export interface ShapefileParts {
	shp: [string, Uint8Array];
	dbf?: [string, Uint8Array];
	prj?: [string, Uint8Array];
	cpg?: [string, Uint8Array];
}

// shpjs turns rings round with it; Chromium has it since 110 only.
if (!('toReversed' in Array.prototype))
	Object.defineProperty(Array.prototype, 'toReversed', {
		value(this: unknown[]) {
			return [...this].reverse();
		}
	});

const FILE_CODE = 9994;
const HEADER = 100;

/** Reads a shapefile: in longitude and latitude, or in metres that its `.prj` explains. */
export function readShapefile({ shp, dbf, prj, cpg }: ShapefileParts): ReadFile {
	const collector = new Collector();
	const projection = prj && readProjection(decode(prj[1]).text, { entry: prj[0] });
	collector.named = projection?.datum ?? null;
	if (!prj) collector.note('no-projection', shp[0]);
	else if (projection?.isPlane) collector.note('projected', projection.name);
	checkRecords(...shp);
	const geometries = geometriesOf(
		shp,
		projection?.isPlane ? decode(prj?.[1] ?? shp[1]).text : undefined
	);
	const records = dbf ? recordsOf(dbf, cpg?.[1]) : [];
	geometries.forEach((geometry, i) => {
		collector.add(geometry, propertiesOf(records[i] ?? {}), { entry: shp[0] });
	});
	return collector.finish('Shapefile');
}

/** The library stops silently at a record that is not whole: it is found here. */
function checkRecords(entry: string, bytes: Uint8Array): void {
	const view = viewOf(bytes);
	if (bytes.length < HEADER || view.getInt32(0) !== FILE_CODE)
		throw new FileFault('shapefile', { entry, byte: 0 }, bytes.length);
	let feature = 0;
	for (let byte = HEADER; byte < bytes.length;) {
		if (++feature > LIMITS.features)
			throw new FileFault('too-many-features', { entry }, LIMITS.features);
		const length = byte + 8 <= bytes.length ? view.getInt32(byte + 4) * 2 : NaN;
		if (!(length >= 4 && byte + 8 + length <= bytes.length))
			throw new FileFault('shapefile', { entry, feature, byte }, length);
		byte += 8 + length;
	}
}

function geometriesOf([entry, bytes]: [string, Uint8Array], projection: string | undefined) {
	try {
		return parseShp(viewOf(bytes), projection);
	} catch (error) {
		throw new FileFault('shapefile', { entry }, error instanceof Error ? error.message : error);
	}
}

/** The library believes what a header says of the number of records. */
function recordsOf([entry, bytes]: [string, Uint8Array], cpg: Uint8Array | undefined) {
	const view = viewOf(bytes);
	const stated = bytes.length < 32 ? NaN : view.getUint32(4, true) * view.getUint16(10, true);
	if (!(stated + (bytes.length < 32 ? 0 : view.getUint16(8, true)) <= bytes.length))
		throw new FileFault('dbf', { entry, byte: bytes.length }, stated);
	// The header is no text: its numbers would be taken for characters.
	const records = bytes.subarray(view.getUint16(8, true));
	const encoding = (cpg && encodingNamed(cpg)) ?? decode(records, { entry }).encoding;
	try {
		return parseDbf(view, encoding);
	} catch (error) {
		throw new FileFault('dbf', { entry }, error instanceof Error ? error.message : error);
	}
}

/** Code pages as Windows numbers them, for names that `TextDecoder` does not know. */
const CODE_PAGES: Readonly<Record<string, string>> = {
	'936': 'gb18030',
	'54936': 'gb18030',
	'950': 'big5',
	'65001': 'utf-8'
};

/** What a `.cpg` file names: `UTF-8`, `GBK`, `CP936`, `ANSI 936`; `null` if it is no encoding. */
function encodingNamed(cpg: Uint8Array): string | null {
	const label = new TextDecoder().decode(cpg).trim();
	const page = /(?:^|\D)(\d+)$/.exec(label)?.[1] ?? '';
	for (const name of [label, CODE_PAGES[page] ?? '']) {
		try {
			return new TextDecoder(name).encoding;
		} catch {
			// The next one, if any.
		}
	}
	return null;
}

function propertiesOf(record: Record<string, unknown>): [string, unknown][] {
	return Object.entries(record).map(([key, value]) => [
		key,
		value instanceof Date ? dayOf(value) : value
	]);
}

/** A date of the table: the library makes it midnight where the reader is. */
function dayOf(date: Date): string | null {
	if (Number.isNaN(date.getTime())) return null;
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
	return new DataView(buffer, byteOffset, byteLength);
}
