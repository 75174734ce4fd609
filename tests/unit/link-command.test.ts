import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkCommand, type Links } from '../../src/pipeline/link-command';
import { inventedAtlas } from '../support/invented-atlas';

let dir: string;
beforeEach(async () => {
	dir = await inventedAtlas();
});
afterEach(() => rm(dir, { recursive: true }));

async function link(text: string | Uint8Array, ...options: string[]) {
	const file = join(dir, 'layers', 'mine.txt');
	await writeFile(file, text);
	return run(file, ...options);
}

async function run(...args: string[]) {
	const lines: string[] = [];
	const code = await linkCommand(args, { dir, write: (line) => void lines.push(line) });
	return { code, lines, text: lines.join('\n') };
}

describe('atlas link', () => {
	it('gives each mention its line and its offsets in that line', async () => {
		const { code, text } = await link('\uFEFF甲\r\n去石桥,到枫溪东站。\r\n石桥', '--json');
		expect(code).toBe(0);
		expect((JSON.parse(text) as Links).mentions).toEqual([
			{ paragraph: 2, start: 1, end: 3, text: '石桥', site: 'stone-bridge' },
			{ paragraph: 2, start: 5, end: 9, text: '枫溪东站', site: 'east-station' },
			{ paragraph: 3, start: 0, end: 2, text: '石桥', site: 'stone-bridge' }
		]);
	});

	it('does not count the byte order mark of the first line', async () => {
		const { text } = await link('\uFEFF石桥', '--json');
		expect((JSON.parse(text) as Links).mentions[0]).toMatchObject({ start: 0, end: 2 });
	});

	it('counts the mentions of each site, with 0 for one that is never named', async () => {
		const { text } = await link('石桥、石桥', '--json');
		expect((JSON.parse(text) as Links).counts).toMatchObject({
			'stone-bridge': 2,
			'cloud-lab': 0
		});
	});

	it('writes an aligned table, counts and the sites never named', async () => {
		const { code, lines, text } = await link('石桥\n\n云上实验室');
		expect(code).toBe(0);
		expect(lines.slice(0, 3)).toEqual([
			'line  start  end  text        site',
			'1     0      2    石桥        stone-bridge',
			'3     0      5    云上实验室  cloud-lab'
		]);
		expect(text).toContain('2 mentions of 2 sites');
		expect(lines.find((line) => line.startsWith('Never named: '))).toContain('egret-pier');
		expect(lines.find((line) => line.startsWith('Never named: '))).not.toContain('cloud-lab');
	});

	it('proposes new places with their context, ids and kinds, and no known site', async () => {
		const text = '石桥以东,茶黄路、刘家坪立交及石桥公园建成。\n茶黄路';
		const { lines } = await link(text);
		const head = lines.findIndex((line) => line.startsWith('3 new places are proposed'));
		expect(lines[head + 1]).toMatch(/^count +name +id +kind +line: context$/);
		expect(lines[head + 2]).toMatch(
			/^2 +茶黄路 +chahuang-road +road +1: …石桥以东,\[茶黄路\]、刘家坪立交/
		);
		expect(lines[head + 3]).toContain('liujiaping-interchange');
		expect(lines[head + 4]).toContain('石桥公园');
		const { proposals } = JSON.parse((await link(text, '--json')).text) as Links;
		expect(proposals.map(({ name, count }) => [name, count])).toEqual([
			['茶黄路', 2],
			['刘家坪立交', 1],
			['石桥公园', 1]
		]);
		expect(proposals[0]?.contexts[1]).toMatchObject({ paragraph: 2, start: 0, end: 3 });
	});

	it('says that a text names no new place', async () => {
		expect((await link('石桥')).text).toContain('No new place is named.');
	});

	it('finds known sites in traditional characters, with the offsets of the text', async () => {
		const { text } = await link('到石橋去', '--json');
		expect((JSON.parse(text) as Links).mentions).toEqual([
			{ paragraph: 1, start: 1, end: 3, text: '石橋', site: 'stone-bridge' }
		]);
	});

	it('refuses a text that is not UTF-8 and says what it looks like', async () => {
		// 枫溪 in GB18030
		const { code, text } = await link(Uint8Array.from([0xb7, 0xe3, 0xcf, 0xaa]));
		expect(code).toBe(1);
		expect(text).toMatch(/GB18030.*UTF-8/);
	});

	it('refuses an empty text and a file that is not there', async () => {
		expect(await link(' \n')).toMatchObject({ code: 1 });
		const missing = await run(join(dir, 'no.txt'), '--json');
		expect(missing.code).toBe(1);
		expect(JSON.parse(missing.text)).toMatchObject({ issues: [{ rule: 'missing-file' }] });
	});

	it.each([[[]], [['a.txt', 'dir', 'b.txt']], [['a.txt', '--fast']]])(
		'tells its usage for %j',
		async (args) => {
			const { code, text } = await run(...args);
			expect(code).toBe(2);
			expect(text).toContain('Usage: atlas link');
		}
	);
});
