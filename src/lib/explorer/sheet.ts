/** How far the text's sheet is drawn up over the map of a phone, lowest first. */
export const SHEETS = ['peek', 'half', 'full'] as const;
export type Sheet = (typeof SHEETS)[number];

/** From this speed on, in pixels a millisecond, it is a flick. */
const FLICK = 0.4;

/** The next stop up (1) or down (−1), or the last one. */
export function nextSheet(sheet: Sheet, step: 1 | -1): Sheet {
	return SHEETS[SHEETS.indexOf(sheet) + step] ?? sheet;
}

/**
 * The stop where a sheet comes to rest that is let go: the nearest, or after a flick the next
 * one in its direction.
 *
 * @param tops where the sheet's upper edge stands at each stop, in pixels from the top
 * @param top where its upper edge is
 * @param velocity pixels a millisecond, down is positive
 */
export function sheetAt(
	tops: Readonly<Record<Sheet, number>>,
	top: number,
	velocity: number
): Sheet {
	if (velocity > FLICK) return SHEETS.findLast((sheet) => tops[sheet] > top) ?? 'peek';
	if (velocity < -FLICK) return SHEETS.find((sheet) => tops[sheet] < top) ?? 'full';
	const distance = (sheet: Sheet) => Math.abs(tops[sheet] - top);
	return SHEETS.reduce((best, sheet) => (distance(sheet) < distance(best) ? sheet : best));
}
