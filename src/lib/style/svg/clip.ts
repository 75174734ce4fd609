import type { Pixel } from '../../geo/mercator';

/** `[left, top, right, bottom]` in pixels. */
export type Frame = [number, number, number, number];

/** The stretches of a line of which some part may lie in a frame; they reach beyond it. */
export function clipLine(line: readonly Pixel[], frame: Frame): Pixel[][] {
	const stretches: Pixel[][] = [];
	let open: Pixel[] | null = null;
	for (const [i, to] of line.entries()) {
		const from = line[i - 1];
		if (!from) continue;
		if (!touches(from, to, frame)) open = null;
		else if (open) open.push(to);
		else stretches.push((open = [from, to]));
	}
	return stretches;
}

function touches([ax, ay]: Pixel, [bx, by]: Pixel, [left, top, right, bottom]: Frame): boolean {
	return (
		Math.max(ax, bx) >= left &&
		Math.min(ax, bx) <= right &&
		Math.max(ay, by) >= top &&
		Math.min(ay, by) <= bottom
	);
}

/**
 * What of a closed ring lies in a frame, as one ring that may run along the frame's edge; empty
 * if nothing does. Sutherland and Hodgman, Reentrant polygon clipping, CACM 17 (1974).
 */
export function clipRing(ring: readonly Pixel[], [left, top, right, bottom]: Frame): Pixel[] {
	const sides: [axis: 0 | 1, edge: number, keepsAbove: boolean][] = [
		[0, left, true],
		[0, right, false],
		[1, top, true],
		[1, bottom, false]
	];
	const clipped = sides.reduce<Pixel[]>(
		(points, side) => clipSide(points, side),
		ring.slice(0, -1)
	);
	const [first] = clipped;
	return first ? [...clipped, first] : [];
}

function clipSide(
	points: readonly Pixel[],
	[axis, edge, keepsAbove]: [0 | 1, number, boolean]
): Pixel[] {
	const isIn = (point: Pixel) => (keepsAbove ? point[axis] >= edge : point[axis] <= edge);
	return points.flatMap((to, i) => {
		const from = points.at(i - 1)!;
		if (isIn(from) === isIn(to)) return isIn(to) ? [to] : [];
		const share = (edge - from[axis]) / (to[axis] - from[axis]);
		const crossing: Pixel = [
			from[0] + (to[0] - from[0]) * share,
			from[1] + (to[1] - from[1]) * share
		];
		return isIn(to) ? [crossing, to] : [crossing];
	});
}
