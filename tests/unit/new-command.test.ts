import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAtlas } from '../../src/pipeline/build';
import { check } from '../../src/lib/check/index';
import { runCli } from '../../src/pipeline/cli';
import { foldersOf } from '../../src/pipeline/folders';
import { readAtlas } from '../../src/pipeline/read-folder';

let parent: string;
beforeAll(async () => void (parent = await mkdtemp(join(tmpdir(), 'atlas-'))));
afterAll(() => rm(parent, { recursive: true }));

async function make(name: string, ...options: string[]) {
	const said: string[] = [];
	const complained: string[] = [];
	const code = await runCli(['new', join(parent, name), ...options], {
		write: (text) => said.push(text),
		complain: (text) => complained.push(text)
	});
	return { code, said: said.join('\n'), complained: complained.join('\n') };
}

describe('atlas new', () => {
	it('makes an atlas without errors, which builds', async () => {
		expect(await make('Old Town 2')).toMatchObject({ code: 0, complained: '' });
		const dir = join(parent, 'Old Town 2');
		const { data, issues } = await readAtlas(dir);
		expect(issues).toEqual([]);
		expect(data?.atlas.id).toBe('old-town-2');
		expect(check(data!, new Date()).filter(({ severity }) => severity === 'error')).toEqual([]);
		const out = { app: join(parent, 'app'), public: join(parent, 'data') };
		await buildAtlas(dir, out, new Date());
		expect(await readdir(out.public)).toEqual(expect.arrayContaining(['basemap.pmtiles']));
		expect(await readFile(join(out.app, 'home-map.zh.html'), 'utf8')).toContain('示例');
	});

	it('takes titles and extent', async () => {
		const options = ['--title-zh', '湖区', '--title-en', 'Lakes', '--bounds=-3.4,54.2,-2.8,54.7'];
		expect((await make('lakes', ...options, '--json')).said).toContain('"ok":true');
		const atlas = JSON.parse(await readFile(join(parent, 'lakes/atlas.json'), 'utf8')) as unknown;
		expect(atlas).toMatchObject({
			title: { zh: '湖区', en: 'Lakes' },
			bounds: [-3.4, 54.2, -2.8, 54.7],
			home: [-3.4, 54.2, -2.8, 54.7]
		});
	});

	it('leaves alone what is there', async () => {
		const dir = join(parent, 'full');
		await mkdir(dir);
		await writeFile(join(dir, 'notes.txt'), 'mine');
		const { code, complained } = await make('full');
		expect(code).toBe(1);
		expect(complained).toContain('notes.txt');
		expect(await readdir(dir)).toEqual(['notes.txt']);
		expect((await make('full/notes.txt')).code).toBe(1);
		expect((await readdir(parent)).filter((name) => name.includes('.new-'))).toEqual([]);
	});

	it.each([
		[['--bounds', '2,1,1,2'], '"2,1,1,2" is no extent'],
		[['--bounds', '1,2,3'], 'is no extent'],
		[['--title-zh', ' '], 'A title is empty'],
		[['other'], 'One folder, not 2'],
		[['--size', '3'], '--size']
	])('ends with 2 for %j', async (options, why) => {
		const { code, complained } = await make('wrong', ...options);
		expect(code).toBe(2);
		expect(complained).toContain(why);
		expect(complained).toContain('Usage: atlas new');
	});
});

describe('the folders of an atlas', () => {
	it('are those that everybody knows for the data of the checkout', () => {
		const { app, assets, site } = foldersOf('geodata', '/checkout');
		expect({ app, assets, site }).toEqual({
			app: '/checkout/.atlas',
			assets: '/checkout/static',
			site: '/checkout/build'
		});
		expect(foldersOf('/checkout/geodata/', '/checkout')).toEqual(foldersOf(undefined, '/checkout'));
	});

	it('are never shared by two atlases, even of one name', () => {
		const all = ['geodata', '/a/town', '/b/town', '../town', '/a/town/geodata'].flatMap((dir) =>
			Object.values(foldersOf(dir, '/checkout'))
		);
		expect(new Set(all).size).toBe(all.length);
	});

	it('are the same however the data is named', () => {
		expect(foldersOf('./x/../town/', '/a')).toEqual(foldersOf('/a/town', '/a'));
	});
});
