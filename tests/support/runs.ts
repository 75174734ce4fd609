/**
 * How often a property test tries: as often as it usually does, times `FC_RUNS`.
 *
 * @throws Error if `FC_RUNS` is not a number above 0
 */
export function runs(usual: number): { numRuns: number } {
	const given = process.env['FC_RUNS'] ?? '1';
	const times = Number(given);
	if (!(times > 0)) throw new Error(`FC_RUNS is "${given}"; write a number above 0, such as 10.`);
	return { numRuns: Math.max(1, Math.round(usual * times)) };
}
