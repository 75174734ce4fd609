import type { Bounds } from '../atlas/schema';
import { tileId } from '../geo/tile-id';

/** Gives bytes of the archive; fewer where it ends. */
export type ReadBytes = (offset: number, length: number) => Promise<ArrayBuffer>;

/** Tiles whose ids follow one another and share their content, or (`run` 0) a leaf directory. */
interface Entry {
	id: number;
	run: number;
	length: number;
	offset: number;
}

interface Opened {
	info: PmtilesInfo;
	root: Entry[];
	metadataAt: number;
	metadataLength: number;
	leavesAt: number;
	tilesAt: number;
	/** How the directories, and how the tiles are compressed. */
	compressions: [directories: number, tiles: number];
}

/** What an archive says of itself in its header. */
export interface PmtilesInfo {
	/** `null`: of no kind that the map draws. */
	type: 'vector' | 'raster' | null;
	minzoom: number;
	maxzoom: number;
	/** `[west, south, east, north]`, WGS-84. */
	bounds: Bounds;
}

/** Header and root directory are within these, as the specification asks. */
const HEAD_BYTES = 16_384;
const HEADER_BYTES = 127;
const MAGIC = 'PMTiles\x03';
const NONE = 1;
const GZIP = 2;
const COMPRESSIONS = ['unknown', 'none', 'gzip', 'brotli', 'zstd'];
/** By the number that the header has; MLT, which is 6, is not read. */
const TYPES: Record<number, PmtilesInfo['type']> = {
	1: 'vector',
	2: 'raster',
	3: 'raster',
	4: 'raster',
	5: 'raster'
};
/** Leaf directories that are kept in memory: a screen needs one or two. */
const KEPT = 16;
/** The specification advises against more levels of directories. */
const LEVELS = 4;

/** Why an archive can't be read. */
export class PmtilesFault extends Error {
	readonly kind: 'not-pmtiles' | 'unsupported';
	/** What is not supported. */
	readonly value: string;

	constructor(kind: PmtilesFault['kind'], message: string, value = '') {
		super(message);
		this.kind = kind;
		this.value = value;
	}
}

/**
 * Reads the tiles of a PMTiles archive, version 3, whose parts are compressed with gzip, as our
 * writer makes it (`src/pipeline/pmtiles-writer.ts`), or not at all: all that the map needs of the
 * format.
 *
 * Format: "PMTiles Version 3 Specification",
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export class PmtilesReader {
	readonly #read: ReadBytes;
	readonly #leaves = new Map<number, Promise<Entry[]>>();
	#opened: Promise<Opened> | null = null;

	constructor(read: ReadBytes) {
		this.#read = read;
	}

	/** What the header says. Rejects as `tile` does. */
	async info(): Promise<PmtilesInfo> {
		return (await this.#open()).info;
	}

	/** What the archive says of itself as JSON: of vector tiles, their layers. Rejects as `tile` does. */
	async metadata(): Promise<unknown> {
		const { metadataAt, metadataLength, compressions } = await this.#open();
		const bytes = await this.#read(metadataAt, metadataLength);
		try {
			return JSON.parse(await new Response(await unpacked(bytes, compressions[0])).text());
		} catch {
			throw new PmtilesFault('not-pmtiles', 'The metadata of the archive is not JSON.');
		}
	}

	/**
	 * A tile, not compressed; `null` where the archive has none. Rejects if the bytes can't be had
	 * or are no such archive.
	 */
	async tile(z: number, x: number, y: number): Promise<ArrayBuffer | null> {
		const { root, leavesAt, tilesAt, compressions } = await this.#open();
		const id = tileId(z, x, y);
		let directory = root;
		for (let level = 0; level < LEVELS; level++) {
			const entry = directory.findLast((one) => one.id <= id);
			if (!entry || (entry.run > 0 && id >= entry.id + entry.run)) return null;
			const { run, offset, length } = entry;
			if (run > 0) return unpacked(await this.#read(tilesAt + offset, length), compressions[1]);
			directory = await this.#leaf(leavesAt + offset, length, compressions[0]);
		}
		throw new Error(`Tile ${z}/${x}/${y} is behind more than ${LEVELS} directories.`);
	}

	#leaf(offset: number, length: number, compression: number): Promise<Entry[]> {
		const kept = this.#leaves.get(offset);
		if (kept) return kept;
		const leaf = this.#read(offset, length)
			.then((bytes) => unpacked(bytes, compression))
			.then(entriesOf);
		const [oldest] = this.#leaves.keys();
		if (this.#leaves.size >= KEPT && oldest !== undefined) this.#leaves.delete(oldest);
		this.#leaves.set(offset, leaf);
		// The next that needs it asks anew.
		leaf.catch(() => this.#leaves.delete(offset));
		return leaf;
	}

	#open(): Promise<Opened> {
		return (this.#opened ??= this.#readHead());
	}

	async #readHead(): Promise<Opened> {
		const head = await this.#read(0, HEAD_BYTES);
		const magic = String.fromCharCode(...new Uint8Array(head.slice(0, MAGIC.length)));
		if (magic !== MAGIC || head.byteLength < HEADER_BYTES)
			throw new PmtilesFault('not-pmtiles', `This is no PMTiles archive, version 3: "${magic}".`);
		const view = new DataView(head);
		const compressions: Opened['compressions'] = [view.getUint8(97), view.getUint8(98)];
		for (const one of compressions) {
			if (one === NONE || one === GZIP) continue;
			const name = COMPRESSIONS[one] ?? String(one);
			throw new PmtilesFault(
				'unsupported',
				`The compression ${name} is neither none nor gzip.`,
				name
			);
		}
		const number = (at: number) => Number(view.getBigUint64(at, true));
		const degrees = (at: number) => view.getInt32(at, true) / 1e7;
		const root = head.slice(number(8), number(8) + number(16));
		return {
			info: {
				type: TYPES[view.getUint8(99)] ?? null,
				minzoom: view.getUint8(100),
				maxzoom: view.getUint8(101),
				bounds: [degrees(102), degrees(106), degrees(110), degrees(114)]
			},
			root: entriesOf(await unpacked(root, compressions[0])),
			metadataAt: number(24),
			metadataLength: number(32),
			leavesAt: number(40),
			tilesAt: number(56),
			compressions
		};
	}
}

/** A directory: its columns one after the other, as varints. */
function entriesOf(bytes: ArrayBuffer): Entry[] {
	const next = varints(new Uint8Array(bytes));
	const column = (length: number) => Array.from({ length }, next);
	const count = next();
	const [steps, runs, lengths, offsets] = [1, 2, 3, 4].map(() => column(count)) as [
		number[],
		number[],
		number[],
		number[]
	];
	const entries: Entry[] = [];
	for (const [i, step] of steps.entries()) {
		const last = entries.at(-1);
		const [run = 0, length = 0, offset = 0] = [runs[i], lengths[i], offsets[i]];
		entries.push({
			id: (last?.id ?? 0) + step,
			run,
			length,
			// 0: right behind the one before
			offset: offset === 0 && last ? last.offset + last.length : offset - 1
		});
	}
	return entries;
}

/** LEB128, for numbers up to 2^53. */
function varints(bytes: Uint8Array): () => number {
	let at = 0;
	return () => {
		let value = 0;
		for (let factor = 1; ; factor *= 0x80) {
			const byte = bytes[at++];
			if (byte === undefined) throw new Error(`A directory ends in its byte ${at}.`);
			value += (byte & 0x7f) * factor;
			if (byte < 0x80) return value;
		}
	};
}

async function unpacked(bytes: ArrayBuffer, compression: number): Promise<ArrayBuffer> {
	if (compression === NONE) return bytes;
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Response(stream).arrayBuffer();
}
