import type { Size } from '../../geo/camera';

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];
export const ORIENTATIONS = ['portrait', 'landscape'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** A size of paper, held one way or the other. */
export interface Format {
	paper: Paper;
	orientation: Orientation;
}

/** ISO 216; millimetres. */
const PORTRAIT: Record<Paper, Size> = {
	A4: { width: 210, height: 297 },
	A3: { width: 297, height: 420 }
};

/**
 * Pixels of the map's drawing to a millimetre of paper: names are then 2.9 mm (8 points) high on
 * A4, and 3.6 mm (10 points) on A3, which hangs farther from the eye.
 */
export const PER_MM: Record<Paper, number> = { A4: 4.5, A3: 3.6 };

/** CSS pixels to a millimetre. */
export const CSS_PER_MM = 96 / 25.4;

/** Millimetres. */
export function paperSize({ paper, orientation }: Format): Size {
	const { width, height } = PORTRAIT[paper];
	return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}

/** Has the browser print on such paper, to its edges: the margins are the sheet's own. */
export function pageRule({ paper, orientation }: Format): string {
	return `@page { size: ${paper} ${orientation}; margin: 0; }`;
}
