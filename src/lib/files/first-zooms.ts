import type { Bounds } from '../atlas/schema';
import { toWorld } from '../geo/mercator';

/** Pixels: what is smaller stands for a dot, of which a square of this side shows one. */
const CELL = 8;

/** Below, nobody looks at a district; from the last on, all is drawn. */
const FIRST = 7;
export const LAST_ZOOM = 15;

/**
 * From which zoom on each feature is drawn, so that a great many don't cover one another: one dot
 * in each square, and all that is larger. What has no place gets the last zoom.
 */
export function firstZooms(bounds: readonly (Bounds | null)[]): number[] {
	const dots = bounds.map((own) => own && dotOf(own));
	const zooms = bounds.map(() => LAST_ZOOM);
	for (let zoom = FIRST; zoom < LAST_ZOOM; zoom++) {
		const cells = 2 ** zoom / CELL;
		const taken = new Set<number>();
		const cellOf = ({ x, y }: Dot) => Math.floor(x * cells) * 2 ** 26 + Math.floor(y * cells);
		// What is drawn from farther away keeps its square.
		dots.forEach((dot, i) => {
			if (dot && (zooms[i] ?? LAST_ZOOM) < zoom) taken.add(cellOf(dot));
		});
		dots.forEach((dot, i) => {
			if (!dot || (zooms[i] ?? 0) < zoom) return;
			const cell = cellOf(dot);
			if (taken.has(cell) && dot.size * cells <= 1) return;
			taken.add(cell);
			zooms[i] = zoom;
		});
	}
	return zooms;
}

/** The middle and the longer side of bounds, in pixels of the world at zoom 0. */
interface Dot {
	x: number;
	y: number;
	size: number;
}

function dotOf([west, south, east, north]: Bounds): Dot {
	const [x1, y1] = toWorld([west, north], 0);
	const [x2, y2] = toWorld([east, south], 0);
	return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, size: Math.max(x2 - x1, y2 - y1) };
}
