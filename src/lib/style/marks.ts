import type { Precision, Status } from '../atlas/schema';
import type { Palette } from './palette';

/** One path of a mark, in a box of 24 × 24. Canvas, SVG and legend draw the same ones. */
export interface MarkPath {
	d: string;
	fill: string;
	stroke: string;
	width: number;
	dash: number[];
}

/** Side of the box in which marks are drawn, and of a mark on the map in CSS pixels. */
export const MARK_BOX = 24;
export const MARK_SIZE = 20;

/** Status is a shape as well as a colour, so that it survives a grey print. */
const OUTLINES: Record<Status, string> = {
	open: 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z',
	existing: 'M5 5h14v14H5z',
	'under-construction': 'M12 3.500L21.500 20H2.500z',
	planned: 'M12 2.500L21.500 12L12 21.500L2.500 12z',
	unknown: 'M12 2.800l8 4.600v9.200l-8 4.600l-8-4.600V7.400z'
};

const QUESTION =
	'M9.400 9.700a2.600 2.600 0 1 1 4 2.200c-1 .6-1.400 1.100-1.400 2.100M12 16.600v.4';

/**
 * The mark of a site: shape and colour say the status, the drawing says the precision.
 * exact = filled, approximate = ring, area = dashed outline, unlocated = dotted outline.
 */
export function markPaths(status: Status, precision: Precision, palette: Palette): MarkPath[] {
	const colour = palette.status[status];
	const d = OUTLINES[status];
	const halo: MarkPath = { d, fill: palette.halo, stroke: palette.halo, width: 5, dash: [] };
	const body = BODIES[precision](colour, palette.halo);
	const paths = [halo, { d, ...body }];
	if (status === 'unknown') {
		const ink = precision === 'exact' ? palette.halo : colour;
		paths.push({ d: QUESTION, fill: 'none', stroke: ink, width: 2, dash: [] });
	}
	return paths;
}

type Body = Omit<MarkPath, 'd'>;

const BODIES: Record<Precision, (colour: string, paper: string) => Body> = {
	exact: (colour) => ({ fill: colour, stroke: colour, width: 1, dash: [] }),
	approximate: (colour, paper) => ({ fill: paper, stroke: colour, width: 3.2, dash: [] }),
	area: (colour, paper) => ({ fill: paper, stroke: colour, width: 2, dash: [3.4, 2.2] }),
	unlocated: (colour) => ({ fill: 'none', stroke: colour, width: 1.6, dash: [1, 2.6] })
};

/** The ring that says which mark is chosen. */
export function haloPaths(palette: Palette): MarkPath[] {
	const d = 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z';
	return [{ d, fill: palette.halo, stroke: palette.accent, width: 2, dash: [] }];
}
