import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Folders } from './folders.js';
import { makeStaging } from './staging';

/**
 * Runs Vite on an atlas: the CLI hands on which one. What a build says goes to the error output,
 * so that the standard output is the CLI's own. Whoever stops the CLI stops Vite.
 *
 * @param options for Vite
 * @returns Vite's exit code
 */
export function runVite(
	command: 'build' | 'dev',
	{ data, site }: Folders,
	options: readonly string[] = []
): Promise<number> {
	const vite = join(
		dirname(createRequire(import.meta.url).resolve('vite/package.json')),
		'bin/vite.js'
	);
	const run = spawn(process.execPath, [vite, command, ...options], {
		stdio: ['inherit', command === 'build' ? process.stderr : 'inherit', 'inherit'],
		env: { ...process.env, ATLAS_DATA: data, ATLAS_SITE: site }
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => run.kill(signal));
	return new Promise((done, fail) => {
		run.on('error', fail);
		run.on('close', (code) => done(code ?? 1));
	});
}

/**
 * Builds the site beside its place, and puts it there as a whole: whatever stops the build leaves
 * the last good site as it was.
 *
 * @returns Vite's exit code
 */
export async function buildSite(folders: Folders): Promise<number> {
	const staging = await makeStaging(folders.site);
	try {
		const whole = join(staging, 'site');
		const code = await runVite('build', { ...folders, site: whole });
		if (code === 0) await replaceFolder(folders.site, whole, join(staging, 'old'));
		return code;
	} finally {
		await rm(staging, { recursive: true, force: true });
	}
}

/** No system replaces a folder that is not empty: there is none for the moment between two renames. */
async function replaceFolder(place: string, whole: string, old: string): Promise<void> {
	const hadOne = await rename(place, old).then(
		() => true,
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return false;
			throw error;
		}
	);
	try {
		await rename(whole, place);
	} catch (error) {
		if (hadOne) await rename(old, place);
		throw error;
	}
}
