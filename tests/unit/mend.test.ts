import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { doubleArea } from '../../src/lib/geo/anchor';
import { runCli } from '../../src/pipeline/cli';
import { mendText } from '../../src/lib/mend/index';
import { replaceFile } from '../../src/pipeline/replace-file';
import { edit, FIXTURE_DAY, withCopy } from '../support/fixture-data';

/** A layer of one feature, oddly written, around the text of its geometry. */
function layer(geometry: string): string {
	return `{ "type":"FeatureCollection",\n  "features":[ {"type":"Feature","id":"a",\n  "geometry": ${geometry} ,"properties":{"x":1.50}}]}\n\n`;
}

function mended(geometry: string): string {
	const [before, after] = layer('|').split('|');
	const { text } = mendText('layers/x.geojson', layer(geometry));
	expect(text.startsWith(before!) && text.endsWith(after!)).toBe(true);
	return text.slice(before!.length, -after!.length);
}

describe('mendText', () => {
	it.each([
		[
			'closes an outline in the way of the file',
			'{"type":"Polygon","coordinates":[[[0,0] , [2,0] , [2,2]]]}',
			'{"type":"Polygon","coordinates":[[[0,0] , [2,0] , [2,2] , [0,0]]]}'
		],
		[
			'closes it, then turns it round',
			'{"type":"Polygon","coordinates":[[[0,0],[2,2],\n[2,0]]]}',
			'{"type":"Polygon","coordinates":[[[0,0],[2,0],\n[2,2],\n[0,0]]]}'
		],
		[
			'turns a hole of the second polygon round and keeps heights with their positions',
			'{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[9,5],[9,9],[5,5]],[[7,6,1],[8,6,2],[8,7,3],[7,6,1]]]]}',
			'{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[9,5],[9,9],[5,5]],[[7,6,1],[8,7,3],[8,6,2],[7,6,1]]]]}'
		],
		[
			'takes every repetition out',
			'{"type":"LineString","coordinates":[[0,0],[0,0],[0.0,0],[1,1], [1,1]]}',
			'{"type":"LineString","coordinates":[[0,0],[1,1]]}'
		],
		[
			'rounds, and takes out what has become equal',
			'{"type":"LineString","coordinates":[[1.23456789,-0.0000001],[1.2345681,0],[1e-7,2.500]]}',
			'{"type":"LineString","coordinates":[[1.234568,0],[0,2.500]]}'
		]
	])('%s', (_, before, after) => {
		expect(mended(before)).toBe(after);
		expect(mended(after)).toBe(after);
	});

	it.each([
		['a ring of two corners', '{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}'],
		['a line that would be a point', '{"type":"LineString","coordinates":[[0,0],[0,0]]}'],
		[
			'an outline that would lose its area',
			'{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,1],[0,0]]]}'
		],
		['swapped positions', '{"type":"Point","coordinates":[39.02, 83.07]}'],
		['a geometry that is none', '{"type":"Polygon","coordinates":[[["0",0],[1,1],[1,0]]]}'],
		['one of an unknown type', '{"type":"Sphere","coordinates":[1.23456789,2]}'],
		['one without a type', '{"coordinates":[1.23456789,2]}'],
		['a position of one number', '{"type":"Point","coordinates":[1.23456789]}'],
		['a line of no positions', '{"type":"LineString","coordinates":null}'],
		['an outline without corners', '{"type":"Polygon","coordinates":[[]]}'],
		[
			'a hole without an area',
			'{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[7,1],[5,1]]]}'
		],
		['no geometry', 'null']
	])('leaves %s to the editor', (_, geometry) => {
		expect(mended(geometry)).toBe(geometry);
	});

	it('leaves spaces that are written as escapes, and texts of nothing else', () => {
		const text = '{"a": "\\u3000x", "b": "\\tx\\t", "c": "  ", "d": "\u3000苇桥 "}';
		const { text: now } = mendText('sources.json', text);
		expect(now).toBe('{"a": "\\u3000x", "b": "\\tx\\t", "c": "  ", "d": "苇桥"}');
	});

	it('mends each of two texts of one name that it reads, and no Markdown', () => {
		const { text } = mendText('sources.json', '{"a": " x", "b": " y", "a": " z"}');
		expect(text).toBe('{"a": " x", "b": "y", "a": "z"}');
		expect(mendText('articles/a/zh.md', '" x"').text).toBe('" x"');
	});

	it('mends colours of six digits in lines alone', () => {
		const colours = ['#c8102e', '#C8102E', '#abc', '#c8102e0', 'x#c8102e', 'red', 5];
		const text = JSON.stringify({ lines: [...colours.map((colour) => ({ colour })), 'x', {}] });
		const once = mendText('lines.json', text);
		expect(once.text).toBe(text.replace('#c8102e', '#C8102E'));
		expect(once.mended).toHaveLength(1);
		expect(mendText('sources.json', text)).toEqual({ text, mended: [] });
	});

	it.each([
		['lines.json', '{}'],
		['lines.json', '[]'],
		['lines.json', '{"lines": 5}'],
		['lines.json', '{'],
		['sites.geojson', '{}'],
		['sites.geojson', '{"features": [5, {}]}'],
		['sites.geojson', '5'],
		['sites.geojson', '{'],
		['other.json', layer('{"type":"Point","coordinates":[1.23456789,2]}')]
	])('finds nothing to mend in %s with %s', (file, text) => {
		expect(mendText(file, text)).toEqual({ text, mended: [] });
	});

	it('tells what it mended, where it began, and of what feature', () => {
		const line = '{"type":"LineString","coordinates":[[0,0],\n[0,0],[1,1],\n[1,1]]}';
		const [mend, ...rest] = mendText('layers/x.geojson', layer(line)).mended;
		expect(mend).toMatchObject({ rule: 'repeated-vertex', feature: 'a', line: 3, column: 56 });
		expect(rest).toEqual([]);
		const lines = '{"lines": [\n{"id": "one", "colour": "#aa0000"},\n{"colour": "#bb0000"}]}';
		const { mended } = mendText('lines.json', lines);
		expect(mended.map(({ did: _, ...one }) => one)).toStrictEqual([
			{ rule: 'schema', file: 'lines.json', line: 2, column: 25, feature: 'one' },
			{ rule: 'schema', file: 'lines.json', line: 3, column: 12 }
		]);
		const unnamed = layer('{"type":"Point","coordinates":[1.23456789,2]}').replace('"a"', '5');
		const [rounded] = mendText('layers/x.geojson', unnamed).mended;
		expect(rounded).toMatchObject({ rule: 'decimals', line: 3 });
		expect(rounded).not.toHaveProperty('feature');
	});

	it('tells nothing of what it left as it was', () => {
		const good = layer('{"type":"LineString","coordinates":[[0.123456,0],[1,1]]}');
		expect(mendText('layers/x.geojson', good).mended).toEqual([]);
		expect(mendText('sources.json', '{"a": "\\u3000x"}').mended).toEqual([]);
	});

	it('mends line ends and byte order mark also where the JSON is broken', () => {
		expect(mendText('lines.json', '\uFEFF{\r\n"a": \r}').text).toBe('{\n"a": \n}');
	});

	it('takes a repeated corner out of an outline that it closes', () => {
		const text = '{"type":"Polygon","coordinates":[[[0,0],[0,0],[2,0],[0,1]]]}';
		const now = '{"type":"Polygon","coordinates":[[[0,0],[2,0],[0,1],[0,0]]]}';
		expect(mended(text)).toBe(now);
	});

	it('makes of any outline one that is closed, counter-clockwise and done', () => {
		const coordinate = fc.integer({ min: -40, max: 40 }).map((n) => n / 10 + n * 1e-8);
		const ring = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 });
		fc.assert(
			fc.property(ring, (positions) => {
				const text = JSON.stringify({ type: 'Polygon', coordinates: [positions] });
				const once = mended(text);
				expect(mended(once)).toBe(once);
				const [now] = (JSON.parse(once) as Polygon).coordinates as [Position[]];
				expect(doubleArea(now)).toBeGreaterThanOrEqual(0);
				if (now.length > 3) expect(now.at(-1)).toEqual(now[0]);
			})
		);
	});
});

describe('check --fix', () => {
	const io = { write: () => {}, complain: () => {} };

	it('says what it changed and what it left, and leaves no other file behind', async () => {
		await withCopy(async (dir) => {
			await edit(dir, 'lines.json', '"#C8102E"', '"#c8102e"');
			await edit(dir, 'sites.geojson', '[83.07, 39.02]', '[39.02, 83.07]');
			const files = await readdir(dir, { recursive: true });
			const said: string[] = [];
			const tell = { ...io, write: (text: string) => said.push(text) };
			const code = await runCli(['check', dir, '--fix', '--lang', 'zh'], tell, FIXTURE_DAY);
			expect(code).toBe(1);
			expect(said.join('')).toMatch(
				/^改好了1处：\nlines\.json:8:14 schema line-1: 颜色改成了大写\n\nsites\.geojson:\d+:20 swapped lantern-works: /
			);
			expect(await readdir(dir, { recursive: true })).toEqual(files);
		});
	});

	it('replaces a linked file where it lies, keeps its mode, and touches no good one', async () => {
		await withCopy(async (dir) => {
			const elsewhere = join(dir, '../lines-elsewhere.json');
			const good = join(dir, 'sources.json');
			const lines = await readFile(join(dir, 'lines.json'), 'utf8');
			await rm(join(dir, 'lines.json'));
			await writeFile(elsewhere, `\uFEFF${lines}`);
			await chmod(elsewhere, 0o640);
			await symlink(elsewhere, join(dir, 'lines.json'));
			const before = await stat(good);
			await runCli(['check', dir, '--fix'], io, FIXTURE_DAY);
			expect(await readFile(elsewhere, 'utf8')).toBe(lines);
			expect((await stat(elsewhere)).mode & 0o777).toBe(0o640);
			expect((await stat(good)).ino).toBe(before.ino);
		});
	});

	it('is nothing that build does', async () => {
		const complained: string[] = [];
		const tell = { ...io, complain: (text: string) => complained.push(text) };
		expect(await runCli(['build', '--fix', 'tests/fixtures/atlas'], tell, FIXTURE_DAY)).toBe(2);
		expect(complained.join('')).toContain('run check --fix first');
	});
});

describe('replaceFile', () => {
	it('tells why a file can not be written', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'atlas-'));
		const path = join(folder, 'gone/lines.json');
		expect(await replaceFile(path, 'x')).toMatchObject({
			rule: 'unwritable-file',
			file: path,
			message: { en: "The file can't be written (ENOENT)." }
		});
		await rm(folder, { recursive: true });
	});
});
