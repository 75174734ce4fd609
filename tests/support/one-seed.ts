import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		seed: number;
	}
}

/**
 * One seed for all property tests of a run, which is printed so that the run can be repeated:
 * `FC_SEED`, or else a random one.
 *
 * @throws Error if `FC_SEED` is not a whole number
 */
export default function (project: TestProject) {
	const given = process.env['FC_SEED'];
	const seed = given === undefined ? randomInt(2 ** 31) : Number(given);
	if (given === '' || !Number.isSafeInteger(seed))
		throw new Error(`FC_SEED is "${given}"; write a whole number, such as FC_SEED=42.`);
	project.provide('seed', seed);
	console.log(`Property tests: FC_SEED=${seed}`);
}
