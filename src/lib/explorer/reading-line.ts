/** How a scrolling box stands; CSS pixels, as an element gives them. */
export interface Scroll {
	scrollTop: number;
	scrollHeight: number;
	clientHeight: number;
}

/** The top and the bottom of a passage in its scrolling box; CSS pixels from the box's top. */
export interface Extent {
	n: number;
	top: number;
	bottom: number;
}

/**
 * Where the reader reads, in pixels from the top of the box: a third down, where eyes rest.
 * Towards the ends of the text it goes to the edges, so that each passage comes under it.
 */
export function readingLine({ scrollTop, scrollHeight, clientHeight }: Scroll): number {
	const left = scrollHeight - clientHeight - scrollTop;
	return Math.max(Math.min(clientHeight / 3, scrollTop), clientHeight - left);
}

/** Number of the last passage that begins above the line; `null` above the first. */
export function passageAt(line: number, extents: readonly Extent[]): number | null {
	return extents.findLast(({ top }) => top <= line)?.n ?? null;
}

/** Numbers of the passages of which something is seen in a box of a height. */
export function passagesInSight(height: number, extents: readonly Extent[]): number[] {
	return extents.flatMap(({ n, top, bottom }) => (bottom > 0 && top < height ? [n] : []));
}
