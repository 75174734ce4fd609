import type { Bounds } from '../atlas/schema';

const NUMBERS = /^\s*([+-]?\d+(?:\.\d+)?)(?:[\s,，;；]+([+-]?\d+(?:\.\d+)?)){3}\s*$/;

/** Four typed numbers: west, south, east, north, in degrees; `null` if the text is something else. */
export function parseBounds(text: string): Bounds | null {
	const plain = text.normalize('NFKC').replaceAll('−', '-');
	if (!NUMBERS.test(plain)) return null;
	const [west = 0, south = 0, east = 0, north = 0] = plain
		.trim()
		.split(/[\s,;]+/)
		.map(Number);
	return [west, south, east, north];
}
