import { MARK_SIZE } from './marks';

/** Where the name of a mark stands, and from which zoom on it has room. */
export interface NamePlace {
	side: Side;
	/** Zoom from which on no other mark or name is in its way; `Infinity` if it never has room. */
	minZoom: number;
}

/** On which side of its mark a name stands, best first. */
export const SIDES = ['right', 'left', 'bottom', 'top'] as const;
export type Side = (typeof SIDES)[number];

/** CSS pixels: size and height of a name's letters and its distance from the mark's middle. */
export const NAME = { size: 13, height: 18, gap: MARK_SIZE / 2 + 4 } as const;

/** About how wide a text is, in CSS pixels: a Chinese character is square, a Latin letter 0.58. */
export function textWidth(text: string, size: number, spacing: number): number {
	const ems = [...text].map((letter) => (letter > '\u2e80' ? 1 : 0.58));
	return ems.reduce((sum, em) => sum + em + spacing, 0) * size;
}
