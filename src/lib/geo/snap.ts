import type { Position } from 'geojson';
import type { LngLat } from '../atlas/schema';
import { roundPosition } from './round';

/** Lines to snap to, each as its positions. */
export type Lines = readonly (readonly Position[])[];

/** Metres to a degree of latitude, on the sphere of turf (6 371 008.8 m). */
const DEGREE = 111_195;
/** Metres within which a position counts as being on a line: positions are rounded to 0.1 m. */
const ON_LINE = 0.5;

/**
 * The place on the lines that is nearest to a position, `[lng, lat]`: a vertex if one is within
 * reach, else a place between two; `null` if none is.
 *
 * @param reach metres
 */
export function snapTo(at: Position, lines: Lines, reach: number): LngLat | null {
	let [vertex, place] = [
		{ metres: reach, at: null as Position | null },
		{ metres: reach, at: null as Position | null }
	];
	for (const line of lines) {
		if (!isNear(at, line, reach)) continue;
		for (const corner of line) {
			const metres = metresFrom(at, corner);
			if (metres <= vertex.metres) vertex = { metres, at: corner };
		}
		const foot = footOn(line, at);
		if (foot && foot.metres <= place.metres) place = foot;
	}
	const found = vertex.at ?? place.at;
	return found && roundPosition(found);
}

/**
 * A path in which two corners that follow one another on the same line are joined by that line's
 * own vertices, the shorter way round if it is closed; other corners are joined as they are.
 */
export function followLines(path: readonly LngLat[], lines: Lines): LngLat[] {
	const followed = path.flatMap((corner, i) => {
		const before = path[i - 1];
		return before ? [...between(before, corner, lines), corner] : [corner];
	});
	return followed.filter((at, i) => String(at) !== String(followed[i - 1]));
}

/** The vertices between two positions on the shortest of the lines that both are on. */
function between(from: LngLat, to: LngLat, lines: Lines): LngLat[] {
	let best: { metres: number; run: Position[] } | null = null;
	for (const line of lines) {
		if (!isNear(from, line, ON_LINE) || !isNear(to, line, ON_LINE)) continue;
		const [a, b] = [footOn(line, from), footOn(line, to)];
		if (!a || !b || a.metres > ON_LINE || b.metres > ON_LINE) continue;
		for (const run of runsOf(line, a, b)) {
			const metres = lengthOf([from, ...run, to]);
			if (!best || metres < best.metres) best = { metres, run };
		}
	}
	return (best?.run ?? []).map(roundPosition);
}

/** A place on a line: on the edge from vertex `edge` to the next one. */
interface Foot {
	at: Position;
	metres: number;
	edge: number;
	/** From 0 to 1 along the edge. */
	share: number;
}

function runsOf(line: readonly Position[], a: Foot, b: Foot): Position[][] {
	const isForward = a.edge + a.share <= b.edge + b.share;
	const [low, high] = isForward ? [a, b] : [b, a];
	const inner = line.slice(low.edge + 1, high.edge + 1);
	const runs = [isForward ? inner : inner.toReversed()];
	const [first, last] = [line[0], line.at(-1)];
	if (first && last && first[0] === last[0] && first[1] === last[1]) {
		const round = [...line.slice(high.edge + 1), ...line.slice(1, low.edge + 1)];
		runs.push(isForward ? round.toReversed() : round);
	}
	return runs;
}

/** The place of a line nearest to a position, on a plane scaled by the latitude. */
function footOn(line: readonly Position[], at: Position): Foot | null {
	let best: Foot | null = null;
	for (let edge = 0; edge + 1 < line.length; edge++) {
		const [a, b] = [offset(at, line[edge]!), offset(at, line[edge + 1]!)];
		const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
		const square = dx * dx + dy * dy;
		const along = square === 0 ? 0 : -(a[0] * dx + a[1] * dy) / square;
		const share = Math.min(1, Math.max(0, along));
		const metres = Math.hypot(a[0] + dx * share, a[1] + dy * share);
		if (best && metres >= best.metres) continue;
		const [from, to] = [line[edge]!, line[edge + 1]!];
		const place = [0, 1].map((i) => from[i]! + (to[i]! - from[i]!) * share);
		best = { at: place, metres, edge, share };
	}
	return best;
}

/** Metres east and north of a position. */
function offset(from: Position, to: Position): [number, number] {
	const scale = Math.cos(((from[1] ?? 0) * Math.PI) / 180) * DEGREE;
	return [((to[0] ?? 0) - (from[0] ?? 0)) * scale, ((to[1] ?? 0) - (from[1] ?? 0)) * DEGREE];
}

function metresFrom(a: Position, b: Position): number {
	return Math.hypot(...offset(a, b));
}

function lengthOf(path: readonly Position[]): number {
	return path.slice(1).reduce((sum, at, i) => sum + metresFrom(path[i]!, at), 0);
}

const boxes = new WeakMap<readonly Position[], [number, number, number, number]>();

/** Whether a position is no farther than so many metres from the box around a line. */
function isNear(at: Position, line: readonly Position[], metres: number): boolean {
	let box = boxes.get(line);
	if (!box) {
		box = [Infinity, Infinity, -Infinity, -Infinity];
		for (const [x = 0, y = 0] of line)
			box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
		boxes.set(line, box);
	}
	const [x = 0, y = 0] = at;
	const dy = metres / DEGREE;
	const dx = dy / Math.max(0.01, Math.cos((y * Math.PI) / 180));
	return x >= box[0] - dx && x <= box[2] + dx && y >= box[1] - dy && y <= box[3] + dy;
}
