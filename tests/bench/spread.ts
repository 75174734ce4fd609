/** What several measurements of one thing have in common. */
export interface Spread {
	median: number;
	/** 95 % are not above it. */
	p95: number;
	least: number;
	most: number;
}

/** @throws Error if there is nothing, or something that is no number, to summarise */
export function spreadOf(values: readonly number[]): Spread {
	if (values.length === 0 || values.some((value) => !Number.isFinite(value)))
		throw new Error(`Measurements must be numbers, at least one: [${values.join(', ')}].`);
	const sorted = [...values].sort((a, b) => a - b);
	const share = (part: number) => sorted[Math.ceil(part * (sorted.length - 1))]!;
	return {
		median: (sorted[Math.floor((sorted.length - 1) / 2)]! + share(0.5)) / 2,
		p95: share(0.95),
		least: sorted[0]!,
		most: sorted.at(-1)!
	};
}

/** `12.3 (11.0–14.5)`: the median, and between what all lie. */
export function toldSpread({ median, least, most }: Spread, digits: number): string {
	const [middle, from, to] = [median, least, most].map((value) => value.toFixed(digits));
	return `${middle} (${from}–${to})`;
}
