import type { Position } from 'geojson';

/** Metres: lines this near can't be told apart at the zooms of a city. */
const NEAR = 25;
/** Metres between the positions that are compared. */
const STEP = 20;
/** Metres in one degree of latitude on the mean radius of the earth, 6,371,008.8 m. */
const DEGREE = 111_195;

/**
 * Whether two paths run beside one another: more than half of one of them lies within 25 m of
 * the other. Distances are taken on a plane, which is off by less than 1 % over 30 km.
 *
 * @param one `[lng, lat]`, WGS-84
 * @param other `[lng, lat]`, WGS-84
 * @returns the direction of the other against the first, or `null` if they do not
 */
export function runsBeside(
	one: readonly Position[],
	other: readonly Position[]
): 'same' | 'opposite' | null {
	const scale = Math.cos(((one[0]?.[1] ?? 0) * Math.PI) / 180);
	const [a, b] = [one, other].map((path) => path.map((position) => toPlane(position, scale))) as [
		Point[],
		Point[]
	];
	if (!boxesMeet(a, b)) return null;
	return followed(a, b) ?? followed(b, a);
}

/** Metres east and north. */
type Point = [number, number];

function toPlane([lng = 0, lat = 0]: Position, scale: number): Point {
	return [lng * scale * DEGREE, lat * DEGREE];
}

function boxesMeet(a: Point[], b: Point[]): boolean {
	return ([0, 1] as const).every((axis) => {
		const [ours, theirs] = [a, b].map((path) => path.map((point) => point[axis]));
		const [low, high] = [Math.min(...ours!), Math.max(...ours!)];
		return Math.min(...theirs!) - NEAR <= high && low - NEAR <= Math.max(...theirs!);
	});
}

/** How `path` goes along `guide`, if more than half of it is near. */
function followed(path: Point[], guide: Point[]): 'same' | 'opposite' | null {
	const samples = sampled(path);
	const near = samples.map((point) => nearest(point, guide)).filter(({ away }) => away <= NEAR);
	if (near.length * 2 <= samples.length) return null;
	return near.at(-1)!.along >= near[0]!.along ? 'same' : 'opposite';
}

function sampled(path: Point[]): Point[] {
	return path.flatMap((to, i): Point[] => {
		const from = path[i - 1];
		if (!from) return [to];
		const count = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / STEP));
		return Array.from({ length: count }, (_, k) => between(from, to, (k + 1) / count));
	});
}

function between(from: Point, to: Point, share: number): Point {
	return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** Distance to a path and how far along it the nearest position is, both in metres. */
function nearest(point: Point, path: Point[]): { away: number; along: number } {
	let best = { away: Infinity, along: 0 };
	let passed = 0;
	path.forEach((to, i) => {
		const from = path[i - 1] ?? to;
		const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
		const length = Math.hypot(dx, dy);
		const dot = (point[0] - from[0]) * dx + (point[1] - from[1]) * dy;
		const share = length === 0 ? 0 : Math.min(Math.max(dot / length ** 2, 0), 1);
		const [x, y] = between(from, to, share);
		const away = Math.hypot(point[0] - x, point[1] - y);
		if (away < best.away) best = { away, along: passed + share * length };
		passed += length;
	});
	return best;
}
