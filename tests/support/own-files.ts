import { strToU8, zipSync } from 'fflate';
import { deflateRawSync } from 'node:zlib';
import type { Position } from 'geojson';

/** A zipped shapefile of points, with a table of names in the given encoding. */
export function zippedShapefile(
	points: readonly { position: Position; name: string }[],
	{ prj, stem = 'points' }: { prj?: string; stem?: string } = {}
): Uint8Array {
	return zipSync({
		[`${stem}.shp`]: shpOf(points.map(({ position }) => position)),
		[`${stem}.dbf`]: dbfOf(points.map(({ name }) => name)),
		...(prj === undefined ? {} : { [`${stem}.prj`]: strToU8(prj) })
	});
}

export function kmzOf(kml: string): Uint8Array {
	return zipSync({ 'doc.kml': strToU8(kml), 'files/icon.png': new Uint8Array(10) });
}

/** An archive of one file of zeros, whose header says that it has 5 bytes. */
export function zipBomb(name: string, bytes: number): Uint8Array<ArrayBuffer> {
	const packed = deflateRawSync(new Uint8Array(bytes), { level: 9 });
	const archive = new Uint8Array(30 + name.length + packed.length);
	const view = new DataView(archive.buffer);
	view.setUint32(0, 0x504b0304);
	view.setUint16(4, 20, true);
	view.setUint16(8, 8, true);
	view.setUint32(18, packed.length, true);
	view.setUint32(22, 5, true);
	view.setUint16(26, name.length, true);
	archive.set(strToU8(name), 30);
	archive.set(packed, 30 + name.length);
	return archive;
}

/** ESRI's white paper of 1998: a header of 100 bytes, then records of type 1. */
export function shpOf(positions: readonly Position[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(100 + positions.length * 28);
	const view = new DataView(bytes.buffer);
	view.setInt32(0, 9994);
	view.setInt32(24, bytes.length / 2);
	view.setInt32(28, 1000, true);
	view.setInt32(32, 1, true);
	positions.forEach(([x = 0, y = 0], i) => {
		const at = 100 + i * 28;
		view.setInt32(at, i + 1);
		view.setInt32(at + 4, 10);
		view.setInt32(at + 8, 1, true);
		view.setFloat64(at + 12, x, true);
		view.setFloat64(at + 20, y, true);
	});
	return bytes;
}

const NAME_BYTES = 30;

/** dBASE III with one column of text, in UTF-8. */
export function dbfOf(names: readonly string[]): Uint8Array<ArrayBuffer> {
	const head = 65;
	const record = NAME_BYTES + 1;
	const bytes = new Uint8Array(head + names.length * record + 1).fill(0x20, head);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, 3);
	view.setUint32(4, names.length, true);
	view.setUint16(8, head, true);
	view.setUint16(10, record, true);
	bytes.set(strToU8('NAME'), 32);
	view.setUint8(43, 'C'.charCodeAt(0));
	view.setUint8(48, NAME_BYTES);
	view.setUint8(64, 13);
	names.forEach((name, i) => {
		bytes.set(strToU8(name).subarray(0, NAME_BYTES), head + i * record + 1);
	});
	return bytes;
}

export function collectionOf(
	points: readonly { position: Position; properties: Record<string, unknown> }[]
) {
	return {
		type: 'FeatureCollection',
		features: points.map(({ position, properties }) => ({
			type: 'Feature',
			properties,
			geometry: { type: 'Point', coordinates: position }
		}))
	};
}
