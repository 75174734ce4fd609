import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/lib/check/index';
import { nodeAt, parseJson } from '../../src/lib/text/json-positions';
import { lineAt } from '../../src/lib/text/line-at';
import * as schemas from '../../src/lib/atlas/schema';
import { schemaFault } from '../../src/lib/source/schema-faults';
import { readAtlas } from '../../src/pipeline/read-folder';
import { readFiles } from '../../src/lib/source/read';
import { readJson, validate } from '../../src/lib/source/read-json';
import { decode } from '../../src/lib/source/read-text';
import type { Issue } from '../../src/lib/source/types';
import { edit, FIXTURE, FIXTURE_DAY, layer, readFixture, withCopy } from '../support/fixture-data';

const SITES = 'sites.geojson';

/** Changes one piece of one file of a copy and reads that. */
async function readEdited(file: string, from: string, to: string) {
	return withCopy(async (dir) => {
		await edit(dir, file, from, to);
		return readAtlas(dir);
	});
}

/** Puts other bytes in place of a file of a copy and reads that. */
async function readReplaced(file: string, content: string | Uint8Array) {
	return withCopy(async (dir) => {
		await writeFile(join(dir, file), content);
		return readAtlas(dir);
	});
}

async function lineOf(file: string, text: string): Promise<number> {
	const lines = (await readFile(join(FIXTURE, file), 'utf8')).split('\n');
	return lines.findIndex((line) => line.includes(text)) + 1;
}

/** Every message of our own in a schema, however deep. */
function messagesIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, child]) =>
		key === 'message' && typeof child === 'string' ? [child] : messagesIn(child)
	);
}

function brief({ rule, file, line, feature }: Issue) {
	return { rule, file, line, feature };
}

describe('readAtlas', () => {
	it('reads a valid folder without issue', async () => {
		const data = await readFixture();
		expect(data.sites.map(({ id }) => id)).toContain('east-depot');
		const of = (id: string) => {
			const { file, features } = layer(data, id);
			return [file, features.length];
		};
		expect(of('water')).toEqual(['layers/water.geojson', 1]);
		expect(of('metro-tracks')).toEqual(['layers/metro-tracks.geojson', 2]);
		expect(of('metro-stations')).toEqual(['layers/metro-stations.geojson', 3]);
		const places = data.articles[0]!.places.zh;
		const { text } = data.files.get('articles/reedbridge-2025-01/zh.md')!;
		expect(lineAt(text, places.get(7)!.start)).toEqual({ line: 13, column: 1 });
		const [, section] = places.get(3)!.links;
		expect(text.slice(section!.start, section!.end)).toBe(
			'[1号线港口段](site:line-1-harbour-section)'
		);
	});

	it('knows where each feature begins', async () => {
		const { sites, files } = await readFixture();
		const { text, root } = files.get(SITES)!;
		const lines = text.split('\n');
		for (const { id, index } of sites) {
			const { line } = lineAt(text, nodeAt(root!, ['features', index]).start);
			expect(lines[line - 1]?.trim()).toBe('{');
			expect(lines[line + 1]).toContain(`"id": "${id}"`);
		}
	});

	it('does without lines.json', async () => {
		const { data, issues } = await withCopy(async (dir) => {
			await rm(join(dir, 'lines.json'));
			return readAtlas(dir);
		});
		expect(issues).toEqual([]);
		expect(data?.lines).toEqual([]);
	});

	it('tells every missing file at once, and reads the rest', async () => {
		const { data, issues } = await withCopy(async (dir) => {
			await rm(join(dir, 'sources.json'));
			await rm(join(dir, 'layers/water.geojson'));
			await rm(join(dir, 'articles/reedbridge-2025-01/en.md'));
			return readAtlas(dir);
		});
		expect(issues.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
			'missing-file sources.json',
			'missing-file layers/water.geojson',
			'missing-file articles/reedbridge-2025-01/en.md'
		]);
		expect(data?.sites).toHaveLength(5);
		expect(data && check(data, FIXTURE_DAY)).toEqual([]);
	});

	it('has no data without atlas.json or sites.geojson, but still reads the others', async () => {
		for (const file of ['atlas.json', SITES]) {
			const { data, issues } = await withCopy(async (dir) => {
				await rm(join(dir, file));
				await edit(dir, 'sources.json', '"checked": "2026-02-20"', '"checked": 7');
				return readAtlas(dir);
			});
			expect(data).toBeNull();
			const files = issues.filter(({ severity }) => severity === 'error').map((one) => one.file);
			expect(files.sort()).toEqual([file, 'sources.json'].sort());
		}
	});

	it('has only issues for a folder that is not there', async () => {
		const { data, issues } = await readAtlas('tests/fixtures/no-such-folder');
		expect(data).toBeNull();
		expect(issues.map(({ rule }) => rule)).toEqual(Array(3).fill('missing-file'));
	});

	it('says why a file can not be opened', () => {
		const { data, issues } = readFiles(new Map([['atlas.json', { code: 'EACCES' }]]));
		expect(data).toBeNull();
		expect(issues[0]).toMatchObject({
			rule: 'missing-file',
			severity: 'error',
			file: 'atlas.json',
			message: { zh: '文件打不开（EACCES）。', en: "The file can't be opened (EACCES)." },
			fix: { en: 'Make it a plain file that you may read.' }
		});
		expect(issues[1]).toMatchObject({
			file: 'sources.json',
			message: { en: 'The file is not there.' }
		});
	});

	it('keeps in mind what it could not read, so that nothing is said to be missing', async () => {
		expect((await readFixture()).unread).toEqual(new Set());
		const { data, files } = await withCopy(async (dir) => {
			await edit(dir, SITES, '"theme": "city"', '"theme": "town"');
			await edit(dir, 'sources.json', '"checked": "2026-02-20"', '"checked": 7');
			await writeFile(join(dir, 'lines.json'), '{');
			await edit(dir, 'layers/water.layer.json', '"type": "water"', '"type": "waters"');
			await rm(join(dir, 'layers/metro-tracks.geojson'));
			await edit(dir, 'articles/reedbridge-2025-01/zh.md', ' {#p3}', '');
			await rm(join(dir, 'articles/reedbridge-2025-01/en.md'));
			return readAtlas(dir);
		});
		const townSites = (await readFixture()).sites.map(({ id }) => id);
		const left = data!.sites.map(({ id }) => id);
		const [lost] = townSites.filter((id) => !left.includes(id));
		expect([...data!.unread!].sort()).toEqual(
			[
				lost!,
				SITES,
				'articles/reedbridge-2025-01/en.md',
				'articles/reedbridge-2025-01/zh.md',
				'layers/metro-tracks.geojson',
				'layers/water.geojson',
				'lines.json',
				(await readFixture()).sources[0]!.id
			].sort()
		);
		expect(files.get('lines.json')).toMatchObject({ text: '{', root: null });
		expect(files.has('layers/metro-tracks.geojson')).toBe(false);
		expect(files.has('articles/reedbridge-2025-01/en.md')).toBe(false);
	});

	it('has no article whose record is broken, and says that its folder was not read', async () => {
		const { data } = await readEdited(
			'articles/reedbridge-2025-01/article.json',
			'"paragraphs": ',
			'"paragraphs": -'
		);
		expect(data?.articles).toEqual([]);
		expect(data?.unread).toEqual(new Set(['articles/reedbridge-2025-01']));
	});

	it('knows which of its file each record is, those that are broken counted', async () => {
		const { sources, recordIndex, files } = await readFixture();
		expect(sources.map((source) => recordIndex.get(source))).toEqual([...sources.keys()]);
		const { text } = files.get('sources.json')!;
		const { data } = await readReplaced('sources.json', text.replace('"id": ', '"id": 7, "i": '));
		expect(data!.sources.map((source) => data!.recordIndex.get(source))).toEqual(
			[...sources.keys()].slice(1)
		);
		expect(data!.unread).toEqual(new Set(['sources.json']));
	});

	it('reads what atlas.json lists once each, though it is wrong elsewhere', async () => {
		const { issues, files } = await withCopy(async (dir) => {
			await edit(dir, 'atlas.json', '"layers": [', '"layers": [7, "water", "water", ');
			await edit(dir, 'atlas.json', '"articles": ["', '"articles": [{}, "');
			await edit(dir, 'layers/water.layer.json', '"id": "water"', '"id": "waters"');
			return readAtlas(dir);
		});
		expect(issues.filter(({ rule }) => rule === 'id-and-name')).toHaveLength(1);
		expect(issues.filter(({ rule }) => rule !== 'id-and-name').map(brief)).toEqual(
			['layers[0]', 'articles[0]'].map(
				() => expect.objectContaining({ file: 'atlas.json' }) as object
			)
		);
		expect(files.has('articles/reedbridge-2025-01/zh.md')).toBe(true);
	});

	it('says nothing of unlisted files while it does not know the list', async () => {
		const { issues } = await readReplaced('atlas.json', '{');
		expect(issues.map(({ rule }) => rule)).toEqual(['json']);
	});

	it('warns of layers and articles that atlas.json does not list', async () => {
		const { issues } = await withCopy(async (dir) => {
			await writeFile(join(dir, 'layers/old.geojson'), '');
			await mkdir(join(dir, 'articles/old'));
			await writeFile(join(dir, 'articles/old/article.json'), '');
			return readAtlas(dir);
		});
		expect(issues.map(({ rule, severity, file }) => [rule, severity, file])).toEqual([
			['unlisted-file', 'warning', 'articles/old/article.json'],
			['unlisted-file', 'warning', 'layers/old.geojson']
		]);
	});

	it('wants ids of layers and articles to be those of their files', async () => {
		const { issues } = await withCopy(async (dir) => {
			await edit(dir, 'layers/water.layer.json', '"id": "water"', '"id": "waters"');
			const file = 'articles/reedbridge-2025-01/article.json';
			await edit(dir, file, '"id": "reedbridge-2025-01"', '"id": "reedbridge"');
			return readAtlas(dir);
		});
		expect(issues.map(brief)).toEqual([
			{ rule: 'id-and-name', file: 'layers/water.layer.json', line: 3, feature: 'waters' },
			{
				rule: 'id-and-name',
				file: 'articles/reedbridge-2025-01/article.json',
				line: 3,
				feature: 'reedbridge'
			}
		]);
	});
});

describe('encoding', () => {
	/** `{"a":`, a new line and `"中文"}` */
	const gb18030 = Buffer.from('7b2261223a0a22d6d0cec4227d', 'hex');
	const utf16 = Buffer.from('\uFEFF{"a": "苇"}', 'utf16le');
	const bareUtf16 = Buffer.from('{"a": "b"}', 'utf16le');
	const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

	it.each([
		['GB18030', gb18030, 'iconv -f GB18030', 2],
		['UTF-16LE', utf16, 'iconv -f UTF-16LE', 1],
		['UTF-16LE', bareUtf16, 'iconv -f UTF-16LE', 1],
		['UTF-16BE', swapped(utf16), 'iconv -f UTF-16BE', 1],
		['UTF-16BE', swapped(bareUtf16), 'iconv -f UTF-16BE', 1]
	])('recognises %s', async (name, bytes, fix, line) => {
		const { data, issues } = await readReplaced('lines.json', bytes);
		expect(issues).toHaveLength(1);
		expect(issues[0]).toMatchObject({ rule: 'encoding', file: 'lines.json', line });
		expect(issues[0]?.message.en).toContain(name);
		expect(issues[0]?.fix.en).toContain(fix);
		expect(data).not.toBeNull();
	});

	it('does not guess at bytes that are no text', () => {
		const { text, issues } = decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0xff]), 'x');
		expect(text).toBeNull();
		expect(issues[0]?.message).toEqual({
			zh: '文字编码不是UTF-8。',
			en: 'The text is not UTF-8.'
		});
	});

	it('tells a byte order mark and reads on', async () => {
		const text = await readFile(join(FIXTURE, 'lines.json'), 'utf8');
		const { data, issues } = await readReplaced('lines.json', `\uFEFF${text}`);
		expect(issues.map(brief)).toEqual([
			{ rule: 'encoding', file: 'lines.json', line: 1, feature: undefined }
		]);
		expect(data?.lines).toHaveLength(1);
	});

	it('tells what stands around a lost character, also at both ends of a text', () => {
		const told = (text: string) => {
			const [issue] = decode(new TextEncoder().encode(text), 'x').issues;
			return [issue?.line, issue?.column, issue?.message.en.split(' holds')[0]];
		};
		expect(told('一\n二三四五六七八\uFFFD九十\n百千万')).toEqual([
			2,
			8,
			'"三四五六七八\uFFFD九十 "'
		]);
		expect(told('\uFFFD')).toEqual([1, 1, '"\uFFFD"']);
		expect(told('一二')).toEqual([undefined, undefined, undefined]);
	});

	it('tells the line of a zero byte, and of a fault after whole lines', () => {
		const line = (bytes: number[]) => decode(Uint8Array.from(bytes), 'x').issues[0]?.line;
		expect(line([0x61, 10, 0x62, 10, 0xff, 10, 0x63])).toBe(3);
		expect(line([0x61, 10, 0, 10])).toBe(2);
		expect(line([10, 10, 0xff])).toBe(3);
	});

	it('tells where a character was lost', async () => {
		const file = 'articles/reedbridge-2025-01/zh.md';
		const { issues } = await readEdited(file, '开放多年', '开放多\uFFFD');
		expect(issues).toHaveLength(1);
		expect(issues[0]).toMatchObject({ rule: 'encoding', file, line: 7 });
	});
});

describe('JSON', () => {
	it.each([
		['a comma before a bracket', '{"a": [1, 2,]}', 13, '"]" after a comma'],
		['a missing comma', '{"a": 1\n"b": 2}', 9, '""" where "," or "}" belongs'],
		['single quotes', "{'a': 1}", 2, `"'" where a key in "double quotes" belongs`],
		['Chinese quotes', '{“a”: 1}', 2, '"“" where a key'],
		['a comment', '{} // end', 4, '"/" after the end of the value'],
		['an end too soon', '{"a": [1', 9, 'the end of the file where "," or "]" belongs'],
		['an open text', '{"a": "b\n}', 7, 'no closing quote'],
		['a bad escape', '["\\q"]', 2, '"\\"'],
		['NaN', '[NaN]', 2, '"N" where a value belongs'],
		['a leading zero', '[01]', 3, 'where "," or "]" belongs'],
		['nothing', '', 1, 'the end of the file where a value belongs']
	])('has a fault: %s', (_name, text, column, message) => {
		const { root, faults } = parseJson(text);
		expect(root).toBeNull();
		expect(faults).toHaveLength(1);
		expect(faults[0]?.offset).toBe(column - 1);
		expect(faults[0]?.message.en).toContain(message);
	});

	it('is read as JSON.parse reads it', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(parseJson(text).root?.value).toEqual(JSON.parse(text));
			})
		);
	});

	it('is refused where JSON.parse refuses it', () => {
		const isJson = (text: string): boolean => {
			try {
				JSON.parse(text);
				return true;
			} catch {
				return false;
			}
		};
		const broken = fc
			.tuple(
				fc.json({ maxDepth: 3 }),
				fc.nat(),
				fc.constantFrom('', ',', '}', '"', '\\', '\t', '0')
			)
			.map(([text, at, piece]) => {
				const where = at % (text.length + 1);
				return text.slice(0, where) + piece + text.slice(where + 1);
			});
		fc.assert(
			fc.property(broken, (text) => {
				expect(parseJson(text).root !== null).toBe(isJson(text));
			})
		);
	});

	it('knows where its values stand', () => {
		const text = '{\n\t"a": [\n\t\t{"b": true}\n\t]\n}';
		const { root } = parseJson(text);
		const at = (...path: (string | number)[]) => lineAt(text, nodeAt(root!, path).start);
		expect(at()).toEqual({ line: 1, column: 1 });
		expect(at('a')).toEqual({ line: 2, column: 7 });
		expect(at('a', 0, 'b')).toEqual({ line: 3, column: 9 });
		expect(at('a', 0, 'missing')).toEqual({ line: 3, column: 3 });
	});

	it('fault has its line and column in the file', async () => {
		const { data, issues } = await readEdited('lines.json', '"line-1",', '"line-1"');
		expect(issues).toEqual([
			{
				rule: 'json',
				severity: 'error',
				file: 'lines.json',
				line: 6,
				column: 4,
				message: {
					zh: '这不是JSON：这里应当是","或"}"，却出现了"""。',
					en: 'This is not JSON: """ where "," or "}" belongs.'
				},
				fix: {
					zh: '改正这一处；支持JSON的编辑器会标出它。',
					en: 'Mend this place; an editor that knows JSON marks it.'
				}
			}
		]);
		expect(data?.sites).toHaveLength(5);
	});

	it.each([
		['{"a": [1,]}', 'Take out the comma before the bracket.'],
		['{“a”: 1}', 'Use straight double quotes: ".'],
		["{'a': 1}", 'Use straight double quotes: ".'],
		['{"a"：1}', 'Use the half-width signs , and :.'],
		['{"a": 1，"b": 2}', 'Use the half-width signs , and :.'],
		['{"a": 1} // end', 'Take the comment out: JSON has none.'],
		['{"a": 1', 'Close every { and [; the file may be cut off.'],
		['{"a": NaN}', 'Mend this place; an editor that knows JSON marks it.']
	])('fault has what to do about it: %s', (text, fix) => {
		const { issues } = readJson(new Map([['x', new TextEncoder().encode(text)]]), 'x');
		expect(issues.map((issue) => issue.fix.en)).toEqual([fix]);
		expect(issues[0]?.message.en).toMatch(/^This is not JSON: /);
	});

	it('with one key twice is read, and says so', () => {
		const text = '{"a": 1, "a": 2}';
		const { root, issues } = readJson(new Map([['x', new TextEncoder().encode(text)]]), 'x');
		expect(root).not.toBeNull();
		expect(issues[0]).toMatchObject({ column: 10, fix: { en: 'Keep one of the two.' } });
		expect(issues[0]?.message.en).toMatch(/^[A-Z"].*[^.]\.$/);
	});

	it('may have no key twice in one object', async () => {
		const { issues } = await readEdited(
			'lines.json',
			'"id": "line-1",',
			'"id": "x", "id": "line-1",'
		);
		expect(issues.map(brief)).toEqual([
			{ rule: 'json', file: 'lines.json', line: 5, feature: undefined }
		]);
	});
});

describe('bases that are offered', () => {
	const offer = (bases: string) =>
		readEdited('atlas.json', '"licence"', `"bases": ${bases}, "licence"`);

	it.each([
		'{}',
		'{ "protomaps": { "url": "https://files.example/a.pmtiles" } }',
		'{ "protomaps": { "url": "/files/a.pmtiles", "attribution": { "zh": "图", "en": "Map" } } }',
		'{ "tianditu": { "key": "0123456789abcdef", "server": "http://localhost:8080" } }'
	])('%s is good', async (bases) => {
		const { data, issues } = await offer(bases);
		expect(issues).toEqual([]);
		expect(data?.atlas.bases).toEqual(JSON.parse(bases));
	});

	it.each([
		['{ "protomaps": { "url": "http://files.example/a.pmtiles" } }', 'https://'],
		['{ "protomaps": { "url": "https://me:secret@files.example/a.pmtiles" } }', 'https://'],
		['{ "protomaps": {} }', 'url'],
		['{ "tianditu": { "key": "" } }', 'letters and digits'],
		['{ "tianditu": { "key": "a", "servers": "https://t0.example" } }', 'servers'],
		['{ "google": {} }', 'google']
	])('%s is not', async (bases, message) => {
		const { issues } = await offer(bases);
		const [issue] = issues.filter(({ severity }) => severity === 'error');
		expect(issue).toMatchObject({ file: 'atlas.json' });
		expect(`${issue?.message.en} ${issue?.fix.en}`).toContain(message);
		expect(issue?.line).toBeGreaterThan(0);
	});
});

describe('a schema', () => {
	it('tells everything that is wrong with a file, each on its line', async () => {
		const { data, issues } = await withCopy(async (dir) => {
			await edit(dir, SITES, '"kind": "station"', '"kind": "statoin"');
			await edit(dir, SITES, '"precision": "exact",\n\t\t\t\t\t"accuracy": 50', '"accuracy": "50"');
			await edit(dir, SITES, '"date": "2025-01",', '"date": "Jan 2025", "colour": 1, "size": 2,');
			await edit(dir, 'sources.json', '"url": "https://transport', '"url": "transport');
			return readAtlas(dir);
		});
		const heron = { file: SITES, feature: 'heron-station' };
		expect(issues).toMatchObject([
			{ rule: 'schema', file: 'sources.json', feature: 'opening-notice', line: 21 },
			{
				...heron,
				rule: 'unknown-property',
				message: { en: expect.stringContaining('history[0].colour') as string }
			},
			{
				...heron,
				rule: 'unknown-property',
				message: { en: expect.stringContaining('history[0].size') as string }
			},
			{
				...heron,
				rule: 'schema',
				line: await lineOf(SITES, '"kind": "station"'),
				message: { zh: '"kind"现在是"statoin"。', en: '"kind" is "statoin".' },
				fix: { en: expect.stringContaining('"station"') as string }
			},
			{ ...heron, message: { en: '"location.precision" is missing.' } },
			{ ...heron, message: { en: '"location.accuracy" is "50".' } },
			{
				...heron,
				message: { en: expect.stringContaining('"history[0].date" is "Jan 2025"') as string }
			}
		]);
		expect(issues).toHaveLength(7);
		expect(data?.sites).toHaveLength(4);
	});

	it('has Chinese for everything that it says of a value', () => {
		const said = [...new Set(Object.values(schemas).flatMap(messagesIn))];
		expect(said.length).toBeGreaterThan(10);
		for (const message of said) expect(schemaFault(message).zh).toMatch(/\p{Script=Han}/u);
	});

	it('leaves out what is unknown and keeps the feature', async () => {
		const { data, issues } = await readEdited(SITES, '"theme": "rail"', '"theme": "rail", "x": 1');
		expect(issues.map(({ rule }) => rule)).toEqual(['unknown-property']);
		expect(data?.sites).toHaveLength(5);
	});

	const Record = v.strictObject({
		name: v.string(),
		size: v.number(),
		either: v.union([v.string(), v.null()]),
		shown: v.boolean(),
		list: v.array(v.strictObject({ kind: v.picklist(['a', 'b']) })),
		more: v.strictObject({ x: v.optional(v.number()) })
	});
	const GOOD = { name: 'a', size: 1, either: null, shown: true, list: [{ kind: 'a' }], more: {} };

	/** What a record is read as, and what is said of it. */
	function validated(record: unknown) {
		const text = JSON.stringify(record);
		const json = readJson(new Map([['x', new TextEncoder().encode(text)]]), 'x');
		const value = validate(json, json.root!, Record);
		return { value, said: json.issues.map(({ message, fix }) => `${message.en} ${fix.en}`) };
	}

	it.each([
		[{ name: 7 }, '"name" is 7. Write a text in "quotes".'],
		[{ size: 'a' }, '"size" is "a". Write a number without quotes.'],
		[{ either: [] }, '"either" is []. Write a text in "quotes" or null.'],
		[{ shown: 'yes' }, '"shown" is "yes". Write true or false.'],
		[{ list: 'a' }, '"list" is "a". Write a list in [ ].'],
		[{ more: 'a' }, '"more" is "a". Write an object in { } as docs/data.md shows.'],
		[{ list: [{ kind: 'c' }] }, '"list[0].kind" is "c". Write one of: "a", "b".'],
		[{ list: [{}] }, '"list[0].kind" is missing. Add it; docs/data.md says what it holds.']
	])('says of a record with %j what it is and what to write', (wrong, said) => {
		expect(validated({ ...GOOD, ...wrong })).toEqual({ value: null, said: [said] });
	});

	it('says that a whole record is not one', () => {
		expect(validated(7).said).toEqual([
			'"file" is 7. Write an object in { } as docs/data.md shows.'
		]);
	});

	it('shortens a long value, but not one that is just as long as there is room', () => {
		const long = 'x'.repeat(59);
		expect(validated({ ...GOOD, size: long }).said[0]).toContain(`is "${'x'.repeat(56)}….`);
		const fits = 'x'.repeat(58);
		expect(validated({ ...GOOD, size: fits }).said[0]).toContain(`is "${fits}".`);
	});

	it('tells everything unknown, and takes the rest', () => {
		const extra = { ...GOOD, y: 1, z: 2, list: [{ kind: 'a', w: 3 }], more: { x: 4, u: 5 } };
		const { value, said } = validated(extra);
		expect(value).toEqual({ ...GOOD, more: { x: 4 } });
		const named = said.map((text) => text.split('"')[1]);
		expect(named.sort()).toEqual(['list[0].w', 'more.u', 'y', 'z']);
		expect(said[0]).toContain('is not a property');
	});

	it('refuses data of another version', async () => {
		const { data, issues } = await readEdited('atlas.json', '"schema": 1', '"schema": 2');
		expect(data).toBeNull();
		expect(issues).toMatchObject([{ rule: 'schema', line: 2, fix: { en: 'Write one of: 1.' } }]);
	});

	it('of one broken site makes no mention of it dangling', async () => {
		const { data } = await readEdited(SITES, '"theme": "city"', '"theme": "town"');
		expect(data?.sites).toHaveLength(4);
		expect(data && check(data, FIXTURE_DAY)).toEqual([]);
	});
});

describe('GeoJSON', () => {
	it.each([
		['a position with one number', '[83.07, 39.02]', '[83.07]', 'position should have 2 or 3'],
		['a position of texts', '[83.07, 39.02]', '["83.07", "39.02"]', 'must be a number'],
		['an unknown geometry', '"Polygon"', '"Polygone"', 'not allowed here'],
		[
			'a ring without positions',
			`"Polygon",\n\t\t\t\t"coordinates": [`,
			`"Polygon",\n\t\t\t\t"coordinates": [[],`,
			'no positions'
		]
	])('has a fault: %s', async (_name, from, to, message) => {
		const { data, issues } = await readEdited(SITES, from, to);
		const faults = issues.filter(({ rule }) => rule === 'geojson');
		expect(faults[0]).toMatchObject({ file: SITES, severity: 'error' });
		expect(faults.map((fault) => fault.message.en).join(' ')).toContain(message);
		expect(faults[0]?.line).toBeGreaterThan(1);
		expect(data?.sites).toHaveLength(4);
	});

	it('is a FeatureCollection without "crs"', async () => {
		const crs = '"type": "FeatureCollection", "crs": {},';
		const { issues } = await readEdited(SITES, '"type": "FeatureCollection",', crs);
		expect(issues).toMatchObject([{ rule: 'geojson', line: 2 }]);
		const { data } = await readReplaced(SITES, '{"type": "Feature"}');
		expect(data).toBeNull();
	});

	it.each([
		['', '{"features": []}', 'This is not a GeoJSON FeatureCollection.'],
		['', '[]', 'This is not a GeoJSON FeatureCollection.'],
		['', '{"type": "FeatureCollection"}', '"features" is not a list of features.'],
		['', '{"type": "FeatureCollection", "features": {}}', '"features" is not a list of features.'],
		['"type": "FeatureCollection",', '"type": "FeatureCollection", "name": "x",', '"name" is not'],
		['"type": "FeatureCollection",', '"type": "FeatureCollection", "crs": {},', '"crs" is set']
	])('says in both languages what is wrong and what to do: %s %s', async (from, to, message) => {
		const { issues } = await (from ? readEdited(SITES, from, to) : readReplaced(SITES, to));
		const faults = issues.filter(({ rule }) => rule === 'geojson');
		expect(faults).toHaveLength(1);
		expect(faults[0]?.message.en).toContain(message);
		for (const text of [faults[0]?.message, faults[0]?.fix]) {
			expect(text?.zh).toMatch(/\p{Script=Han}/u);
			expect(text?.en).toMatch(/^["A-Z]/);
		}
	});

	it('tells of what site a fault is, and on its line', async () => {
		const text = await readFile(join(FIXTURE, SITES), 'utf8');
		const { issues } = await readEdited(SITES, '[83.07, 39.02]', '["83.07", 39.02]');
		const fault = issues.find(({ rule }) => rule === 'geojson');
		expect(fault?.feature).toBe('lantern-works');
		expect(text.split('\n')[fault!.line! - 1]).toContain('[83.07, 39.02]');
	});

	it('gives each feature an id that is a text', async () => {
		const { issues } = await withCopy(async (dir) => {
			await edit(dir, SITES, '"id": "heron-station"', '"id": 7');
			await edit(dir, SITES, '"id": "orchard-park",', '');
			await edit(dir, SITES, '"id": "east-depot"', '"id": "East Depot"');
			return readAtlas(dir);
		});
		expect(issues.map(({ rule, message }) => [rule, message.en])).toEqual([
			['schema', "The feature's id is 7."],
			['schema', 'The feature has no id.'],
			['schema', 'The feature\'s id is "East Depot".']
		]);
	});

	it('leaves open rings to the check, which says more of them', async () => {
		const { data, issues } = await readEdited(
			'layers/water.geojson',
			'[83.001, 38.991],\n\t\t\t\t\t\t[83.001, 38.984]',
			'[83.001, 38.991]'
		);
		expect(issues).toEqual([]);
		expect(data && check(data, FIXTURE_DAY).map(({ rule }) => rule)).toEqual(['ring']);
	});

	it('has properties inside "properties"', async () => {
		const { issues } = await readEdited(
			SITES,
			'"id": "heron-station",',
			'"id": "heron-station", "name": 1,'
		);
		expect(issues).toMatchObject([{ rule: 'unknown-property', feature: 'heron-station' }]);
	});
});
