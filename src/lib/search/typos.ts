/**
 * The least number of typing slips (a letter too many, too few, wrong, or two swapped) that turn a
 * query into the beginning of a text; more than `most` counts as infinite.
 *
 * Optimal string alignment, https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance, of which
 * only the diagonals that may still be good are worked out.
 */
export function slipsToPrefix(query: string, text: string, most: number): number {
	const width = Math.min(text.length, query.length + most);
	let before: number[] = [];
	let previous = Array.from({ length: width + 1 }, (_, j) => j);
	for (let i = 1; i <= query.length; i++) {
		const row = new Array<number>(width + 1).fill(Infinity);
		if (i <= most) row[0] = i;
		let least = row[0] ?? Infinity;
		for (let j = Math.max(1, i - most); j <= Math.min(width, i + most); j++) {
			const isSame = query[i - 1] === text[j - 1];
			let slips = Math.min(
				(previous[j - 1] ?? Infinity) + (isSame ? 0 : 1),
				(previous[j] ?? Infinity) + 1,
				(row[j - 1] ?? Infinity) + 1
			);
			if (i > 1 && j > 1 && query[i - 1] === text[j - 2] && query[i - 2] === text[j - 1])
				slips = Math.min(slips, (before[j - 2] ?? Infinity) + 1);
			row[j] = slips;
			least = Math.min(least, slips);
		}
		if (least > most) return Infinity;
		[before, previous] = [previous, row];
	}
	const slips = Math.min(...previous);
	return slips <= most ? slips : Infinity;
}

/** How many slips a query of so many letters is forgiven. */
export function slipsFor(letters: number): number {
	if (letters < 4) return 0;
	return letters < 8 ? 1 : 2;
}
