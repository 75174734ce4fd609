import { MVT_EXTENT } from '../geo/mvt';

/** What of a feature decides whether a crowded tile shows it. */
export interface Candidate {
	/** Position of a point in tile units; `null` for lines and areas. */
	point: readonly [number, number] | null;
	/** The longer side of its box, in tile units. */
	size: number;
	/** Larger is more important. */
	rank: number;
	/** Place in the file, from 1. */
	place: number;
}

/** Halvings from a whole tile to one unit. */
const LEVELS = Math.log2(MVT_EXTENT);

/**
 * The order in which a tile takes features until it is full, as indexes into `candidates`. It goes
 * by levels: at each, of the points in a cell the most important one, and the lines and areas as
 * large as the cell; then cells half as wide. So what is dense still looks dense, what is sparse
 * stays, and a feature of one zoom is there at the next. Within a level the rank decides, then
 * chance that is the same in each run: neighbours in a file are often of one kind.
 */
export function byImportance(candidates: readonly Candidate[]): number[] {
	const chance = candidates.map(({ place }) => shuffled(place));
	const compare = (a: number, b: number) =>
		candidates[b]!.rank - candidates[a]!.rank || chance[a]! - chance[b]! || a - b;
	const order = candidates.map((_, i) => i).sort((a, b) => compare(a, b) || 0);
	const levels = new Uint8Array(candidates.length);
	candidates.forEach(({ point, size }, i) => {
		if (!point) levels[i] = levelOf(size);
	});
	levelPoints(candidates, order, levels);
	return order
		.map((i, rank) => ({ i, rank }))
		.sort((a, b) => levels[a.i]! - levels[b.i]! || a.rank - b.rank)
		.map(({ i }) => i);
}

function levelPoints(
	candidates: readonly Candidate[],
	order: readonly number[],
	levels: Uint8Array
): void {
	let open = order.filter((i) => candidates[i]!.point);
	const taken: number[] = [];
	for (let level = 0; open.length > 0 && level <= LEVELS; level++) {
		const cell = MVT_EXTENT / 2 ** level;
		const full = new Set(taken.map((i) => cellOf(candidates[i]!.point!, cell)));
		open = open.filter((i) => {
			const key = cellOf(candidates[i]!.point!, cell);
			levels[i] = level + 1;
			if (full.has(key)) return true;
			full.add(key);
			levels[i] = level;
			taken.push(i);
			return false;
		});
	}
}

/** The first level whose cell is no larger than the feature. */
function levelOf(size: number): number {
	if (size < 1) return LEVELS + 1;
	return Math.max(Math.ceil(Math.log2(MVT_EXTENT / size)), 0);
}

function cellOf([x, y]: readonly [number, number], cell: number): number {
	return Math.floor(x / cell) * MVT_EXTENT + Math.floor(y / cell);
}

/** Of a base layer's classes and kinds, the most important first; others are less. */
const CLASSES: unknown[] = [
	...['motorway', 'trunk', 'primary', 'tunnel'],
	...['river', 'lake'],
	...['water', 'borough', 'stream', 'neighbourhood']
];

/**
 * How important a feature of the base map is, larger is more: by its class or kind, then whether
 * it has a name.
 */
export function importanceOf(properties: Record<string, unknown>): number {
	const place = CLASSES.indexOf(properties['class'] ?? properties['kind']);
	const isNamed = Boolean(properties['name'] ?? properties['name_zh']);
	return (place < 0 ? 0 : 2 * (CLASSES.length - place)) + (isNamed ? 1 : 0);
}

/**
 * Shuffles whole numbers always the same way.
 * Source: Knuth, The Art of Computer Programming, vol. 3, 6.4 (multiplicative hashing).
 */
function shuffled(place: number): number {
	return Math.imul(place, 0x9e3779b1) >>> 0;
}
