import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Folders } from './folders.js';

/**
 * Runs Vite on an atlas: the CLI hands on which one. What a build says goes to the error output,
 * so that the standard output is the CLI's own. Whoever stops the CLI stops Vite.
 *
 * @param options for Vite
 * @returns Vite's exit code
 */
export function runVite(
	command: 'build' | 'dev',
	{ data }: Folders,
	options: readonly string[] = []
): Promise<number> {
	const vite = join(
		dirname(createRequire(import.meta.url).resolve('vite/package.json')),
		'bin/vite.js'
	);
	const run = spawn(process.execPath, [vite, command, ...options], {
		stdio: ['inherit', command === 'build' ? process.stderr : 'inherit', 'inherit'],
		env: { ...process.env, ATLAS_DATA: data }
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => run.kill(signal));
	return new Promise((done, fail) => {
		run.on('error', fail);
		run.on('close', (code) => done(code ?? 1));
	});
}
