/**
 * The row that a key leads to, from 0; `null` for any other key.
 *
 * @param page how many rows are in sight
 */
export function rowAfterKey(
	key: string,
	{ index, count, page }: { index: number; count: number; page: number }
): number | null {
	const steps: Record<string, number> = {
		ArrowDown: 1,
		ArrowUp: -1,
		PageDown: page,
		PageUp: -page,
		Home: -count,
		End: count
	};
	const step = steps[key];
	return step === undefined ? null : Math.min(Math.max(index + step, 0), count - 1);
}
