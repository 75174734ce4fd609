import type { TilesFile } from '../atlas/map-data';
import { PmtilesReader } from './pmtiles-reader';

/** Who gives the tiles of the base map, not compressed; an empty one where there is none. */
export interface BaseTiles {
	tile(z: number, x: number, y: number): ArrayBuffer | Promise<ArrayBuffer>;
}

/** The PMTiles archive of the base map and its address. */
export interface BaseFile extends TilesFile {
	url: string;
}

/**
 * The tiles of the archive. It is fetched in two parts at most: its beginning up to the tiles of
 * the zoom that is asked for first, then, once something else is wanted, the rest. Hosts without
 * HTTP Range give the whole file at once.
 */
export class BaseArchive implements BaseTiles {
	readonly #file: BaseFile;
	#reader: PmtilesReader | null = null;

	constructor(file: BaseFile) {
		this.#file = file;
	}

	/** Asks for the beginning, up to the tiles of this zoom, unless it has been asked for. */
	open(zoom: number): void {
		if (this.#reader) return;
		const parts = new TwoParts(this.#file, this.#file.ends[zoom] ?? this.#file.bytes);
		this.#reader = new PmtilesReader((offset, length) => parts.read(offset, length));
	}

	/**
	 * A tile, not compressed; empty where there is none. Rejects if the file can't be had or read;
	 * the next call begins anew.
	 */
	async tile(z: number, x: number, y: number): Promise<ArrayBuffer> {
		this.open(z);
		const reader = this.#reader;
		try {
			return (await reader?.tile(z, x, y)) ?? new ArrayBuffer(0);
		} catch (error) {
			if (this.#reader === reader) this.#reader = null;
			throw error;
		}
	}
}

interface Part {
	bytes: ArrayBuffer;
	/** Whether it is all of the file. */
	isWhole: boolean;
}

/** The file, of which it keeps in memory what it has fetched. */
class TwoParts {
	readonly #file: BaseFile;
	readonly #beginning: Promise<Part>;
	#whole: Promise<ArrayBuffer> | null = null;

	/** Fetches the bytes before `end`. */
	constructor(file: BaseFile, end: number) {
		this.#file = file;
		this.#beginning = fetchPart(file, 0, end);
		// Told to whoever reads; asked for ahead, it may be that nobody has yet.
		this.#beginning.catch(() => {});
	}

	async read(offset: number, length: number): Promise<ArrayBuffer> {
		const end = offset + length;
		const { bytes, isWhole } = await this.#beginning;
		// Header and directory come before all tiles, and are asked for with a wide margin.
		const isThere = offset === 0 || isWhole || end <= bytes.byteLength;
		const from = isThere ? bytes : await (this.#whole ??= withRest(this.#file, bytes));
		return from.slice(offset, end);
	}
}

async function withRest(file: BaseFile, beginning: ArrayBuffer): Promise<ArrayBuffer> {
	const { bytes, isWhole } = await fetchPart(file, beginning.byteLength, file.bytes);
	return isWhole ? bytes : new Blob([beginning, bytes]).arrayBuffer();
}

/**
 * The bytes from `start` to before `end`, or the whole file where the host knows no ranges.
 *
 * @throws Error if the host refuses, or has another file than the one that the page was built with
 */
async function fetchPart(file: BaseFile, start: number, end: number): Promise<Part> {
	const { url, bytes: size } = file;
	const isWhole = start === 0 && end >= size;
	const range = `bytes=${start}-${end - 1}`;
	const response = await fetch(url, isWhole ? {} : { headers: { range } });
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	const bytes = await response.arrayBuffer();
	if (response.status !== 206) return { bytes, isWhole: true };
	const got = response.headers.get('content-range');
	if (bytes.byteLength !== end - start || got !== `${range.replace('=', ' ')}/${size}`)
		throw new Error(`${url}: ${got} came for ${range} of ${size}. Is the page older? Reload it.`);
	return { bytes, isWhole: false };
}
