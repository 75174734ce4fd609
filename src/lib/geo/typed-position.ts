import type { Bounds, LngLat } from '../atlas/schema';
import { contains } from './bounds';
import { roundPosition } from './round';

/** Why a text is no position. `swapped`: it would be one with both numbers the other way round. */
export type NoPosition = 'not-two-numbers' | 'not-minutes' | 'not-on-earth' | 'swapped';

/** What a text says. */
export type TypedPosition =
	| {
			/** `[lng, lat]` in degrees, as typed, 6 decimals. */
			position: LngLat;
			/** The same with both numbers swapped, where that is more likely what was meant. */
			swapped: LngLat | null;
	  }
	| { error: NoPosition; swapped: LngLat | null };

const SIDE = '东经|西经|北纬|南纬|经度|纬度|longitude|latitude|lng|lon|lat|[NSEW]';
/** A number of degrees, with minutes and seconds or without, and the side that it counts from. */
const ANGLE = new RegExp(
	`(${SIDE})?[\\s:=]*([+-]?\\d+(?:\\.\\d+)?)\\s*` +
		`(?:[°度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*['′’‘分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:["″”“秒]|''|′′)\\s*)?)?` +
		`(?:([NSEW])(?![a-z]))?`,
	'gi'
);
const BETWEEN = /^[\s,;、/()[\]]*$/;

/**
 * Reads a position as people write it: two numbers, longitude first, with commas of any width or
 * white space between them, in degrees with decimals or degrees, minutes and seconds. Where the
 * sides are named (E, N, 东经, 纬度), they decide which is which.
 *
 * @param bounds where positions are expected: the swapped one is offered if only that is in them
 */
export function readPosition(text: string, bounds?: Bounds): TypedPosition {
	const narrow = halfWidth(text);
	const angles = [...narrow.matchAll(ANGLE)];
	const [first, second] = angles;
	if (!first || !second || angles.length > 2 || !BETWEEN.test(narrow.replaceAll(ANGLE, '')))
		return { error: 'not-two-numbers', swapped: null };
	const [a, b] = [angleOf(first), angleOf(second)];
	if (!a || !b) return { error: 'not-minutes', swapped: null };
	if (a.axis !== null && a.axis === b.axis) return { error: 'not-two-numbers', swapped: null };
	const isLatFirst = a.axis === 'lat' || b.axis === 'lng';
	const position = roundPosition(isLatFirst ? [b.degrees, a.degrees] : [a.degrees, b.degrees]);
	const other: LngLat = [position[1], position[0]];
	if (!isOnEarth(position))
		return isOnEarth(other)
			? { error: 'swapped', swapped: other }
			: { error: 'not-on-earth', swapped: null };
	const isNamed = a.axis !== null || b.axis !== null;
	const isOther = bounds && !isNamed && !contains(bounds, position) && contains(bounds, other);
	return { position, swapped: isOther ? other : null };
}

/** What is wrong with a list of positions; lines count from 1. */
export interface TypedFault {
	line: number;
	text: string;
	error: NoPosition;
}

/** Reads positions, one on each line; an empty line begins another part. */
export function readParts(text: string): { parts: LngLat[][] } | { fault: TypedFault } {
	const parts: LngLat[][] = [[]];
	for (const [i, row] of text.split('\n').entries()) {
		if (!row.trim()) {
			parts.push([]);
			continue;
		}
		const read = readPosition(row);
		if ('error' in read) return { fault: { line: i + 1, text: row.trim(), error: read.error } };
		parts.at(-1)?.push(read.position);
	}
	return { parts: parts.filter((part) => part.length > 0) };
}

/** Positions as `readParts` reads them: `lng, lat` in degrees on each line. */
export function writeParts(parts: readonly (readonly (readonly number[])[])[]): string {
	return parts.map((part) => part.map((at) => at.slice(0, 2).join(', ')).join('\n')).join('\n\n');
}

/** Signs and digits of full width as those of half width. */
function halfWidth(text: string): string {
	const narrow = text.replaceAll(/[\uFF01-\uFF5E]/g, (wide) =>
		String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
	);
	return narrow.replaceAll('\u3000', ' ').replaceAll('−', '-');
}

interface Angle {
	degrees: number;
	/** `null`: nothing says which it is. */
	axis: 'lng' | 'lat' | null;
}

/** `null`: minutes or seconds are 60 or more. */
function angleOf([
	,
	before,
	degrees,
	minutes = '0',
	seconds = '0',
	after
]: RegExpExecArray): Angle | null {
	const [whole, first, second] = [Number(degrees), Number(minutes), Number(seconds)];
	if (first >= 60 || second >= 60) return null;
	const side = (after ?? before ?? '').toLowerCase();
	// by its sign: −0°30′ is less than nothing too
	const isNegative = degrees?.startsWith('-') || /^(?:[sw]|西经|南纬)$/.test(side);
	const size = Math.abs(whole) + first / 60 + second / 3600;
	return { degrees: isNegative ? -size : size, axis: axisOf(side) };
}

function axisOf(side: string): Angle['axis'] {
	if (!side) return null;
	return /^(?:[ns]|[北南]纬|纬度|lat)/.test(side) ? 'lat' : 'lng';
}

function isOnEarth([lng, lat]: LngLat): boolean {
	return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}
