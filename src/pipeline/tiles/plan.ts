import { MVT_EXTENT } from '../../lib/geo/mvt';
import type { FeatureIndex } from './feature-index';
import { byImportance } from '../../lib/compile/importance';
import type { ZoomRange } from './zoom-range';

/** Tiles to cut, and where in the file the features are that they need. */
export interface Job {
	z: number;
	x: number;
	y: number;
	/** Whether the tiles below are to be cut too, to the largest zoom. */
	isTree: boolean;
	/** Columns of the features' index. */
	offsets: Float64Array;
	lengths: Uint32Array;
	places: Uint32Array;
	/** Features that this tile is too crowded to try. */
	skipped: number;
	/** How much of all the work this is, in bytes of features that no other job counts. */
	work: number;
}

/** What one job may hold, so that memory is bounded whatever the size of the file. */
const MOST = { bytes: 4e6, features: 10_000 };
/** A single tile: 500 kB hold fewer features; their texts are simplified as they are read. */
const TILE_MOST = { bytes: 64e6, features: 40_000 };
/** Of a tile: what lies so far outside may still reach in with its stroke. */
const BUFFER = 1 / 16;
/** Units: half a pixel. What is smaller is not drawn below the largest zoom. */
const SMALLEST = 4;

/** Whether all is so little that no thread is worth its start. */
export function isOneJob({ lengths, size }: FeatureIndex): boolean {
	const bytes = lengths.subarray(0, size).reduce((sum, length) => sum + length, 0);
	return size <= MOST.features && bytes <= MOST.bytes;
}

/**
 * Divides the world into tiles, each in four, until what lies in one is little enough to be cut
 * at once with all tiles below it. The tiles above are cut one by one, from a choice of the most
 * important features; that of a tile is made from those of its four, which hold it.
 */
export function* planJobs(index: FeatureIndex, zooms: ZoomRange): Generator<Job> {
	const all = Uint32Array.from({ length: index.size }, (_, i) => i);
	yield* planBelow(index, zooms, { z: 0, x: 0, y: 0 }, all);
}

/** @returns the features among which the tile above has to choose */
function* planBelow(
	index: FeatureIndex,
	zooms: ZoomRange,
	tile: At,
	members: Uint32Array
): Generator<Job, Uint32Array> {
	if (members.length === 0) return members;
	const bytes = members.reduce((sum, i) => sum + weight(index, i, tile), 0);
	if (bytes <= MOST.bytes && members.length <= MOST.features) {
		const work = beginningIn(index, members, tile);
		yield jobOf(index, tile, members, { isTree: true, skipped: 0, work });
		return members;
	}
	const { z, x, y } = tile;
	const isLast = z === zooms.maxzoom;
	const below = new Set<number>();
	if (!isLast) {
		for (const child of [0, 1, 2, 3]) {
			const next = { z: z + 1, x: 2 * x + (child % 2), y: 2 * y + (child >> 1) };
			const inNext = members.filter((i) => share(index, i, next) > 0);
			for (const i of yield* planBelow(index, zooms, next, inNext)) below.add(i);
		}
	}
	const isSeen = (i: number) => isLast || index.isPoint[i] === 1 || sizeIn(index, i, z) >= SMALLEST;
	const seen = members.reduce((count, i) => count + Number(isSeen(i)), 0);
	const among = isLast ? members : Uint32Array.from(below).filter(isSeen).sort();
	const chosen = choose(index, tile, among);
	if (z >= zooms.minzoom) {
		const work = isLast ? beginningIn(index, members, tile) : 0;
		yield jobOf(index, tile, chosen, { isTree: false, skipped: seen - chosen.length, work });
	}
	return chosen;
}

type At = Pick<Job, 'z' | 'x' | 'y'>;

function jobOf(
	{ offsets, lengths, places }: FeatureIndex,
	tile: At,
	members: Uint32Array,
	rest: Pick<Job, 'isTree' | 'skipped' | 'work'>
): Job {
	return {
		...tile,
		...rest,
		offsets: Float64Array.from(members, (i) => offsets[i]!),
		lengths: Uint32Array.from(members, (i) => lengths[i]!),
		places: Uint32Array.from(members, (i) => places[i]!)
	};
}

/** Bytes that a feature takes in a tile: large ones are clipped when they are read. */
function weight(index: FeatureIndex, i: number, tile: At): number {
	return index.lengths[i]! * share(index, i, tile);
}

/** Bytes of the features whose north-western corner lies in a tile: no other tile counts them. */
function beginningIn({ boxes, lengths }: FeatureIndex, members: Uint32Array, { z, x, y }: At) {
	const scale = 2 ** z;
	const isOwn = (i: number) =>
		Math.floor(boxes[4 * i]! * scale) === x && Math.floor(boxes[4 * i + 1]! * scale) === y;
	return members.reduce((sum, i) => sum + (isOwn(i) ? lengths[i]! : 0), 0);
}

/** How much of a feature's box lies in a tile with its buffer, from 0 (none) to 1. */
function share({ boxes, isPoint }: FeatureIndex, i: number, { z, x, y }: At): number {
	const side = 2 ** -z;
	const buffer = isPoint[i] ? 0 : BUFFER;
	const [left, top] = [boxes[4 * i]!, boxes[4 * i + 1]!];
	const [right, bottom] = [boxes[4 * i + 2]!, boxes[4 * i + 3]!];
	const across = inside(left, right, (x - buffer) * side, (x + 1 + buffer) * side);
	return across && across * inside(top, bottom, (y - buffer) * side, (y + 1 + buffer) * side);
}

/** The part of a stretch that lies in another; of one without length, all or nothing. */
function inside(from: number, to: number, start: number, end: number): number {
	if (to < start || from > end) return 0;
	if (to === from) return 1;
	// a stretch that only touches is there too
	return Math.max((Math.min(to, end) - Math.max(from, start)) / (to - from), 1e-6);
}

/** The longer side of a feature's box, in units of a tile of a zoom. */
function sizeIn({ boxes }: FeatureIndex, i: number, z: number): number {
	const [width, height] = [
		boxes[4 * i + 2]! - boxes[4 * i]!,
		boxes[4 * i + 3]! - boxes[4 * i + 1]!
	];
	return Math.max(width, height) * 2 ** z * MVT_EXTENT;
}

/** The most important features of a tile, as many as may fit into it, in the order of the file. */
function choose(index: FeatureIndex, tile: At, among: Uint32Array): Uint32Array {
	const { boxes, isPoint, ranks, places } = index;
	const scale = 2 ** tile.z;
	const unit = (value: number, start: number) => (value * scale - start) * MVT_EXTENT;
	const candidates = Array.from(among, (i) => ({
		point: isPoint[i]
			? ([unit(boxes[4 * i]!, tile.x), unit(boxes[4 * i + 1]!, tile.y)] as const)
			: null,
		size: sizeIn(index, i, tile.z),
		rank: ranks[i]!,
		place: places[i]!
	}));
	const order = byImportance(candidates);
	let bytes = 0;
	let count = 0;
	for (; count < order.length && count < TILE_MOST.features; count++) {
		bytes += weight(index, among[order[count]!]!, tile);
		if (bytes > TILE_MOST.bytes) break;
	}
	return Uint32Array.from(order.slice(0, count), (i) => among[i]!).sort();
}
