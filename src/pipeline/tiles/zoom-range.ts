import type { Bounds } from '../../lib/atlas/schema';

/** Zooms of tiles, both included. */
export interface ZoomRange {
	minzoom: number;
	maxzoom: number;
}

/** Zoom of 512-pixel tiles at which a unit of a tile is half a metre: no source is better. */
const FINEST = 14;
const MOST_TILES = 16_384;
/** A layer of one building is still to be seen on a map of its city. */
const COARSEST_START = 9;

/**
 * Works out the zooms that tiles need, from the boxes of features in any number. Boxes are left,
 * top, right, bottom in the Mercator square, see `project`.
 */
export class ZoomsNeeded {
	#maxzoom = FINEST;
	#touched = new Set<number>();
	#all: Bounds = [Infinity, Infinity, -Infinity, -Infinity];

	add(box: Bounds): void {
		const [left, top, right, bottom] = box;
		const all = this.#all;
		this.#all = [
			Math.min(all[0], left),
			Math.min(all[1], top),
			Math.max(all[2], right),
			Math.max(all[3], bottom)
		];
		while (this.#maxzoom > 0 && !this.#touch(box)) this.#coarsen();
	}

	/**
	 * - `maxzoom` is 14, or the largest at which the boxes touch no more than 16,384 tiles: a
	 *   district or a city gets 14, a country of scattered points about 9.
	 * - `minzoom` is two below the zoom at which the whole extent is as wide as one tile, so that
	 *   the map can show it all at once; never above 9.
	 */
	range(): ZoomRange {
		const [left, top, right, bottom] = this.#all;
		const side = Math.max(right - left, bottom - top);
		const whole = side > 0 ? Math.floor(-Math.log2(side)) : FINEST;
		const maxzoom = this.#maxzoom;
		return { minzoom: Math.min(Math.max(whole - 2, 0), COARSEST_START, maxzoom), maxzoom };
	}

	/** Adds the tiles of a box; `false` if they are too many. */
	#touch(box: Bounds): boolean {
		const side = 2 ** this.#maxzoom;
		const [left, top, right, bottom] = box.map((value) => Math.floor(value * side)) as Bounds;
		if ((right - left + 1) * (bottom - top + 1) > MOST_TILES) return false;
		for (let x = left; x <= right; x++)
			for (let y = top; y <= bottom; y++) this.#touched.add(x * side * 2 + y);
		return this.#touched.size <= MOST_TILES;
	}

	#coarsen(): void {
		const row = 2 ** this.#maxzoom * 2;
		this.#maxzoom--;
		const parents = [...this.#touched].map((key) => {
			const [x, y] = [Math.floor(key / row), key % row];
			return (x >> 1) * (row / 2) + (y >> 1);
		});
		this.#touched = new Set(parents);
	}
}
