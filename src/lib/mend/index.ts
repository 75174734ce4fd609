import { parseJson } from '../text/json-positions';
import { lineFrom, lineStarts } from '../text/line-at';
import type { Bilingual } from '../atlas/schema';
import { byteOrderMark } from './byte-order-mark';
import { colourCase } from './colour-case';
import { decimals } from './decimals';
import { lineEnds } from './line-ends';
import { applyEdits, type Mender } from './mender';
import { repeatedVertex } from './repeated-vertex';
import { ring } from './ring';
import { straySpace } from './stray-space';
import { winding } from './winding';

/**
 * What `check --fix` mends, in this order: rounding may make positions equal, and a ring has to be
 * closed before it has a direction.
 */
export const MENDERS: readonly Mender[] = [
	byteOrderMark,
	lineEnds,
	straySpace,
	colourCase,
	decimals,
	repeatedVertex,
	ring,
	winding
];

/** One thing that was mended. */
export interface Mended {
	rule: string;
	file: string;
	/** Where it stood before, counted from 1; lines that were taken out above are not counted. */
	line: number;
	column: number;
	feature?: string;
	did: Bilingual;
}

/**
 * Mends all of a text that can be mended without knowing more than it says; mending it again
 * changes nothing.
 *
 * @param text of the file, with its byte order mark if it has one
 */
export function mendText(file: string, text: string): { text: string; mended: Mended[] } {
	const mended: Mended[] = [];
	let now = text;
	for (const { rule, did, mends } of MENDERS) {
		const { root } = file.endsWith('json') ? parseJson(now) : { root: null };
		const found = mends({ file, text: now, root });
		if (found.length === 0) continue;
		const lines = lineStarts(now);
		for (const { edits, ...feature } of found) {
			const start = Math.min(...edits.map((edit) => edit.start));
			mended.push({ rule, file, ...lineFrom(lines, start), ...feature, did });
		}
		now = applyEdits(
			now,
			found.flatMap(({ edits }) => edits)
		);
	}
	return { text: now, mended };
}
