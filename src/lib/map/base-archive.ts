import type { TilesFile } from '../atlas/map-data';
import { fetchPart, type Part } from './file-part';
import type { LargeArchive } from './large-archive';
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
 * HTTP Range give the whole file at once. Where the atlas has large layers, tiles with all of them
 * come from an archive of their own.
 */
export class BaseArchive implements BaseTiles {
	readonly #file: BaseFile;
	readonly #large: LargeArchive | null;
	#reader: PmtilesReader | null = null;

	constructor(file: BaseFile, large: LargeArchive | null = null) {
		this.#file = file;
		this.#large = large;
	}

	/** Asks for the beginning, up to the tiles of this zoom, unless it has been asked for. */
	open(zoom: number): void {
		if (this.#reader) return;
		const parts = new TwoParts(this.#file, this.#file.ends[zoom] ?? this.#file.bytes);
		this.#reader = new PmtilesReader((offset, length) => parts.read(offset, length));
	}

	/**
	 * A tile, not compressed; empty where there is none. Where all of the large layers can't be had,
	 * as without a network, it shows the most important of them. Rejects if the file itself can't be
	 * had or read; the next call begins anew.
	 */
	async tile(z: number, x: number, y: number): Promise<ArrayBuffer> {
		const whole = await this.#large?.tile(z, x, y);
		if (whole) return whole;
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
