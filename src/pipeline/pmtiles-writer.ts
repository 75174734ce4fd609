import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Bounds } from '../lib/atlas/schema';
import { tileId } from '../lib/geo/tile-id';

/** One tile in the XYZ scheme (y grows southward); `data` is not compressed. */
export interface Tile {
	z: number;
	x: number;
	y: number;
	data: Uint8Array;
}

/** What an archive says of itself besides its tiles. */
export interface ArchiveInfo {
	/** Shown by viewers. */
	name: string;
	/** The line that must be shown with the tiles. */
	attribution: string;
	/** `[west, south, east, north]`, WGS-84 degrees; its middle is the centre of the archive. */
	bounds: Bounds;
	/** Layers of the tiles with the type of each field (TileJSON 3.0 `vector_layers`). */
	layers: { id: string; fields: Record<string, 'String' | 'Number' | 'Boolean'> }[];
	/** Zoom whose tiles come before all others: those of the first view. */
	firstZoom?: number;
}

/** An archive, and how much of its beginning a reader needs for the tiles of each zoom. */
export interface PackedTiles {
	archive: Uint8Array;
	/** By zoom: the position in bytes behind its last tile. */
	ends: Record<number, number>;
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
interface Entry {
	id: number;
	offset: number;
	length: number;
	run: number;
}

/**
 * Packs vector tiles into a PMTiles archive, version 3: clustered by Hilbert tile id (but for
 * `firstZoom`), gzip, equal tiles stored once, leaf directories when the root outgrows the first 16,384 bytes.
 * The order in which tiles come makes no difference to the bytes.
 *
 * Format: "PMTiles Version 3 Specification",
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 *
 * @throws Error naming the tile and value when a tile is outside its zoom, empty or given
 * twice, when there is none, or when the bounds are not bounds.
 */
export function writePmtiles(tiles: Iterable<Tile>, info: ArchiveInfo): PackedTiles {
	checkBounds(info.bounds);
	const { placed, blobs } = collect(tiles);
	const inFile = inOrder(placed, info.firstZoom);
	const { entries, data, ends } = layOut(placed, inFile, blobs);
	const zooms = placed.map(({ z }) => z);
	const minzoom = zooms[0] ?? 0;
	const maxzoom = zooms.at(-1) ?? 0;
	const { root, leaves } = directories(entries);
	const metadata = gzip(Buffer.from(JSON.stringify(metadataOf(info, minzoom, maxzoom))));

	const sections = [root, metadata, leaves, data];
	const header = new DataView(new ArrayBuffer(HEADER_BYTES));
	Buffer.from(header.buffer).write('PMTiles');
	header.setUint8(7, 3);
	let offset = HEADER_BYTES;
	sections.forEach((section, i) => {
		header.setBigUint64(8 + i * 16, BigInt(offset), true);
		header.setBigUint64(16 + i * 16, BigInt(section.length), true);
		offset += section.length;
	});
	[placed.length, entries.length, blobs.size].forEach((count, i) =>
		header.setBigUint64(72 + i * 8, BigInt(count), true)
	);
	const isClustered = inFile.every((tile, i) => tile === placed[i]);
	[Number(isClustered), GZIP, GZIP, MVT, minzoom, maxzoom].forEach((byte, i) =>
		header.setUint8(96 + i, byte)
	);
	const [west, south, east, north] = info.bounds;
	info.bounds.forEach((degrees, i) => header.setInt32(102 + i * 4, e7(degrees), true));
	header.setUint8(118, minzoom);
	header.setInt32(119, e7((west + east) / 2), true);
	header.setInt32(123, e7((south + north) / 2), true);
	const start = offset - data.length;
	return {
		archive: Buffer.concat([Buffer.from(header.buffer), ...sections]),
		ends: Object.fromEntries([...ends].map(([z, end]) => [z, start + end]))
	};
}

interface Placed {
	id: number;
	z: number;
	blob: string;
}

/** Compresses each different tile once and sorts all by tile id. */
function collect(tiles: Iterable<Tile>): { placed: Placed[]; blobs: Map<string, Uint8Array> } {
	const placed: Placed[] = [];
	const seen = new Set<number>();
	const blobs = new Map<string, Uint8Array>();
	for (const tile of tiles) {
		checkTile(tile);
		const id = tileId(tile.z, tile.x, tile.y);
		if (seen.has(id)) throw new Error(`${nameOf(tile)} is given twice.`);
		seen.add(id);
		const blob = createHash('sha256').update(tile.data).digest('base64');
		if (!blobs.has(blob)) blobs.set(blob, gzip(tile.data));
		placed.push({ id, z: tile.z, blob });
	}
	if (placed.length === 0) throw new Error('There is no tile to write: the layers are empty.');
	placed.sort((a, b) => a.id - b.id);
	return { placed, blobs };
}

/** The order of the contents: by tile id, but those of one zoom before all others. */
function inOrder(placed: Placed[], firstZoom: number | undefined): Placed[] {
	const isFirst = ({ z }: Placed) => z === firstZoom;
	return [...placed.filter(isFirst), ...placed.filter((tile) => !isFirst(tile))];
}

/**
 * Orders the contents by their first use in `inFile`, and joins runs of neighbours in `placed`
 * with equal content.
 */
function layOut(
	placed: Placed[],
	inFile: Placed[],
	blobs: Map<string, Uint8Array>
): { entries: Entry[]; data: Uint8Array; ends: Map<number, number> } {
	const offsets = new Map<string, number>();
	const ends = new Map<number, number>();
	const chunks: Uint8Array[] = [];
	let end = 0;
	for (const { z, blob } of inFile) {
		const bytes = blobs.get(blob)!;
		if (!offsets.has(blob)) {
			offsets.set(blob, end);
			chunks.push(bytes);
			end += bytes.length;
		}
		ends.set(z, Math.max(ends.get(z) ?? 0, offsets.get(blob)! + bytes.length));
	}
	const entries: Entry[] = [];
	for (const { id, blob } of placed) {
		const [offset, { length }] = [offsets.get(blob)!, blobs.get(blob)!];
		const last = entries.at(-1);
		if (last && last.offset === offset && last.id + last.run === id) last.run++;
		else entries.push({ id, offset, length, run: 1 });
	}
	return { entries, data: Buffer.concat(chunks), ends };
}

/** One directory if it fits, else leaves, made longer until their list fits into the root. */
function directories(entries: Entry[]): { root: Uint8Array; leaves: Uint8Array } {
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
function directory(entries: Entry[]): Uint8Array {
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

/** Node leaves the time at 0 but writes the operating system: 255 is "unknown" (RFC 1952). */
function gzip(data: Uint8Array): Uint8Array {
	const bytes = gzipSync(data, { level: 9 });
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

function nameOf({ z, x, y }: Tile): string {
	return `Tile ${z}/${x}/${y}`;
}

function checkTile(tile: Tile): void {
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

function checkBounds(bounds: Bounds): void {
	const [west, south, east, north] = bounds;
	const fits = west >= -180 && east <= 180 && south >= -90 && north <= 90;
	if (!fits || !(west <= east) || !(south <= north))
		throw new Error(`[${bounds.join(', ')}] are not bounds as [west, south, east, north].`);
}
