/** The index of the paragraph of each passage; `null` for one that has none yet. */
export type Places = (number | null)[];

/** Share of the paragraphs found that must stand in their order for places to say anything. */
const IN_ORDER = 3 / 4;

/**
 * How far a paragraph is from where a passage is expected: 0 between the places of its neighbours
 * that stand in order, and at the place that it had beside a neighbour which moved. `null` in a
 * text that is no longer in order, where places say nothing.
 *
 * @param numbers the passages' numbers, ascending
 * @param passage index of the passage
 */
export function expectation(
	numbers: readonly number[],
	places: Places,
	passage: number
): ((paragraph: number) => number) | null {
	const chain = longestInOrder(places);
	if (chain.length < IN_ORDER * places.filter((place) => place !== null).length) return null;
	const shiftOf = (i: number) => (places[i] ?? 0) + 1 - (numbers[i] ?? 0);
	const before = chain.findLast((i) => i < passage);
	const after = chain.find((i) => i > passage);
	// the start of the text stays where it is
	const shifts = [before === undefined ? 0 : shiftOf(before)];
	if (after !== undefined) shifts.push(shiftOf(after));
	const beside = [passage - 1, passage + 1]
		.filter((i) => (places[i] ?? null) !== null)
		.map(shiftOf);
	return (paragraph) => {
		const shift = paragraph + 1 - (numbers[passage] ?? 0);
		if (beside.includes(shift)) return 0;
		return Math.max(Math.min(...shifts) - shift, shift - Math.max(...shifts), 0);
	};
}

/** The passages of the longest row of places that ascends, by their index. */
function longestInOrder(places: Places): number[] {
	const rows: number[][] = [];
	places.forEach((place, i) => {
		if (place === null) return;
		const fitting = rows.filter((row) => (places[row.at(-1) ?? i] ?? 0) < place);
		rows.push([...longest(fitting), i]);
	});
	return longest(rows);
}

function longest(rows: readonly number[][]): number[] {
	return rows.reduce((best, row) => (row.length > best.length ? row : best), []);
}
