import type { Feature, Position } from 'geojson';
import { MVT_EXTENT, type TileIndex } from '../../lib/geo/mvt';

/** Bits of a tile column or row in a key: two fit into 32. */
const BITS = 16;

/**
 * Many points by tile, in little memory: sorted once along the Z-order curve, on which every
 * tile of every zoom up to 16 is one unbroken stretch.
 */
export class PointIndex implements TileIndex {
	readonly #features: readonly Feature[];
	readonly #points: { x: number; y: number; key: number; feature: number }[];

	/** @param features points and collections of points; other geometries are skipped */
	constructor(features: readonly Feature[]) {
		this.#features = features;
		this.#points = features.flatMap(({ geometry }, feature) => {
			if (geometry?.type === 'Point') return [placed(geometry.coordinates, feature)];
			if (geometry?.type !== 'MultiPoint') return [];
			return geometry.coordinates.map((position) => placed(position, feature));
		});
		this.#points.sort((a, b) => a.key - b.key || a.feature - b.feature);
	}

	/** The points of a tile, on whole units below 4096 so that no point is lost at an edge. */
	getTile(z: number, x: number, y: number) {
		const width = 4 ** (BITS - z);
		const start = this.#firstFrom(interleave(x, y) * width);
		const end = this.#firstFrom((interleave(x, y) + 1) * width);
		if (start === end) return null;
		const features = this.#points.slice(start, end).map((point) => {
			const { id, properties } = this.#features[point.feature]!;
			const geometry: [number, number][] = [[unit(point.x, z, x), unit(point.y, z, y)]];
			return { type: 1 as const, id, tags: properties, geometry };
		});
		return { numFeatures: features.length, features };
	}

	#firstFrom(key: number): number {
		let low = 0;
		let high = this.#points.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#points[middle]!.key < key) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/**
 * Web Mercator, the world as the square from 0 to 1, y growing southward.
 *
 * @param position `[lng, lat]`, WGS-84; latitudes beyond ±85.05° come to lie on the edge
 */
export function project([lng = 0, lat = 0]: Position): [number, number] {
	const sin = Math.sin((lat * Math.PI) / 180);
	const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
	return [lng / 360 + 0.5, Math.min(Math.max(y, 0), 1)];
}

function placed(position: Position, feature: number) {
	const [x, y] = project(position);
	const cell = (value: number) => Math.min(Math.floor(value * 2 ** BITS), 2 ** BITS - 1);
	return { x, y, key: interleave(cell(x), cell(y)), feature };
}

function unit(value: number, z: number, tile: number): number {
	return Math.min(Math.floor((value * 2 ** z - tile) * MVT_EXTENT), MVT_EXTENT - 1);
}

/** Bits of both numbers in turn, x lowest. */
function interleave(x: number, y: number): number {
	return spread(x) + 2 * spread(y);
}

/**
 * Puts a zero before each of 16 bits.
 * Source: https://graphics.stanford.edu/~seander/bithacks.html#InterleaveBMN
 */
function spread(value: number): number {
	value = (value | (value << 8)) & 0x00ff00ff;
	value = (value | (value << 4)) & 0x0f0f0f0f;
	value = (value | (value << 2)) & 0x33333333;
	return (value | (value << 1)) & 0x55555555;
}
