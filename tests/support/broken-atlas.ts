import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FIXTURE_DAY, withCopy } from './fixture-data';

/** A folder for each rule, with the files that break it in the valid fixture. */
const BROKEN = 'tests/fixtures/check';

/** What a broken fixture must set off, as its `expected.json` says. */
interface Expected {
	/** Where the rule must find it; a file that is not there has neither line nor column. */
	file: string;
	line?: number;
	column?: number;
	/** Other rules that the same break sets off. */
	also?: string[];
	/** Whether `--fix` mends it. */
	mended?: boolean;
	/** Files that are missing. */
	without?: string[];
	/** The day of the check. */
	today?: string;
}

/** A broken fixture. */
export interface Broken extends Omit<Expected, 'today'> {
	rule: string;
	today: Date;
}

/** Every broken fixture, by the rule that it breaks. */
export async function brokenFixtures(): Promise<Broken[]> {
	const rules = await readdir(BROKEN);
	return Promise.all(
		rules.sort().map(async (rule) => {
			const text = await readFile(join(BROKEN, rule, 'expected.json'), 'utf8');
			const { today, ...expected } = JSON.parse(text) as Expected;
			return { rule, ...expected, today: today ? new Date(today) : FIXTURE_DAY };
		})
	);
}

/** Runs `use` with a copy of the valid fixture that is broken in this way. */
export function withBroken<T>(
	{ rule, without = [] }: Broken,
	use: (dir: string) => Promise<T>
): Promise<T> {
	return withCopy(async (dir) => {
		await cp(join(BROKEN, rule), dir, { recursive: true });
		for (const file of ['expected.json', ...without]) await rm(join(dir, file));
		return use(dir);
	});
}
