import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAtlas } from '../../src/pipeline/build';
import { FIXTURE } from '../support/fixture-data';

const TODAY = new Date('2026-11-20T12:00:00Z');
const DIES = resolve('tests/support/dies-at.ts');
/** So that it is found from any folder. */
const TSX = import.meta.resolve('tsx');

const AS_LAYER = [
	...['--as', 'green', '--id', 'parks', '--source', 'field-survey', '--accuracy', '10'],
	...['--title-zh', '公园', '--title-en', 'Parks', '--datum', 'wgs84']
];
const RING = [
	[83.03, 39.01],
	[83.04, 39.01],
	[83.04, 39.02],
	[83.03, 39.01]
];
const PARK = JSON.stringify({ type: 'Polygon', coordinates: [RING] });

let parent: string;
beforeEach(async () => void (parent = await mkdtemp(join(tmpdir(), 'atlas-stopped-'))));
afterEach(() => rm(parent, { recursive: true }));

/** Runs `tests/support/dies-at.ts`; resolves to how it ended. */
function run(args: readonly string[], cwd = '.'): Promise<string | number | null> {
	const child = spawn(process.execPath, ['--import', TSX, DIES, ...args], { cwd, stdio: 'ignore' });
	return new Promise((done) => child.on('close', (code, signal) => done(signal ?? code)));
}

/** Contents of all files of a folder by path. */
async function contents(folder: string): Promise<Record<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const read = files.map(async ({ parentPath, name }) => {
		const path = join(parentPath, name);
		return [path.slice(folder.length + 1), await readFile(path, 'latin1')] as const;
	});
	return Object.fromEntries(await Promise.all(read));
}

describe('what is stopped midway', { timeout: 60_000 }, () => {
	it('leaves the last data of a site whole, and the next run clears up', async () => {
		const [dir, out] = [join(parent, 'geodata'), join(parent, 'out')];
		await cp(FIXTURE, dir, { recursive: true });
		const build = () =>
			buildAtlas(dir, { app: join(out, 'app'), public: join(out, 'public') }, TODAY);
		await build();
		const old = await contents(out);
		const atlas = join(dir, 'atlas.json');
		await writeFile(atlas, (await readFile(atlas, 'utf8')).replace('"zh": "', '"zh": "又'));

		expect(await run(['writeFile', '3', 'data', dir, out])).toBe('SIGKILL');
		expect(await contents(join(out, 'public'))).toEqual(inFolder(old, 'public'));
		expect(await readdir(out)).toHaveLength(3);

		expect(await run(['rename', '3', 'data', dir, out])).toBe('SIGKILL');
		const between = await contents(join(out, 'public'));
		expect(await readdir(out)).toHaveLength(3);

		await build();
		const next = inFolder(await contents(out), 'public');
		expect(Object.keys(await contents(out)).sort()).toEqual(Object.keys(old).sort());
		expect(next).not.toEqual(inFolder(old, 'public'));
		for (const [path, content] of Object.entries(between))
			expect([inFolder(old, 'public')[path], next[path]], path).toContain(content);
	});

	it('makes no new atlas, and makes it when it is asked again', async () => {
		const dir = join(parent, 'lakes');
		for (const point of [
			['writeFile', '2'],
			['rename', '6']
		]) {
			expect(await run([...point, 'new', dir])).toBe('SIGKILL');
			expect(await readdir(parent)).not.toContain('lakes');
		}
		expect(await run(['rename', '0', 'new', dir])).toBe(0);
		expect(await readdir(parent)).toEqual(['lakes']);
	});

	it('leaves the data as they were, or adds all of it when it is asked again', async () => {
		const [dir, file] = [join(parent, 'geodata'), join(parent, 'park.geojson')];
		await cp(FIXTURE, dir, { recursive: true });
		await writeFile(file, PARK);
		const old = await contents(dir);
		const words = ['add', file, dir, ...AS_LAYER];

		// the checked copy comes first, and is not in the way
		expect(await run(['rename', '1', ...words])).toBe('SIGKILL');
		expect(await contents(dir)).toEqual(old);

		expect(await run(['rename', '2', ...words])).toBe('SIGKILL');
		const between = await contents(dir);
		for (const path of Object.keys(old)) expect(between[path], path).toBe(old[path]);

		expect(await run(['rename', '0', ...words])).toBe(0);
		expect(await readdir(parent)).toEqual(['geodata', 'park.geojson']);
		const next = await contents(dir);
		expect(Object.keys(next).length).toBeGreaterThan(Object.keys(old).length);
	});

	describe('a site', () => {
		let [folder, site]: string[] = [];
		beforeEach(async () => {
			[folder, site] = [join(parent, 'checkout'), join(parent, 'build')];
			await mkdir(folder);
			await mkdir(site);
			await writeFile(join(site, 'index.html'), 'the last good one');
			await writeFile(join(folder, 'index.html'), 'the next one');
		});

		/** A site of one page, whose build does this once everything is written. */
		async function withEnd(code: string): Promise<void> {
			const config = `export default {
				build: { outDir: process.env.ATLAS_SITE },
				plugins: [{ name: 'end', closeBundle() { ${code} } }]
			};`;
			await writeFile(join(folder!, 'vite.config.js'), config);
		}

		const build = () => run(['rename', '0', 'site', site!], folder);

		it('is the last one until the next is whole', async () => {
			await withEnd(`process.kill(process.ppid, 'SIGKILL')`);
			expect(await build()).toBe('SIGKILL');
			expect(await contents(site!)).toEqual({ 'index.html': 'the last good one' });

			await withEnd(`throw new Error('out of order')`);
			expect(await build()).toBe(1);
			expect(await contents(site!)).toEqual({ 'index.html': 'the last good one' });

			await withEnd('');
			expect(await build()).toBe(0);
			expect((await contents(site!))['index.html']).toContain('the next one');
			expect((await readdir(parent)).sort()).toEqual(['build', 'checkout']);
		});
	});
});

function inFolder(files: Record<string, string>, folder: string): Record<string, string> {
	return Object.fromEntries(
		Object.entries(files).flatMap(([path, content]) =>
			path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), content]] : []
		)
	);
}
