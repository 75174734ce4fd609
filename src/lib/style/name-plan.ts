import type { Lang } from '../atlas/atlas';
import type { Bounds, LngLat } from '../atlas/schema';
import { toWorld, type Pixel } from '../geo/mercator';
import { markRank, markRows, ROW_HEIGHT, type MarkedSite } from './mark-rows';
import { MARK_SIZE } from './marks';
import { NAME, SIDES, textWidth, type NamePlace, type Side } from './name-place';

/** Below the first zoom that any map of ours starts at. */
const FAR = 8;

/** Pixels around a point of the ground. */
interface Box {
	/** Pixels of the world at zoom 0. */
	at: Pixel;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** A text that stands on the ground by itself, centred on its place. */
export interface GroundName {
	at: LngLat;
	text: string;
	/** CSS pixels */
	size: number;
	/** Between letters, in ems. */
	spacing: number;
	/** It is not shown below this zoom anyway. */
	minZoom: number;
}

/**
 * Where names stand so that none covers another or a mark, for all zooms at once: places move
 * apart as the map comes nearer, so each name has a zoom from which on it has room. The first
 * paint, the drawings and the live map use the same plan, so that nothing jumps between them.
 * The better known a site, the earlier it is served. Widths are estimated on the wide side: a
 * plan must not depend on the fonts of a machine.
 *
 * @param limits names do not reach beyond this
 */
export function namePlan(
	sites: readonly MarkedSite[],
	lang: Lang,
	limits: Bounds,
	ground: readonly GroundName[] = []
): { sites: Map<string, NamePlace>; ground: number[] } {
	const rows = markRows(sites);
	const marked = sites
		.flatMap((site) => (site.anchor ? [{ site, anchor: site.anchor }] : []))
		.sort((a, b) => markRank(b.site) - markRank(a.site));
	const marks = marked.map(({ site, anchor }) => markBox(anchor, rows.get(site.id) ?? 0));
	const taken: Box[] = [];
	const places = marked.map(({ site, anchor }, index) => {
		const others = [...marks.filter((_, other) => other !== index), ...taken];
		const row = rows.get(site.id);
		const text = (site.label ?? site.name)[lang];
		const options = SIDES.slice(0, row === undefined ? 4 : 2).map((side) => {
			const box = nameBox(anchor, row ?? 0, side, textWidth(text, NAME.size, 0));
			return { side, box, minZoom: roomFrom(box, others, limits) };
		});
		const best = options.reduce((a, b) => (b.minZoom < a.minZoom ? b : a));
		if (best.minZoom < Infinity) taken.push(best.box);
		return [site.id, { side: best.side, minZoom: best.minZoom }] as const;
	});
	const free = ground.map((name) => {
		const box = groundBox(name);
		const minZoom = roomFrom(box, [...marks, ...taken], null);
		if (minZoom < Infinity) taken.push(box);
		return Math.max(minZoom, name.minZoom);
	});
	return { sites: new Map(places), ground: free };
}

function markBox(anchor: LngLat, row: number): Box {
	const half = MARK_SIZE / 2 + 1;
	return boxAt(anchor, [-half, half], [-half + row * ROW_HEIGHT, half + row * ROW_HEIGHT]);
}

function nameBox(anchor: LngLat, row: number, side: Side, width: number): Box {
	const y = row * ROW_HEIGHT;
	const middle: [number, number] = [y - NAME.height / 2, y + NAME.height / 2];
	switch (side) {
		case 'right':
			return boxAt(anchor, [NAME.gap, NAME.gap + width], middle);
		case 'left':
			return boxAt(anchor, [-NAME.gap - width, -NAME.gap], middle);
		case 'bottom':
			return boxAt(anchor, [-width / 2, width / 2], [NAME.gap, NAME.gap + NAME.height]);
		case 'top':
			return boxAt(anchor, [-width / 2, width / 2], [-NAME.gap - NAME.height, -NAME.gap]);
	}
}

function groundBox({ at, text, size, spacing }: GroundName): Box {
	const width = textWidth(text, size, spacing);
	return boxAt(at, [-width / 2, width / 2], [-size * 0.7, size * 0.7]);
}

function boxAt(anchor: LngLat, [left, right]: [number, number], [top, bottom]: [number, number]) {
	return { at: toWorld(anchor, 0), left, right, top, bottom };
}

/** The zoom from which on a box touches none of the others and stays inside the limits. */
function roomFrom(box: Box, others: readonly Box[], limits: Bounds | null): number {
	const scales = [2 ** FAR, ...others.map((other) => touchesUntil(box, other))];
	if (limits) scales.push(insideFrom(box, limits));
	// Upwards, so that a name never comes too early; more digits would only weigh in the page.
	return Math.ceil(Math.log2(Math.max(...scales)) * 100) / 100;
}

/** Two boxes touch at scales (pixels per pixel at zoom 0) below this; 0 if at none. */
function touchesUntil(a: Box, b: Box): number {
	const x = scalesOf(b.at[0] - a.at[0], a.left - b.right, a.right - b.left);
	const y = scalesOf(b.at[1] - a.at[1], a.top - b.bottom, a.bottom - b.top);
	if (!x || !y) return 0;
	const [from, to] = [Math.max(x[0], y[0]), Math.min(x[1], y[1])];
	return to > Math.max(from, 0) ? to : 0;
}

/** The scales at which `low < scale · distance < high`; `null` if there are none. */
function scalesOf(distance: number, low: number, high: number): [number, number] | null {
	if (distance === 0) return low < 0 && high > 0 ? [0, Infinity] : null;
	return distance > 0 ? [low / distance, high / distance] : [high / distance, low / distance];
}

/** The scale from which on a box is inside bounds that contain its place. */
function insideFrom(box: Box, [west, south, east, north]: Bounds): number {
	const [left, top] = toWorld([west, north], 0);
	const [right, bottom] = toWorld([east, south], 0);
	const [x, y] = box.at;
	return Math.max(
		-box.left / Math.max(x - left, 1e-9),
		box.right / Math.max(right - x, 1e-9),
		-box.top / Math.max(y - top, 1e-9),
		box.bottom / Math.max(bottom - y, 1e-9)
	);
}
