import type { Pixel } from './mercator';

/** Sharp corners reach no farther than this many times the distance. */
const MITER_LIMIT = 3;

/**
 * A line beside a line: `distance` pixels to the right of its direction (with y to the south),
 * negative to the left. Corners are mitred, as MapLibre's `line-offset` does.
 */
export function offsetLine(line: readonly Pixel[], distance: number): Pixel[] {
	if (distance === 0) return [...line];
	return line.map((point, i) => {
		const before = normal(line[i - 1] ?? point, point);
		const after = normal(point, line[i + 1] ?? point);
		const first = before ?? after;
		const second = after ?? before;
		if (!first || !second) return point;
		const [x, y] = [first[0] + second[0], first[1] + second[1]];
		const length = Math.hypot(x, y) / 2;
		const reach = Math.min(1 / Math.max(length, 1e-6), MITER_LIMIT) / (2 * Math.max(length, 1e-6));
		return [point[0] + x * reach * distance, point[1] + y * reach * distance];
	});
}

/** The unit vector to the right of a stretch; `null` if it has no length. */
function normal(a: Pixel, b: Pixel): Pixel | null {
	const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
	const length = Math.hypot(dx, dy);
	return length === 0 ? null : [-dy / length, dx / length];
}
