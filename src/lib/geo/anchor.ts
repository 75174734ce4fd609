import type { Geometry, Position } from 'geojson';
import type { LngLat } from '../atlas/schema';
import { lengthOf } from './length';
import { linesOf, polygonsOf, positionsOf } from './parts';
import { roundPosition } from './round';
import { within } from './within';

/**
 * Where the mark and label of a geometry stand, `[lng, lat]`: always on it. A point itself, the
 * middle (by length) of a line's longest part, a position inside an area's largest part; `null`
 * for an empty geometry.
 */
export function anchorOf(geometry: Geometry): LngLat | null {
	const line = largest(linesOf(geometry), (coordinates) =>
		lengthOf({ type: 'LineString', coordinates })
	);
	const polygon = largest(polygonsOf(geometry), (rings) => Math.abs(doubleArea(rings[0] ?? [])));
	const at = line ? middleOf(line) : polygon ? insideOf(polygon) : positionsOf(geometry)[0];
	return at ? roundPosition(at) : null;
}

/**
 * Twice the area of a ring in square degrees: positive if it runs counter-clockwise.
 * Shoelace formula, from the ring's first position so that small rings stay exact.
 */
export function doubleArea(ring: readonly Position[]): number {
	const [x0 = 0, y0 = 0] = ring[0] ?? [];
	let sum = 0;
	for (let i = 1; i < ring.length; i++) {
		const [ax = 0, ay = 0] = ring[i - 1] ?? [];
		const [bx = 0, by = 0] = ring[i] ?? [];
		sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
	}
	return sum;
}

function middleOf(line: Position[]): Position | undefined {
	const steps = line.slice(1).map((to, i) => {
		return lengthOf({ type: 'LineString', coordinates: [line[i] ?? to, to] });
	});
	let left = steps.reduce((sum, step) => sum + step, 0) / 2;
	for (const [i, step] of steps.entries()) {
		const from = line[i];
		const to = line[i + 1];
		if (from && to && left <= step && step > 0) return between(from, to, left / step);
		left -= step;
	}
	return line[0];
}

/** The centre of gravity, or the middle of the widest crossing at its latitude if that is outside. */
function insideOf(rings: Position[][]): Position | undefined {
	const outer = rings[0] ?? [];
	const [x0 = 0, y0 = 0] = outer[0] ?? [];
	const area = doubleArea(outer);
	let x = 0;
	let y = 0;
	for (let i = 1; i < outer.length; i++) {
		const [ax = 0, ay = 0] = outer[i - 1] ?? [];
		const [bx = 0, by = 0] = outer[i] ?? [];
		const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
		x += (ax + bx - 2 * x0) * cross;
		y += (ay + by - 2 * y0) * cross;
	}
	if (area === 0) return outer[0];
	const centre = [x0 + x / (3 * area), y0 + y / (3 * area)];
	if (within(centre, { type: 'Polygon', coordinates: rings })) return centre;
	return middleOfWidest(rings, centre[1] ?? y0) ?? outer[0];
}

function middleOfWidest(rings: Position[][], y: number): Position | undefined {
	const crossings = rings
		.flatMap((ring) => ring.slice(1).map((to, i) => [ring[i] ?? to, to] as const))
		.filter(([[, ay = 0], [, by = 0]]) => ay > y !== by > y)
		.map(([[ax = 0, ay = 0], [bx = 0, by = 0]]) => ((bx - ax) * (y - ay)) / (by - ay) + ax)
		.sort((a, b) => a - b);
	const spans: [number, number][] = [];
	for (let i = 0; i + 1 < crossings.length; i += 2) {
		spans.push([crossings[i] ?? 0, crossings[i + 1] ?? 0]);
	}
	const widest = largest(spans, ([from, to]) => to - from);
	return widest && [(widest[0] + widest[1]) / 2, y];
}

function between(from: Position, to: Position, share: number): Position {
	return [0, 1].map((axis) => {
		const start = from[axis] ?? 0;
		return start + ((to[axis] ?? 0) - start) * share;
	});
}

function largest<T>(items: readonly T[], size: (item: T) => number): T | undefined {
	let best: T | undefined;
	let most = -Infinity;
	for (const item of items) {
		const value = size(item);
		if (value > most) [best, most] = [item, value];
	}
	return best;
}
