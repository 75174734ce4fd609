/** Line and column of an offset, both counted from 1; columns in UTF-16 units. */
export function lineAt(text: string, offset: number): { line: number; column: number } {
	return lineFrom(lineStarts(text), offset);
}

/** The offsets at which the lines of a text begin: for asking where many things of it are. */
export function lineStarts(text: string): number[] {
	const starts = [0];
	for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
	return starts;
}

/** Like `lineAt`, with the text's `lineStarts`. */
export function lineFrom(
	starts: readonly number[],
	offset: number
): { line: number; column: number } {
	let [low, high] = [0, starts.length];
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
