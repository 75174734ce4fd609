import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { MVT_EXTENT } from '../geo/mvt';
import { byImportance } from './importance';

/** Largest tile, in bytes before compression. */
export const TILE_LIMIT = 500_000;

/** A feature of a tile, with what decides whether a crowded tile shows it. */
export interface TileFeature {
	shape: GeoJSONVTFeature;
	rank: number;
	place: number;
}

type Path = [number, number][];

type Encode = (shapes: GeoJSONVTFeature[]) => Uint8Array | null;

/**
 * One layer as a vector tile of at most `limit` bytes before compression, with as many features as
 * have room, the most important ones; in the order in which they come. A feature that would take
 * half of the room alone loses detail, or is left out if its attributes are what is too large.
 *
 * @param encodeShapes makes the tile of some of the features
 * @returns `data` is `null` if nothing can be drawn; `kept` counts features
 */
export function fitTile(
	features: readonly TileFeature[],
	encodeShapes: Encode,
	limit = TILE_LIMIT
): { data: Uint8Array | null; kept: number } {
	const encode = (list: readonly TileFeature[]) => encodeShapes(list.map(({ shape }) => shape));
	const all = encode(features);
	if (!all || all.length <= limit) return { data: all, kept: features.length };

	const small = features.flatMap((feature) => withoutExcess(feature, encode, limit / 2) ?? []);
	const order = byImportance(small.map(candidate));
	const first = (count: number) => {
		const chosen = order.slice(0, count).sort((a, b) => a - b);
		return encode(chosen.map((i) => small[i]!));
	};
	let best: { data: Uint8Array | null; kept: number } = { data: null, kept: 0 };
	let tooMany = small.length + 1;
	const guess = Math.max(Math.floor((small.length * limit) / all.length), 1);
	let count = small.length < features.length ? small.length : guess;
	// as near to the limit as a fiftieth of the features
	while (count > best.kept && tooMany - best.kept > Math.max(small.length / 50, 1)) {
		const data = first(count);
		if (data && data.length > limit) tooMany = count;
		else best = { data, kept: count };
		count = Math.floor((best.kept + tooMany) / 2);
	}
	return best;
}

function candidate({ shape, rank, place }: TileFeature) {
	return shape.type === 1
		? { point: shape.geometry[0]!, size: 0, rank, place }
		: { point: null, size: sizeOf(shape.geometry), rank, place };
}

/** The feature with its vertices on an ever wider grid until it takes no more than `most` bytes. */
function withoutExcess(
	feature: TileFeature,
	encode: (list: readonly TileFeature[]) => Uint8Array | null,
	most: number
): TileFeature | null {
	const { shape } = feature;
	const vertices =
		shape.type === 1 ? 1 : shape.geometry.reduce((sum, { length }) => sum + length, 0);
	const letters = Object.values(shape.tags ?? {}).reduce(
		(sum: number, value) =>
			sum + (typeof value === 'string' ? value.length : typeof value === 'object' ? most : 9),
		0
	);
	// a vertex takes 10 bytes at most, a letter 4
	if (vertices * 10 + letters * 4 < most) return feature;
	for (let grid = 1; grid <= MVT_EXTENT; grid *= 2) {
		const coarse = grid === 1 ? feature : { ...feature, shape: onGrid(shape, grid) };
		const data = encode([coarse]);
		if (!data) return null;
		if (data.length <= most) return coarse;
		if (shape.type === 1) return null;
	}
	return null;
}

function onGrid(shape: GeoJSONVTFeature, grid: number): GeoJSONVTFeature {
	if (shape.type === 1) return shape;
	const round = (value: number) => Math.round(value / grid) * grid;
	const geometry = shape.geometry.map((path) =>
		path.map(([x, y]): Path[number] => [round(x), round(y)])
	);
	return { ...shape, geometry };
}

/** The longer side of a shape's box, in tile units. */
function sizeOf(paths: readonly Path[]): number {
	const low: Path[number] = [Infinity, Infinity];
	const high: Path[number] = [-Infinity, -Infinity];
	for (const path of paths) {
		for (const [x, y] of path) {
			low[0] = Math.min(low[0], x);
			low[1] = Math.min(low[1], y);
			high[0] = Math.max(high[0], x);
			high[1] = Math.max(high[1], y);
		}
	}
	return Math.max(high[0] - low[0], high[1] - low[1]);
}
