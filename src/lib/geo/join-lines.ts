import type { Pixel } from './mercator';

/** Joins lines that end where another begins, in either direction, into as few as it easily can. */
export function joinLines(lines: readonly Pixel[][]): Pixel[][] {
	const joined: Pixel[][] = [];
	const rest = new Set(lines);
	for (const line of lines) {
		if (!rest.delete(line)) continue;
		joined.push(grown(grown([...line], rest).reverse(), rest));
	}
	return joined;
}

/** A line with all that can be put to its end, which is taken from `rest`. */
function grown(line: Pixel[], rest: Set<Pixel[]>): Pixel[] {
	for (let next = nextTo(line, rest); next; next = nextTo(line, rest)) {
		rest.delete(next.line);
		line.push(...(next.reversed ? [...next.line].reverse() : next.line).slice(1));
	}
	return line;
}

function nextTo(line: readonly Pixel[], rest: ReadonlySet<Pixel[]>) {
	const end = line.at(-1);
	for (const other of rest) {
		if (isSame(other[0], end)) return { line: other, reversed: false };
		if (isSame(other.at(-1), end)) return { line: other, reversed: true };
	}
	return null;
}

function isSame(a: Pixel | undefined, b: Pixel | undefined): boolean {
	return a !== undefined && b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-3;
}
