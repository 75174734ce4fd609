import type { Position } from 'geojson';

/** Whole millionths of a degree: differences and their products stay exact. */
type Point = [x: number, y: number];

interface Segment {
	a: Point;
	b: Point;
	west: number;
	east: number;
}

/**
 * Where two edges of a polygon's rings cross, or where a ring turns straight back on itself;
 * `null` if nowhere. Rings that only touch are left alone. Edges are swept from west to east.
 */
export function crossingOf(rings: readonly Position[][]): Position | null {
	const segments = rings.flatMap(segmentsOf).sort((s, t) => s.west - t.west);
	for (const [i, s] of segments.entries()) {
		for (let j = i + 1; j < segments.length; j++) {
			const t = segments[j];
			if (!t || t.west > s.east) break;
			if (doCross(s, t)) return toDegrees(meeting(s, t));
		}
	}
	for (const ring of rings) {
		const spike = spikeOf(ring);
		if (spike) return spike;
	}
	return null;
}

function segmentsOf(ring: readonly Position[]): Segment[] {
	const points = ring.map(toMicro);
	return points.slice(1).flatMap((b, i) => {
		const a = points[i];
		if (!a || (a[0] === b[0] && a[1] === b[1])) return [];
		return [{ a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) }];
	});
}

function doCross({ a, b }: Segment, { a: c, b: d }: Segment): boolean {
	if (Math.max(a[1], b[1]) < Math.min(c[1], d[1])) return false;
	if (Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false;
	return (
		Math.sign(turn(a, b, c)) * Math.sign(turn(a, b, d)) < 0 &&
		Math.sign(turn(c, d, a)) * Math.sign(turn(c, d, b)) < 0
	);
}

/** Positive if c lies left of the line from a to b. */
function turn(a: Point, b: Point, c: Point): number {
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function meeting({ a, b }: Segment, { a: c, b: d }: Segment): Point {
	const from = turn(c, d, a);
	const share = from / (from - turn(c, d, b));
	return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

function spikeOf(ring: readonly Position[]): Position | null {
	const points = ring.map(toMicro).filter((p, i, all) => {
		const before = all[i - 1];
		return !before || before[0] !== p[0] || before[1] !== p[1];
	});
	points.pop();
	for (const [i, tip] of points.entries()) {
		const before = points.at(i - 1);
		const after = points[(i + 1) % points.length];
		if (!before || !after || points.length < 3 || turn(before, tip, after) !== 0) continue;
		const back =
			(before[0] - tip[0]) * (after[0] - tip[0]) + (before[1] - tip[1]) * (after[1] - tip[1]);
		if (back > 0) return toDegrees(tip);
	}
	return null;
}

function toMicro([lng = 0, lat = 0]: Position): Point {
	return [Math.round(lng * 1e6), Math.round(lat * 1e6)];
}

function toDegrees([x, y]: Point): Position {
	return [Math.round(x) / 1e6, Math.round(y) / 1e6];
}
