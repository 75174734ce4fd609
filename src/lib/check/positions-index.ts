import type { Geometry, Position } from 'geojson';
import { linesOf, polygonsOf, positionsOf } from '../geo/parts';

/** Metres of one degree of latitude, WGS-84, to 0.5 % anywhere. */
const DEGREE = 111_000;

/** Positions along the lines and outlines of geometries, at most `step` metres apart. */
export function sample(geometries: readonly Geometry[], step: number): Position[] {
	return geometries.flatMap((geometry) => {
		const paths = [...linesOf(geometry), ...polygonsOf(geometry).flat()];
		return paths.length === 0 ? positionsOf(geometry) : paths.flatMap((path) => along(path, step));
	});
}

/**
 * Tells whether a position, `[lng, lat]`, is within `radius` metres of one of `targets`, `radius` at
 * most 40.
 */
export function nearTest(
	targets: readonly Position[],
	radius: number
): (position: Position) => boolean {
	const cells = new Map<number, Position[]>();
	const scale = Math.cos(((targets[0]?.[1] ?? 0) * Math.PI) / 180);
	const cellOf = ([lng = 0, lat = 0]: Position): [number, number] => [
		Math.floor((lng * scale * DEGREE) / CELL),
		Math.floor((lat * DEGREE) / CELL)
	];
	for (const target of targets) {
		const key = keyOf(...cellOf(target));
		const cell = cells.get(key);
		if (cell) cell.push(target);
		else cells.set(key, [target]);
	}
	return (position) => {
		const [column, row] = cellOf(position);
		return AROUND.some(([dx, dy]) =>
			(cells.get(keyOf(column + dx, row + dy)) ?? []).some((target) => {
				const x = ((target[0] ?? 0) - (position[0] ?? 0)) * scale * DEGREE;
				const y = ((target[1] ?? 0) - (position[1] ?? 0)) * DEGREE;
				return x * x + y * y <= radius * radius;
			})
		);
	};
}

/** One number for both: no more than a million cells of 40 m go round the earth. */
function keyOf(column: number, row: number): number {
	return row * 4_000_000 + column;
}

/** Metres: not less than any radius asked for, so that nine cells hold all neighbours. */
const CELL = 40;
const AROUND = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

/**
 * Tells whether a position, `[lng, lat]`, lies in one of many areas; edges are kept by bands of
 * latitude.
 */
export function insideTest(areas: readonly Geometry[]): (position: Position) => boolean {
	const bands = new Map<number, [Position, Position][]>();
	for (const ring of areas.flatMap((area) => polygonsOf(area).flat())) {
		for (const [i, to] of ring.entries()) {
			const from = ring[i - 1];
			if (!from) continue;
			const low = bandOf(Math.min(from[1] ?? 0, to[1] ?? 0));
			const high = bandOf(Math.max(from[1] ?? 0, to[1] ?? 0));
			for (let band = low; band <= high; band++) {
				const edges = bands.get(band);
				if (edges) edges.push([from, to]);
				else bands.set(band, [[from, to]]);
			}
		}
	}
	return ([x = 0, y = 0]) => {
		let inside = false;
		for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of bands.get(bandOf(y)) ?? []) {
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
		}
		return inside;
	};
}

function bandOf(lat: number): number {
	return Math.floor(lat * 1000);
}

function along(path: readonly Position[], step: number): Position[] {
	return path.flatMap((to, i) => {
		const from = path[i - 1];
		if (!from) return [to];
		const [ax = 0, ay = 0] = from;
		const [bx = 0, by = 0] = to;
		const x = (bx - ax) * Math.cos((ay * Math.PI) / 180) * DEGREE;
		const count = Math.max(1, Math.ceil(Math.hypot(x, (by - ay) * DEGREE) / step));
		return Array.from({ length: count }, (_, k) => {
			const share = (k + 1) / count;
			return [ax + (bx - ax) * share, ay + (by - ay) * share];
		});
	});
}
