import { gzipSync } from 'node:zlib';
import type { Bounds } from '../lib/atlas/schema';
import type { FieldTypes } from '../lib/compile/field-types';
import type { Tile } from '../lib/compile/tile';

/** What an archive says of itself besides its tiles. */
export interface ArchiveInfo {
	/** Shown by viewers. */
	name: string;
	/** The line that must be shown with the tiles. */
	attribution: string;
	/** `[west, south, east, north]`, WGS-84 degrees; its middle is the centre of the archive. */
	bounds: Bounds;
	/** Layers of the tiles with the type of each field (TileJSON 3.0 `vector_layers`). */
	layers: { id: string; fields: FieldTypes }[];
	/** Zoom whose tiles come before all others: those of the first view. */
	firstZoom?: number;
}

/** Highest zoom whose tile ids fit into a JavaScript number. */
const MAX_ZOOM = 26;
const HEADER_BYTES = 127;
/** Readers fetch this much first and expect header and root directory in it. */
const ROOT_BYTES = 16_384 - HEADER_BYTES;
const LEAF_ENTRIES = 4096;
const GZIP = 2;
const MVT = 1;

/** Consecutive tile ids with the same content, or (`run` 0) a leaf directory. */
export interface Entry {
	id: number;
	offset: number;
	length: number;
	run: number;
}

/** What the beginning of an archive says of the tiles behind it. */
export interface ArchiveContents {
	/** By tile id; offsets count from the first content. */
	entries: readonly Entry[];
	tiles: number;
	/** Different contents. */
	contents: number;
	/** Bytes of all contents. */
	bytes: number;
	/** Whether contents lie in the order of tile ids. */
	isClustered: boolean;
	minzoom: number;
	maxzoom: number;
}

/**
 * All of an archive that comes before the contents of its tiles: header, root directory, metadata
 * and leaf directories, which there are when the root outgrows the first 16,384 bytes.
 *
 * Format: "PMTiles Version 3 Specification",
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function archiveHead(contents: ArchiveContents, info: ArchiveInfo): Uint8Array {
	const { entries, minzoom, maxzoom } = contents;
	const { root, leaves } = directories(entries);
	const metadata = gzip(Buffer.from(JSON.stringify(metadataOf(info, minzoom, maxzoom))));
	const header = new DataView(new ArrayBuffer(HEADER_BYTES));
	Buffer.from(header.buffer).write('PMTiles');
	header.setUint8(7, 3);
	let offset = HEADER_BYTES;
	[root.length, metadata.length, leaves.length, contents.bytes].forEach((length, i) => {
		header.setBigUint64(8 + i * 16, BigInt(offset), true);
		header.setBigUint64(16 + i * 16, BigInt(length), true);
		offset += length;
	});
	[contents.tiles, entries.length, contents.contents].forEach((count, i) =>
		header.setBigUint64(72 + i * 8, BigInt(count), true)
	);
	[Number(contents.isClustered), GZIP, GZIP, MVT, minzoom, maxzoom].forEach((byte, i) =>
		header.setUint8(96 + i, byte)
	);
	const [west, south, east, north] = info.bounds;
	info.bounds.forEach((degrees, i) => header.setInt32(102 + i * 4, e7(degrees), true));
	header.setUint8(118, minzoom);
	header.setInt32(119, e7((west + east) / 2), true);
	header.setInt32(123, e7((south + north) / 2), true);
	return Buffer.concat([Buffer.from(header.buffer), root, metadata, leaves]);
}

/** Adds a tile to the entries; a neighbour with the same content becomes one with it. */
export function addEntry(entries: Entry[], { id, offset, length }: Omit<Entry, 'run'>): void {
	const last = entries.at(-1);
	if (last && last.offset === offset && last.id + last.run === id) last.run++;
	else entries.push({ id, offset, length, run: 1 });
}

/** One directory if it fits, else leaves, made longer until their list fits into the root. */
function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
	let root = directory(entries);
	if (root.length <= ROOT_BYTES) return { root, leaves: new Uint8Array() };
	for (let size = LEAF_ENTRIES; ; size *= 2) {
		const parts: Uint8Array[] = [];
		const pointers: Entry[] = [];
		let offset = 0;
		for (let i = 0; i < entries.length; i += size) {
			const leaf = directory(entries.slice(i, i + size));
			parts.push(leaf);
			pointers.push({ id: entries[i]!.id, offset, length: leaf.length, run: 0 });
			offset += leaf.length;
		}
		root = directory(pointers);
		if (root.length <= ROOT_BYTES) return { root, leaves: Buffer.concat(parts) };
	}
}

/** A directory as bytes: its columns one after the other, as varints, compressed. */
function directory(entries: readonly Entry[]): Uint8Array {
	const bytes: number[] = [];
	varint(bytes, entries.length);
	entries.forEach((entry, i) => varint(bytes, entry.id - (entries[i - 1]?.id ?? 0)));
	for (const entry of entries) varint(bytes, entry.run);
	for (const entry of entries) varint(bytes, entry.length);
	entries.forEach((entry, i) => {
		const before = entries[i - 1];
		const follows = before !== undefined && before.offset + before.length === entry.offset;
		varint(bytes, follows ? 0 : entry.offset + 1);
	});
	return gzip(Uint8Array.from(bytes));
}

/** LEB128, for numbers up to 2^53. */
function varint(bytes: number[], value: number): void {
	while (value >= 0x80) {
		bytes.push((value % 0x80) | 0x80);
		value = Math.floor(value / 0x80);
	}
	bytes.push(value);
}

/**
 * Compressed, always to the same bytes. Node leaves the time at 0 but writes the operating
 * system: 255 is "unknown" (RFC 1952).
 */
export function gzip(data: Uint8Array, level = 9): Uint8Array {
	const bytes = gzipSync(data, { level });
	bytes[9] = 255;
	return bytes;
}

function metadataOf({ name, attribution, layers }: ArchiveInfo, minzoom: number, maxzoom: number) {
	const vector_layers = layers.map(({ id, fields }) => ({ id, fields, minzoom, maxzoom }));
	return { name, attribution, vector_layers };
}

function e7(degrees: number): number {
	return Math.round(degrees * 1e7);
}

/** A tile as messages name it. */
export function nameOf({ z, x, y }: Omit<Tile, 'data'>): string {
	return `Tile ${z}/${x}/${y}`;
}

/** @throws Error naming the tile and value when it is outside its zoom or empty */
export function checkTile(tile: Tile): void {
	const { z, x, y, data } = tile;
	if (!Number.isInteger(z) || z < 0 || z > MAX_ZOOM)
		throw new Error(`${nameOf(tile)}: zoom ${z} is not a whole number from 0 to ${MAX_ZOOM}.`);
	const side = 2 ** z;
	for (const [axis, value] of Object.entries({ x, y }))
		if (!Number.isInteger(value) || value < 0 || value >= side)
			throw new Error(
				`${nameOf(tile)}: ${axis} ${value} is not a whole number below 2^${z} = ${side}.`
			);
	if (data.length === 0)
		throw new Error(`${nameOf(tile)} has no data: leave an empty tile out instead.`);
}

/** @throws Error with the bounds when they are none */
export function checkBounds(bounds: Bounds): void {
	const [west, south, east, north] = bounds;
	const fits = west >= -180 && east <= 180 && south >= -90 && north <= 90;
	if (!fits || !(west <= east) || !(south <= north))
		throw new Error(`[${bounds.join(', ')}] are not bounds as [west, south, east, north].`);
}
