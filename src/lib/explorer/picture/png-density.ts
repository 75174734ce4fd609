import { joinBytes } from '../../files/join-bytes';

const METRES_PER_INCH = 0.0254;
/** Of the signature, and of the header chunk that must come first. */
const SIGNATURE = 8;
const HEADER_END = SIGNATURE + 25;

/**
 * A PNG that says how many pixels an inch it has, in place of what it may have said before.
 * Format: https://www.w3.org/TR/png-3/#11pHYs, which counts pixels to a metre.
 */
export function withDensity(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
	const perMetre = Math.round(dpi / METRES_PER_INCH);
	const data = new Uint8Array(9);
	const view = new DataView(data.buffer);
	view.setUint32(0, perMetre);
	view.setUint32(4, perMetre);
	data[8] = 1;
	return joinBytes([png.subarray(0, HEADER_END), chunk('pHYs', data), ...withoutDensity(png)]);
}

/** The chunks after the header that are no pHYs. */
function withoutDensity(png: Uint8Array): Uint8Array[] {
	const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
	const kept: Uint8Array[] = [];
	for (let at = HEADER_END, end; at < png.length; at = end) {
		end = at + 12 + view.getUint32(at);
		const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
		if (type !== 'pHYs') kept.push(png.subarray(at, end));
	}
	return kept;
}

/** Length, type, data, and the checksum of type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(12 + data.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, data.length);
	bytes.set(new TextEncoder().encode(type), 4);
	bytes.set(data, 8);
	view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
	return bytes;
}

/** https://www.w3.org/TR/png-3/#5CRC-algorithm, bit by bit: a density is 13 bytes. */
function crc32(bytes: Uint8Array): number {
	let crc = ~0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc >>> 0;
}
