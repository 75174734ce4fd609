/**
 * Runs something of the pipeline in a process that is killed, as by a power cut, when it is about to
 * do one thing for the n-th time: `tsx tests/support/dies-at.ts <writeFile|rename> <n> <what> …`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [call = '', n = '', what = '', ...words] = process.argv.slice(2);
const promises = fs.promises as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
const real = promises[call];
if (!real) throw new Error(`node:fs/promises has no ${call}.`);
let calls = 0;
promises[call] = (...args) => {
	if (++calls === Number(n)) process.kill(process.pid, 'SIGKILL');
	return real(...args);
};
syncBuiltinESMExports();

const TODAY = new Date('2026-11-20T12:00:00Z');
if (what === 'data') {
	const { buildAtlas } = await import('../../src/pipeline/build');
	const [dir = '', out = ''] = words;
	const issues = await buildAtlas(dir, { app: `${out}/app`, public: `${out}/public` }, TODAY);
	if (issues.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(issues));
} else if (what === 'site') {
	const { buildSite } = await import('../../src/pipeline/site-command');
	const [site = ''] = words;
	const folder = process.cwd();
	process.exitCode = await buildSite({
		data: folder,
		app: folder,
		assets: folder,
		kit: folder,
		cache: folder,
		site
	});
} else {
	const { runCli } = await import('../../src/pipeline/cli');
	const io = { write: console.log, complain: console.error };
	process.exitCode = await runCli([what, ...words], io, TODAY);
}
