import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const TIME = '/usr/bin/time';

/** How long a command took, and what memory its largest process needed. */
export interface Measured {
	seconds: number;
	/** Peak resident memory in MB, by GNU time; `null` where there is none. */
	mb: number | null;
}

/**
 * Runs a command and measures it.
 *
 * @throws Error with what it wrote if it fails
 */
export function measureRun([program = '', ...args]: readonly string[]): Measured {
	const start = performance.now();
	const { status, stderr } = existsSync(TIME)
		? spawnSync(TIME, ['-f', 'peak=%M', program, ...args], { encoding: 'utf8' })
		: spawnSync(program, args, { encoding: 'utf8' });
	const seconds = (performance.now() - start) / 1000;
	if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr}`);
	const kilobytes = /peak=(\d+)/.exec(stderr)?.[1];
	return { seconds, mb: kilobytes ? Number(kilobytes) / 1024 : null };
}

/** One line for people; `budget` says what the command must keep to. */
export function toldRun(
	name: string,
	{ seconds, mb }: Measured,
	budget: { seconds: number; mb: number | null } | null
): string {
	const memory = mb === null ? 'memory not measured (no /usr/bin/time)' : `${Math.round(mb)} MB`;
	const most = budget ? `; budget ${budget.seconds} s${budget.mb ? `, ${budget.mb} MB` : ''}` : '';
	const isMissed =
		budget !== null &&
		(seconds > budget.seconds || (budget.mb !== null && mb !== null && mb > budget.mb));
	if (isMissed) process.exitCode = 1;
	return `${name}: ${seconds.toFixed(1)} s, ${memory}${most}${isMissed ? ' MISSED' : ''}`;
}
