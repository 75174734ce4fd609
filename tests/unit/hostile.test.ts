import { strToU8, zipSync } from 'fflate';
import { readFile as readDisk, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, test } from 'vitest';
import { check } from '../../src/lib/check/index';
import { compile } from '../../src/lib/compile/compile';
import { openedFrom } from '../../src/lib/draft/from-files';
import { checkDraft } from '../../src/lib/draft/told';
import { answer } from '../../src/lib/embed/answer';
import { parseRequest, REQUEST_TYPES } from '../../src/lib/embed/protocol';
import { parseSettings } from '../../src/lib/embed/settings';
import { csvOf } from '../../src/lib/export/csv';
import { kmlOf } from '../../src/lib/export/kml';
import { FileFault } from '../../src/lib/files/fault';
import { LIMITS } from '../../src/lib/files/limits';
import { readFile } from '../../src/lib/files/read-file';
import { unzip } from '../../src/lib/files/unzip';
import { atomOf } from '../../src/lib/pages/atom';
import { feedOf } from '../../src/lib/pages/feed';
import { placeScript } from '../../src/lib/pages/json-ld';
import { newsOf } from '../../src/lib/pages/news';
import { proposePlaces } from '../../src/lib/propose/proposals';
import { setAt } from '../../src/lib/source/edit-json';
import { readFiles } from '../../src/lib/source/read';
import { createGazetteer, findMentions } from '../../src/lib/text/mentions';
import { openZip } from '../../src/lib/studio/start/open-files';
import { FIRST_VIEW, parseView, writeView, type View } from '../../src/lib/view/view';
import { addCommand } from '../../src/pipeline/add-command';
import { CHINESE } from '../../src/pipeline/chinese';
import { allSites } from '../../src/pipeline/downloads/all-sites';
import { importCommand } from '../../src/pipeline/import-command';
import { FIXTURE, FIXTURE_DAY, withCopy } from '../support/fixture-data';
import {
	DEEP_JSON,
	HOSTILE_LINKS,
	HOSTILE_TEXTS,
	LONG_TEXT,
	POLLUTING_JSON,
	pollution,
	XML_ENTITIES
} from '../support/hostile';
import { INVENTED_ARTICLE } from '../support/invented-article';
import { inventedAtlas } from '../support/invented-atlas';
import { zipBomb } from '../support/own-files';
import { readCsv } from '../support/read-csv';
import { folderTexts } from '../support/studio';

const CORPUS = [...HOSTILE_TEXTS, ...HOSTILE_LINKS, LONG_TEXT];
const named = CORPUS.map((text) => [JSON.stringify(text).slice(0, 60), text] as const);
const bytes = (text: string) => new TextEncoder().encode(text);

afterEach(() => expect(pollution()).toEqual([]));

describe('the data', () => {
	const texts = folderTexts(FIXTURE);
	const SITE = ['features', 0, 'properties'];

	/** The fixture with this text as a note, another name and a word about a source. */
	function withText(text: string) {
		const both = { zh: `鹭${text}`, en: `Heron ${text}` };
		const sites = setAt(texts['sites.geojson'] ?? '', [...SITE, 'history', 0, 'note'], both);
		const files = {
			...texts,
			'sites.geojson': setAt(sites, [...SITE, 'aliases', 'en', 0], both.en),
			'sources.json': setAt(texts['sources.json'] ?? '', ['sources', 0, 'about'], both)
		};
		const read = readFiles(new Map(Object.entries(files).map(([path, one]) => [path, bytes(one)])));
		const issues = [...read.issues, ...(read.data ? check(read.data, FIXTURE_DAY) : [])];
		return { data: read.data, errors: issues.filter(({ severity }) => severity === 'error') };
	}

	test('has no id that every object of the language has as a key', () => {
		const sites = setAt(texts['sites.geojson'] ?? '', ['features', 0, 'id'], 'constructor');
		const files = Object.entries({ ...texts, 'sites.geojson': sites });
		const { issues } = readFiles(new Map(files.map(([path, one]) => [path, bytes(one)])));
		expect(issues.map(({ rule, severity }) => [rule, severity])).toContainEqual([
			'schema',
			'error'
		]);
		expect(JSON.stringify(issues)).toContain('constructor');
	});

	/** What nobody sees, or turns the writing around, or no address can hold. */
	const HIDDEN =
		/[\p{Bidi_Control}\p{Cs}\u00AD\u200B\u2060\uFEFF\u115F\u1160\u2800\u3164\uFFA0]|[^\P{Cc}\t\r\n]/u;

	test.each(named)('%s is refused, or written so that it does nothing', (_, text) => {
		const { data, errors } = withText(text);
		const rules = errors.map(({ rule }) => rule);
		if (HIDDEN.test(text)) {
			expect(rules.filter((rule) => rule === 'hidden-character')).toHaveLength(5);
			return;
		}
		expect(rules.filter((rule) => rule !== 'language' && rule !== 'placeholder')).toEqual([]);
		if (!data) throw new Error('It could not be read.');
		const atlas = { ...compile(data), address: 'https://example.org/' };
		const [site] = atlas.sites;
		if (!site) throw new Error('The fixture has sites.');
		expect(site.aliases.en[0]?.trim()).toBe(`Heron ${text}`.trim());

		const told = allSites(atlas);
		for (const row of readCsv(csvOf(told)))
			for (const cell of Object.values(row))
				expect(cell).not.toMatch(/^[=+@\t\r\n＝＋－＠]|^-(?![\d.]+$)/);
		const feed = feedOf(atlas, newsOf(atlas, []), 'en');
		for (const xml of [kmlOf(told), ...(feed ? [atomOf(feed)] : [])]) {
			const elements = elementsOf(xml);
			for (const one of ['script', 'img', 'svg', 'iframe', 'style', 'a', 'base'])
				expect(elements).not.toContain(one);
		}
		const script = placeScript(site, atlas, 'en');
		expect(script.match(/<\/?script|<!--/gi)).toEqual(['<script', '</script']);
		const inner = script.replace(/^<script[^>]*>/, '').replace(/<\/script>$/, '');
		expect((JSON.parse(inner) as { description: string }).description).toBe(
			site.history.at(-1)?.note.en
		);
	});

	test.each(HOSTILE_LINKS.map((url) => [JSON.stringify(url), url]))(
		'%s is refused as an address, with the place where it stands',
		(_, url) => {
			const files = {
				...texts,
				'sources.json': setAt(texts['sources.json'] ?? '', ['sources', 0, 'url'], url)
			};
			const { issues } = readFiles(
				new Map(Object.entries(files).map(([path, one]) => [path, bytes(one)]))
			);
			expect(issues).toMatchObject([{ rule: 'schema', severity: 'error', file: 'sources.json' }]);
			expect(issues[0]?.line).toBeGreaterThan(1);
		}
	);

	test.each([
		['keys for prototypes', POLLUTING_JSON],
		['deep nesting', DEEP_JSON],
		['numbers that are none', '{"schema": NaN}'],
		['a huge number', '{"schema": 1e999}'],
		['markup', '<script>1</script>']
	])('%s in place of a file are told of and do nothing', (_, json) => {
		for (const file of ['atlas.json', 'sites.geojson', 'sources.json']) {
			const all = { ...texts, [file]: json };
			const { issues } = readFiles(
				new Map(Object.entries(all).map(([path, one]) => [path, bytes(one)]))
			);
			expect(issues.some((one) => one.file === file && one.severity === 'error')).toBe(true);
		}
	});

	test('Markdown of a retelling leads nowhere but to sites', () => {
		for (const text of HOSTILE_LINKS.filter((one) => !/[\n\s]/.test(one) && one !== '')) {
			const path = 'articles/reedbridge-2025-01/en.md';
			const before = texts[path] ?? '';
			const files = { ...texts, [path]: before.replace(/ ?\{#p/, ` [x](<${text}>) {#p`) };
			const { data, issues } = readFiles(
				new Map(Object.entries(files).map(([name, one]) => [name, bytes(one)]))
			);
			expect(issues.filter(({ file }) => file === path).length, text).toBeGreaterThan(0);
			for (const { retelling } of data?.articles ?? [])
				expect(JSON.stringify(retelling.en)).not.toMatch(/"(?:href|url)"/);
		}
	});
});

/** Names of the elements; throws where a text is not XML. */
function elementsOf(xml: string): string[] {
	const names: string[] = [];
	const parser = new SaxesParser();
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name }) => names.push(name));
	parser.write(xml).close();
	return names;
}

describe('a link', () => {
	const known = { hasSite: (id: string) => id === 'a', hasPassage: (n: number) => n === 1 };
	const PARAMETERS =
		'site p m panel tool map text off dim base overlay at date compare around status topic kind precision promise near area q measure draw radius line sort cols'.split(
			' '
		);

	test.each(named)('with %s in any place gives a view that can be written and read', (_, text) => {
		for (const name of PARAMETERS) {
			const view = parseView(new URLSearchParams({ [name]: text }), known);
			expect(parseView(new URLSearchParams(writeView(view)), known)).toEqual(view);
			const changed = (Object.keys(view) as (keyof View)[]).filter(
				(key) => JSON.stringify(view[key]) !== JSON.stringify(FIRST_VIEW[key])
			);
			// The words that are looked for may be anything, and a line's id anything of its form.
			const isId = name === 'line' && /^[a-z0-9]+$/.test(text);
			if (!isId && !['q', 'base', 'overlay'].includes(name)) expect(changed).toEqual([]);
			if (typeof view.base !== 'string') expect(view.base.url).not.toMatch(/^\w+script:|^data:/i);
			expect(writeView(view).length).toBeLessThan(4000);
		}
		expect(parseSettings(new URLSearchParams({ host: text })).host).toBeNull();
	});
});

describe('a message', () => {
	test.each(named)('with %s does nothing but name a site that is not there', (_, text) => {
		const parts: unknown[] = [text, [text], { [text]: text }, JSON.parse(POLLUTING_JSON)];
		for (const part of parts)
			for (const type of [...REQUEST_TYPES, text])
				for (const key of ['site', 'mention', 'center', 'zoom', 'off', 'date', 'id', text]) {
					const read = parseRequest({ atlas: 1, type, [key]: part });
					// Without it a request that needs no more would be read as well.
					if (!read || parseRequest({ atlas: 1, type })) continue;
					const told = answer(
						{
							siteOf: () => undefined,
							chooseSite: () => expect.unreachable(),
							clear: () => expect.unreachable(),
							change: () => expect.unreachable(),
							aim: null,
							hostPlace: null
						},
						read
					);
					expect(told).toMatchObject({ type: 'error' });
				}
	});
});

describe('an own file', () => {
	test('of each text format keeps hostile texts as texts', async () => {
		for (const text of HOSTILE_TEXTS) {
			const well = text.toWellFormed();
			const json = JSON.stringify({
				type: 'Feature',
				properties: { a: well, [well]: 'b' },
				geometry: { type: 'Point', coordinates: [1, 2] }
			});
			const read = await readFile('a.geojson', bytes(json));
			if ('header' in read) throw new Error('It asks for columns.');
			expect(Object.entries(read.features[0]?.properties ?? {})).toEqual([
				['a', well],
				[well, 'b']
			]);
			const cell = `"${well.replaceAll('"', '""')}"`;
			if (well.includes('\0')) continue;
			const table = await readFile('a.csv', bytes(`lng,lat,name\n1,2,${cell}\n`));
			if ('header' in table) throw new Error('It asks for columns.');
			expect(table.features[0]?.properties['name']).toBe(well);
		}
	});

	test.each([
		['deep JSON', 'a.json', DEEP_JSON, 'not-geojson'],
		['keys for prototypes', 'a.json', POLLUTING_JSON, 'not-geojson'],
		['NaN', 'a.json', '{"type":"Point","coordinates":[NaN,1]}', 'json'],
		['huge numbers', 'a.json', '{"type":"Point","coordinates":[1e999,1]}', 'coordinates'],
		['large numbers', 'a.json', '{"type":"Point","coordinates":[1e308,1]}', 'out-of-range'],
		['a formula as a coordinate', 'a.csv', 'lng,lat\n=1+1,2\n', 'number'],
		['NaN in a table', 'a.csv', 'lng,lat\nNaN,2\n', 'number'],
		['entities that double', 'a.kml', XML_ENTITIES[0], 'xml'],
		['an entity that fetches', 'a.kml', XML_ENTITIES[1], 'xml'],
		['deep XML', 'a.kml', `<kml>${'<a>'.repeat(LIMITS.elements + 1)}`, 'too-deep'],
		['NaN in GPX', 'a.gpx', '<gpx><wpt lon="NaN" lat="1"/></gpx>', 'coordinates']
	])('with %s is refused', async (_, name, content, kind) => {
		const error: unknown = await readFile(name, bytes(content)).catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(FileFault);
		expect((error as FileFault).fault.kind).toBe(kind);
	});

	test('cuts a value of a megabyte, and keeps a name of one', async () => {
		const feature = { type: 'Feature', geometry: null, properties: { a: LONG_TEXT } };
		const read = await readFile('a.json', bytes(JSON.stringify(feature)));
		if ('header' in read) throw new Error('It asks for columns.');
		expect(String(read.features[0]?.properties['a'])).toHaveLength(LIMITS.text + 1);
	});
});

describe('a text of a host and its gazetteer', () => {
	test('are taken character by character, whatever they mean elsewhere', () => {
		const entries = CORPUS.map((name, i) => ({ name, site: `s-${i}`, lang: 'en' as const }));
		const gazetteer = createGazetteer(entries);
		for (const text of CORPUS) {
			const whole = `— ${text} —`;
			for (const { start, end, text: found, site } of findMentions(gazetteer, whole)) {
				expect(whole.slice(start, end)).toBe(found);
				expect(site).toMatch(/^s-\d+$/);
			}
		}
		const plain = `<script>globalThis.__pwned=1</script>`;
		expect(findMentions(gazetteer, `— ${plain} —`)).toMatchObject([{ text: plain, site: 's-0' }]);
	});
});

describe('atlas add', () => {
	const OPTIONS = [
		...['--as', 'sites', '--source', 'field-survey', '--licence', 'CC-BY-4.0'],
		...['--set', 'kind=lab', '--set', 'theme=innovation', '--accuracy', '30', '--datum', 'wgs84']
	];

	test('refuses hostile names that nobody sees, and writes the others as texts', async () => {
		const names = HOSTILE_TEXTS.filter((text) => !/[\0\n\r\t]/.test(text)).map((text) =>
			text.toWellFormed()
		);
		for (const text of names)
			await withCopy(async (dir) => {
				const file = join(dir, '..', 'points.geojson');
				const properties = { 名称: `芦苇${text}`, 英文名: `Reed ${text}` };
				const geometry = { type: 'Point', coordinates: [83.0551, 39.0152] };
				await writeFile(file, JSON.stringify({ type: 'Feature', properties, geometry }));
				const before = folderTexts(dir);
				const said: string[] = [];
				const options = { dir, today: new Date(2026, 2, 1), ask: null };
				const write = (line: string) => void said.push(line);
				const code = await addCommand([file, ...OPTIONS, '--json'], { ...options, write });
				const after = folderTexts(dir);
				if (code !== 0) {
					expect(after).toEqual(before);
					return;
				}
				expect(text).not.toMatch(/[\p{Bidi_Control}\p{Cc}\u200B\u2060\uFEFF]/u);
				const json = JSON.parse(after['sites.geojson'] ?? '') as {
					features: { id: string; properties: { name: { zh: string } } }[];
				};
				const added = json.features.at(-1);
				expect(added?.properties.name.zh).toBe(`芦苇${text}`.trim());
				expect(added?.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
			});
	}, 120_000);

	test.each([
		['a.kml', XML_ENTITIES[0]],
		['a.kml', XML_ENTITIES[1]],
		['a.geojson', DEEP_JSON],
		['a.geojson', POLLUTING_JSON]
	])('refuses %s %# and changes nothing', async (name, content) => {
		await withCopy(async (dir) => {
			const file = join(dir, '..', name);
			await writeFile(file, content);
			const before = folderTexts(dir);
			const options = { dir, today: new Date(2026, 2, 1), ask: null, write: () => {} };
			expect(await addCommand([file, ...OPTIONS], options)).not.toBe(0);
			expect(folderTexts(dir)).toEqual(before);
		});
	});
});

test('atlas import keeps a hostile text as it is, beside the retelling and nowhere else', async () => {
	const dir = await inventedAtlas();
	try {
		const lines = HOSTILE_TEXTS.filter((text) => !/[\n\r\0]/.test(text)).map((text) =>
			text.toWellFormed()
		);
		const text = [...INVENTED_ARTICLE, ...lines].join('\n');
		const file = join(dir, 'layers', 'mine.txt');
		await writeFile(file, text);
		const before = folderTexts(dir);
		expect(await importCommand([file], { dir, write: () => {} })).toBe(0);
		expect(folderTexts(dir)).toEqual(before);
		const kept = join(dir, 'articles', 'fengxi-2025', 'original.txt');
		expect(await readDisk(kept, 'utf8')).toBe(text);
	} finally {
		await rm(dir, { recursive: true });
	}
});

describe('the studio', () => {
	test('opens an archive with hostile names and texts as files of these names', async () => {
		const files = {
			'atlas.json': bytes(POLLUTING_JSON),
			'sites.geojson': bytes(DEEP_JSON),
			'../../evil.json': bytes('{}'),
			constructor: bytes('x'),
			'layers/<img src=x>.geojson': bytes('{}'),
			'articles/..%2f/zh.md': bytes('# x')
		};
		const { texts, others } = await openZip(new Blob([zipSync(files)]));
		expect([...texts.keys(), ...others.keys()].sort()).toEqual(Object.keys(files).sort());
		const told = checkDraft(texts, FIXTURE_DAY);
		expect(told.some(({ severity }) => severity === 'error')).toBe(true);
	});

	test('stops an archive that unpacks without end', () => {
		const bomb = zipBomb('atlas.json', LIMITS.unpacked + 1);
		expect(() => openedFrom(unzip(bomb, () => true))).toThrow(FileFault);
	});

	test('opens a folder whose texts are hostile, and tells what is wrong with it', () => {
		const texts = folderTexts(FIXTURE);
		for (const text of [...HOSTILE_TEXTS, DEEP_JSON, POLLUTING_JSON]) {
			const files = { ...texts, 'sites.geojson': text.toWellFormed() };
			const opened = openedFrom(
				new Map(Object.entries(files).map(([path, one]) => [path, strToU8(one)]))
			);
			const told = checkDraft(opened.texts, FIXTURE_DAY);
			expect(
				told.some(({ severity }) => severity === 'error'),
				text.slice(0, 40)
			).toBe(true);
		}
	});

	test('reads a pasted article of hostile lines', () => {
		const lines = HOSTILE_TEXTS.map((text) => `${text}新村路站`);
		const proposals = proposePlaces(lines, createGazetteer([]), ['__proto__'], CHINESE);
		for (const { id, contexts } of proposals) {
			expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
			expect(contexts.length).toBeGreaterThan(0);
		}
		expect(proposals.map(({ name }) => name)).toContain('新村路站');
	});
});
