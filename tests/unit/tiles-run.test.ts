import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeManyFeatures } from '../support/many-features';
import { openArchive } from '../support/memory-archive';

const NODE = [process.execPath, '--import', 'tsx', 'src/pipeline/cli.ts', 'tiles'];
/** A few more than one job holds, so that threads share them. */
const FEATURES = 10_500;
const POINT = '{"type":"Point","coordinates":[90,0]}';

describe('a run of atlas tiles', () => {
	let dir: string;
	let input: string;
	let output: string;

	beforeEach(async () => {
		dir = await mkdtemp(join(tmpdir(), 'atlas-tiles-run-'));
		input = join(dir, 'many.geojsonl');
		output = join(dir, 'many.pmtiles');
		await writeManyFeatures(input, FEATURES);
	});

	afterEach(() => rm(dir, { recursive: true }));

	it('shares the work among threads and makes the same archive each time', async () => {
		const words = [input, output, '--maxzoom', '9'];
		const ended = await run(words);
		expect(ended).toMatchObject({ code: 0 });
		expect(ended.out).toContain(`${FEATURES} features`);
		expect((await readdir(dir)).sort()).toEqual(['many.geojsonl', 'many.pmtiles']);
		const first = await readFile(output);
		expect(await run(words)).toMatchObject({ code: 0 });
		expect(Buffer.compare(await readFile(output), first)).toBe(0);
		expect((await openArchive(first).getHeader()).clustered).toBe(true);
	});

	it('leaves nothing when it is stopped, nor changes what was there', async () => {
		await writeFile(output, 'old');
		const ended = await run([input, output], { kill: 'SIGTERM' });
		expect(ended.signal).toBe('SIGTERM');
		expect(ended.err).toContain('nothing was written');
		expect((await readdir(dir)).sort()).toEqual(['many.geojsonl', 'many.pmtiles']);
		expect(await readFile(output, 'utf8')).toBe('old');
	});

	it('removes what a run left that was killed at once', async () => {
		expect((await run([input, output], { kill: 'SIGKILL' })).signal).toBe('SIGKILL');
		expect((await readdir(dir)).filter((name) => name.endsWith('.part'))).toHaveLength(1);
		await writeFile(input, POINT);
		expect(await run([input, output])).toMatchObject({ code: 0 });
		expect((await readdir(dir)).sort()).toEqual(['many.geojsonl', 'many.pmtiles']);
	});

	it('says that there is no room left, and leaves nothing', async () => {
		// the shell lets no file grow beyond 300 kB: a write fails as on a full disk
		const ended = await run([input, output, '--maxzoom', '10'], { limit: 300 });
		expect(ended).toMatchObject({ code: 1 });
		expect(ended.err).toMatch(/no room left to write it \(EFBIG\); nothing was written/);
		expect(ended.err).toMatch(/takes about \d+ MB/);
		expect(await readdir(dir)).toEqual(['many.geojsonl']);
	});

	/** Runs the command; `kill` sends it a signal when it has begun to write. */
	function run(
		args: string[],
		{ kill, limit }: { kill?: NodeJS.Signals; limit?: number } = {}
	): Promise<{ code: number | null; signal: string | null; out: string; err: string }> {
		const command = [...NODE, ...args];
		const [program = '', ...rest] = limit
			? ['bash', '-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...command]
			: command;
		const child = spawn(program, rest);
		const watcher = watch(dir, (_, name) => {
			if (kill && name?.endsWith('.part')) child.kill(kill);
		});
		let [out, err] = ['', ''];
		child.stdout.on('data', (text: Buffer) => (out += text.toString()));
		child.stderr.on('data', (text: Buffer) => (err += text.toString()));
		return new Promise((resolve) => {
			child.on('close', (code, signal) => {
				watcher.close();
				resolve({ code, signal, out, err });
			});
		});
	}
});
