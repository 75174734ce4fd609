/**
 * Characters as the `unicode-range` of a style's font face: single ones as `U+26`, neighbours as
 * `U+61-7A`, in order.
 */
export function unicodeRanges(characters: ReadonlySet<string>): string[] {
	const points = [...characters].map((character) => character.codePointAt(0) ?? 0);
	const ranges: [number, number][] = [];
	for (const point of points.sort((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last && last[1] + 1 >= point) last[1] = point;
		else ranges.push([point, point]);
	}
	return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`);
}

function hex(point: number): string {
	return point.toString(16).toUpperCase();
}
