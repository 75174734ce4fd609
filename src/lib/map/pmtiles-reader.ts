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
	root: Entry[];
	leavesAt: number;
	tilesAt: number;
}

/** Header and root directory are within these, as the specification asks. */
const HEAD_BYTES = 16_384;
const MAGIC = 'PMTiles\x03';
const GZIP = 2;
/** The specification advises against more levels of directories. */
const LEVELS = 4;

/**
 * Reads the tiles of a PMTiles archive, version 3, whose parts are compressed with gzip: what our
 * writer makes (`src/pipeline/pmtiles-writer.ts`), and all that the map needs of the format.
 *
 * Format: "PMTiles Version 3 Specification",
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export class PmtilesReader {
	readonly #read: ReadBytes;
	#opened: Promise<Opened> | null = null;

	constructor(read: ReadBytes) {
		this.#read = read;
	}

	/**
	 * A tile, not compressed; `null` where the archive has none. Rejects if the bytes can't be had
	 * or are no such archive.
	 */
	async tile(z: number, x: number, y: number): Promise<ArrayBuffer | null> {
		const { root, leavesAt, tilesAt } = await (this.#opened ??= this.#open());
		const id = tileId(z, x, y);
		let directory = root;
		for (let level = 0; level < LEVELS; level++) {
			const entry = directory.findLast((one) => one.id <= id);
			if (!entry || (entry.run > 0 && id >= entry.id + entry.run)) return null;
			const { run, offset, length } = entry;
			if (run > 0) return gunzip(await this.#read(tilesAt + offset, length));
			directory = entriesOf(await gunzip(await this.#read(leavesAt + offset, length)));
		}
		throw new Error(`Tile ${z}/${x}/${y} is behind more than ${LEVELS} directories.`);
	}

	async #open(): Promise<Opened> {
		const head = await this.#read(0, HEAD_BYTES);
		const magic = String.fromCharCode(...new Uint8Array(head.slice(0, MAGIC.length)));
		if (magic !== MAGIC) throw new Error(`This is no PMTiles archive, version 3: "${magic}".`);
		const view = new DataView(head);
		const compressions = [view.getUint8(97), view.getUint8(98)];
		if (compressions.some((one) => one !== GZIP))
			throw new Error(`Compressions ${compressions.join(' and ')} are not gzip (${GZIP}).`);
		const number = (at: number) => Number(view.getBigUint64(at, true));
		const root = head.slice(number(8), number(8) + number(16));
		return { root: entriesOf(await gunzip(root)), leavesAt: number(40), tilesAt: number(56) };
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

function gunzip(bytes: ArrayBuffer): Promise<ArrayBuffer> {
	const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Response(unpacked).arrayBuffer();
}
