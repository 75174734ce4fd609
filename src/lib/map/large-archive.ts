import type { LargeTilesFile } from '../atlas/map-data';
import { fetchPart } from './file-part';
import { PmtilesReader } from './pmtiles-reader';

/** The PMTiles archive of tiles with all of the large layers, and its address. */
export interface LargeFile extends LargeTilesFile {
	url: string;
}

/**
 * The tiles with all of the large layers. Each is asked for by a range of its own; of a host
 * without HTTP Range the whole file is kept in memory.
 */
export class LargeArchive {
	readonly #file: LargeFile;
	#reader: PmtilesReader;

	constructor(file: LargeFile) {
		this.#file = file;
		this.#reader = readerOf(file);
	}

	/**
	 * A tile, not compressed; `null` where there is none, or if it can't be had or read, which the
	 * next call tries anew: the base map has a tile with less in that place.
	 */
	async tile(z: number, x: number, y: number): Promise<ArrayBuffer | null> {
		if (z < this.#file.minzoom) return null;
		const reader = this.#reader;
		try {
			return await reader.tile(z, x, y);
		} catch {
			if (this.#reader === reader) this.#reader = readerOf(this.#file);
			return null;
		}
	}
}

function readerOf(file: LargeFile): PmtilesReader {
	let whole: ArrayBuffer | null = null;
	return new PmtilesReader(async (offset, length) => {
		const end = Math.min(offset + length, file.bytes);
		if (whole) return whole.slice(offset, end);
		const { bytes, isWhole } = await fetchPart(file, offset, end);
		if (!isWhole) return bytes;
		whole = bytes;
		return bytes.slice(offset, end);
	});
}
