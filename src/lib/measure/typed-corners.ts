import type { LngLat } from '../atlas/schema';
import { isOnEarth, MAX_CORNERS, roundCorner } from '../view/corners';
import { SHAPE_GRAIN } from '../view/measure';

/** Why a line of typed coordinates could not be read; `line` counts from 1. */
export interface TypingError {
	line: number;
	text: string;
	/** `swapped`: it would be a position with the two numbers the other way round. */
	reason: 'not-two-numbers' | 'swapped' | 'not-on-earth' | 'too-many';
}

export type Typed = { corners: LngLat[] } | { error: TypingError };

/** Two numbers with a comma, in whatever width, or with white space between them. */
const PAIR = /^([+-]?\d+(?:\.\d+)?)(?:\s*[,，]\s*|\s+)([+-]?\d+(?:\.\d+)?)$/;

/** Reads coordinates, one `lng, lat` in WGS-84 on each line; empty lines are passed over. */
export function parseTyped(text: string): Typed {
	const corners: LngLat[] = [];
	for (const [i, row] of text.split('\n').entries()) {
		const trimmed = row.trim();
		if (!trimmed) continue;
		const [, lng, lat] = PAIR.exec(trimmed) ?? [];
		const wrong = (reason: TypingError['reason']): Typed => {
			return { error: { line: i + 1, text: trimmed, reason } };
		};
		if (lng === undefined || lat === undefined) return wrong('not-two-numbers');
		const corner = roundCorner([Number(lng), Number(lat)], SHAPE_GRAIN);
		if (!isOnEarth(corner))
			return wrong(isOnEarth([corner[1], corner[0]]) ? 'swapped' : 'not-on-earth');
		if (corners.length === MAX_CORNERS) return wrong('too-many');
		corners.push(corner);
	}
	return { corners };
}

/** Corners as they are typed, one on each line. */
export function writeTyped(corners: readonly LngLat[]): string {
	return corners.map(([lng, lat]) => `${lng.toFixed(5)}, ${lat.toFixed(5)}`).join('\n');
}
