import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Prints how long the data build and the whole build take and what memory they need at their
 * peak: `npm run bench`. The budgets are those of the README; a miss makes the exit code 1.
 */
const RUNS = [
	{
		name: 'data build',
		command: ['npx', 'tsx', 'src/pipeline/cli.ts', 'data'],
		seconds: 10,
		mb: 600
	},
	{ name: 'whole build', command: ['npm', 'run', 'build'], seconds: 60, mb: null }
] as const;

const TIME = '/usr/bin/time';

for (const { name, command, seconds, mb } of RUNS) {
	const start = performance.now();
	const peak = measure([...command]);
	const took = (performance.now() - start) / 1000;
	const memory =
		peak === null ? 'memory not measured (no /usr/bin/time)' : `${Math.round(peak)} MB`;
	const isMissed = took > seconds || (mb !== null && peak !== null && peak > mb);
	console.log(
		`${name}: ${took.toFixed(1)} s, ${memory}; budget ${seconds} s${mb ? `, ${mb} MB` : ''}${isMissed ? ' MISSED' : ''}`
	);
	if (isMissed) process.exitCode = 1;
}

/** Peak resident memory of the largest process in MB, by GNU time; `null` where there is none. */
function measure([program = '', ...args]: string[]): number | null {
	const hasTime = existsSync(TIME);
	const { status, stderr } = hasTime
		? spawnSync(TIME, ['-f', 'peak=%M', program, ...args], { encoding: 'utf8' })
		: spawnSync(program, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr}`);
	const kilobytes = /peak=(\d+)/.exec(stderr)?.[1];
	return kilobytes ? Number(kilobytes) / 1024 : null;
}
