import type { Ground } from '../../atlas/map-data';
import type { Size } from '../../geo/camera';
import { cameraOf, drawView } from '../picture/drawn-view';
import type { Content } from './content';
import { scaleNumber, withRoundScale } from './map-scale';
import { paginate, type Heights, type PagePlan } from './paginate';
import { CSS_PER_MM, PER_MM } from './paper';

/** Room on the pages of a sheet, and what its table takes of it; CSS pixels. */
export interface Measured {
	map: Size;
	/** Height of a page after the first, without its margins, head and foot. */
	room: number;
	heights: Heights;
}

export interface DrawnMap {
	/** `<svg>` */
	markup: string;
	/** Pixels of the drawing. */
	size: Size;
	/** Millimetres on paper. */
	width: number;
	height: number;
	/** The n of its scale 1 : n. */
	scale: number;
}

/** A sheet as it is printed. */
export interface Sheet {
	content: Content;
	map: DrawnMap;
	/** Its pages after the first. */
	pages: PagePlan[];
}

/** Columns of the list of sources. */
export function columnsOf({ order: { format } }: Content): number {
	return format.orientation === 'portrait' ? 2 : 3;
}

/** Draws the map at the size that is left for it, and lays the table on pages. */
export function layOut(content: Content, ground: Ground, { map, room, heights }: Measured): Sheet {
	return {
		content,
		map: drawnMap(content, ground, map),
		pages: content.table ? paginate(heights, room) : []
	};
}

function drawnMap({ order }: Content, ground: Ground, room: Size): DrawnMap {
	const perMm = PER_MM[order.format.paper];
	const pixels = (length: number) => Math.floor((length / CSS_PER_MM) * perMm);
	const size = { width: pixels(room.width), height: pixels(room.height) };
	const exact = cameraOf(order, size);
	const camera = withRoundScale(exact, perMm, size, order.atlas.bounds);
	return {
		markup: drawView(order, ground, camera, size),
		size,
		width: size.width / perMm,
		height: size.height / perMm,
		scale: scaleNumber(camera, perMm)
	};
}

/** Reads from a laid out page without map, and one with the whole table, what room there is. */
export function measure(ruler: HTMLElement, columns: number): Measured {
	const boxes = (selector: string) =>
		[...ruler.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
	const height = (selector: string) => boxes(selector)[0]?.height ?? 0;
	const [map] = boxes('.map');
	const entries = boxes('.sources li').map((box) => box.height);
	const rowOf = (at: number) => Math.max(...entries.slice(at, at + columns));
	return {
		map: { width: map?.width ?? 0, height: map?.height ?? 0 },
		room: height('.flow'),
		heights: {
			rows: boxes('tbody tr').map((box) => box.height),
			head: height('thead'),
			list: entries.flatMap((_, at) => (at % columns === 0 ? [rowOf(at)] : [])),
			heading: height('.heading')
		}
	};
}
