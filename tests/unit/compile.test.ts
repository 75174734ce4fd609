import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas, Original } from '../../src/lib/atlas/atlas';
import { contains } from '../../src/lib/geo/bounds';
import { buildAtlas } from '../../src/pipeline/build';
import { compile } from '../../src/lib/compile/compile';
import { mapCharacters } from '../../src/pipeline/map-characters';
import { writeFolder } from '../../src/pipeline/write';
import { edit, FIXTURE, FIXTURE_DAY, readFixture, site, withCopy } from '../support/fixture-data';

const fixture = await readFixture();

function compiled(id: string, atlas: Atlas = compile(fixture)): Atlas['sites'][number] {
	return atlas.sites.find((one) => one.id === id)!;
}

describe('compile', () => {
	it('puts the sites into the order in which the first article names them', () => {
		expect(compile(fixture).sites.map(({ id }) => id)).toEqual([
			'heron-station',
			'line-1-harbour-section',
			'orchard-park',
			'lantern-works',
			'east-depot'
		]);
		const data = structuredClone(fixture);
		data.articles[0]!.retelling.zh.sections.reverse();
		data.sites.reverse();
		expect(compile(data).sites.map(({ id }) => id)).toEqual([
			'lantern-works',
			'heron-station',
			'east-depot',
			'line-1-harbour-section',
			'orchard-park'
		]);
	});

	it('takes the status from the newest entry', () => {
		expect(compiled('heron-station').status).toBe('open');
		expect(compiled('lantern-works').status).toBe('under-construction');
	});

	it('lists the passages that name a site, and the one that promises it as its introduction', () => {
		expect(compiled('heron-station')).toMatchObject({ passages: [3, 5], introducedBy: 3 });
		const data = structuredClone(fixture);
		site(data, 'heron-station').properties.promise!.passage = 5;
		expect(compiled('heron-station', compile(data)).introducedBy).toBe(5);
		site(data, 'heron-station').properties.promise!.passage = 7;
		expect(compiled('heron-station', compile(data)).introducedBy).toBe(3);
	});

	it('shows a geometry with its accuracy, and an unlocated site by its area', () => {
		const works = compiled('lantern-works');
		expect(works.anchor).toEqual([83.07, 39.02]);
		expect(contains(works.bounds, [83.08, 39.02])).toBe(true);
		expect(contains(works.bounds, [83.081, 39.02])).toBe(false);
		const depot = compiled('east-depot');
		expect(depot).toMatchObject({ geometry: null, anchor: null });
		expect(contains(depot.bounds, [83.075, 39.002])).toBe(true);
		expect(depot.bounds[2] - depot.bounds[0]).toBeCloseTo(3000 / 86_400, 2);
	});

	it('keeps only sources that something names', () => {
		const data = structuredClone(fixture);
		data.sources.push({ ...data.sources[0]!, id: 'left-over' });
		expect(Object.keys(compile(data).sources)).toEqual(
			data.sources.slice(0, 4).map(({ id }) => id)
		);
	});

	it('leaves its input as it was, and gives the same text each time', () => {
		const before = structuredClone(fixture);
		expect(JSON.stringify(compile(fixture))).toBe(
			JSON.stringify(compile(structuredClone(fixture)))
		);
		expect(fixture).toEqual(before);
	});

	it('names the rule that its input does not obey', () => {
		const data = structuredClone(fixture);
		delete site(data, 'east-depot').properties.location.area;
		expect(() => compile(data)).toThrow('Site "east-depot": it has neither geometry nor area');
	});
});

describe('mapCharacters', () => {
	it('has every character of names, labels, stations and badges in both languages', () => {
		const data = structuredClone(fixture);
		site(data, 'orchard-park').properties.label = { zh: '园圃', en: 'Qx' };
		const characters = mapCharacters(data);
		for (const character of '鹭站灯厂磨坊苇河1号圃QxHarbourReed')
			expect(characters).toContain(character);
		expect(characters).not.toContain('测');
	});
});

describe('writeFolder', () => {
	it('writes what changed, leaves the rest alone and removes what is no longer there', async () => {
		await withCopy(async (dir) => {
			const folder = join(dir, 'out');
			const text = (name: string) => readFile(join(folder, name), 'utf8');
			await writeFolder(
				folder,
				new Map([
					['a', '1'],
					['b/c', '2'],
					['d/e', '3']
				])
			);
			const before = await stat(join(folder, 'a'));
			await writeFolder(
				folder,
				new Map([
					['a', '1'],
					['b/c', '22']
				])
			);
			expect([await text('a'), await text('b/c')]).toEqual(['1', '22']);
			expect((await readdir(folder)).sort()).toEqual(['a', 'b']);
			const after = await stat(join(folder, 'a'));
			expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
			expect((await readdir(dir)).filter((name) => name.startsWith('out'))).toEqual(['out']);
		});
	});
});

describe('buildAtlas', () => {
	const files = new Map<string, Buffer>();
	let issues: unknown;

	beforeAll(async () => {
		await withCopy(async (dir) => {
			issues = await buildAtlas(
				FIXTURE,
				{ app: join(dir, 'app'), public: join(dir, 'public') },
				FIXTURE_DAY
			);
			for (const [name, bytes] of await contents(dir)) files.set(name, bytes);
		});
	});

	it('builds a valid folder without issue', () => {
		expect(issues).toEqual([]);
		const ids = fixture.sites.map(({ id }) => id);
		const inBoth = (path: string, end: string) =>
			['zh', 'en'].map((lang) => `${path}.${lang}.${end}`);
		const expected = [
			'app/atlas.json',
			'app/downloads.json',
			...ids.flatMap((id) => inBoth(`app/locators/${id}`, 'svg')),
			'app/ground-names.json',
			'app/home-map.css',
			'app/layers.json',
			...inBoth('app/home-map', 'html'),
			'app/map.json',
			'app/stations.json',
			'public/basemap.pmtiles',
			'public/bases.json',
			'public/details.json',
			...['atlas', ...ids].flatMap((id) => inBoth(`public/cards/${id}`, 'png')),
			'public/gazetteer.json',
			'public/ground.json',
			'public/icons/apple-touch-icon.png',
			'public/icons/icon-192.png',
			'public/icons/icon-512.png',
			'public/icons/maskable-512.png',
			...fixture.layers.flatMap(({ record: { id } }) => [
				`public/layers/${id}.geojson`,
				`public/layers/${id}.layer.json`
			]),
			'public/map-font-first.woff2',
			'public/map-font-licence.txt',
			'public/map-font.woff2',
			'public/search.json',
			'public/sites.csv',
			'public/sites.geojson',
			'public/sites.kml',
			'public/source.zip'
		];
		expect([...files.keys()].sort()).toEqual(expected.sort());
		expect(JSON.parse(String(files.get('app/atlas.json')))).toEqual(compile(fixture));
		expect(files.get('public/basemap.pmtiles')?.subarray(0, 7).toString()).toBe('PMTiles');
		expect(files.get('public/map-font.woff2')?.subarray(0, 4).toString()).toBe('wOF2');
	});

	it('gives the same bytes each time, and touches nothing the second time', async () => {
		await withCopy(async (dir) => {
			const out = { app: join(dir, 'app'), public: join(dir, 'public') };
			await buildAtlas(FIXTURE, out, FIXTURE_DAY);
			const first = await contents(dir);
			expect(first).toEqual(files);
			const times = await Promise.all([...first.keys()].map((name) => stat(join(dir, name))));
			await buildAtlas(FIXTURE, out, FIXTURE_DAY);
			const again = await Promise.all([...first.keys()].map((name) => stat(join(dir, name))));
			expect(again.map(({ mtimeMs, ino }) => [mtimeMs, ino])).toEqual(
				times.map(({ mtimeMs, ino }) => [mtimeMs, ino])
			);
		});
	});

	it('takes the address of the site from outside, and refuses one that is none', async () => {
		await withCopy(async (dir) => {
			const out = { app: join(dir, 'app'), public: join(dir, 'public') };
			const wrong = await buildAtlas(FIXTURE, out, FIXTURE_DAY, 'nanan.example/atlas');
			expect(wrong.map(({ rule, file }) => [rule, file])).toEqual([['address', 'ATLAS_ADDRESS']]);
			expect(await readdir(dir)).not.toContain('app');
			expect(await buildAtlas(FIXTURE, out, FIXTURE_DAY, 'https://nanan.example/atlas/')).toEqual(
				[]
			);
			const built = JSON.parse(await readFile(join(out.app, 'atlas.json'), 'utf8')) as Atlas;
			expect(built.address).toBe('https://nanan.example/atlas/');
		});
	});

	it('writes nothing when there are errors', async () => {
		await withCopy(async (dir) => {
			const out = { app: join(dir, 'app'), public: join(dir, 'public') };
			await mkdir(out.public);
			await writeFile(join(out.public, 'sites.kml'), 'the last good build');
			await edit(dir, 'sites.geojson', '"kind": "station"', '"kind": "x"');
			const issues = await buildAtlas(dir, out, FIXTURE_DAY);
			expect(issues.map(({ rule }) => rule)).toEqual(['schema']);
			expect(await readdir(out.public)).toEqual(['sites.kml']);
			expect(await readdir(dir)).not.toContain('app');
		});
	});

	it('builds in spite of warnings', async () => {
		await withCopy(async (dir) => {
			await edit(dir, 'articles/reedbridge-2025-01/en.md', '[Heron]', '[the station]');
			const out = { app: join(dir, 'app'), public: join(dir, 'public') };
			const issues = await buildAtlas(dir, out, FIXTURE_DAY);
			expect(issues.map(({ rule, severity }) => [rule, severity])).toEqual([
				['mention-name', 'warning']
			]);
			expect(await readdir(out.app)).toContain('atlas.json');
		});
	});

	it('shows the original when a holder has put it there, and takes it away again', async () => {
		await withCopy(async (dir) => {
			const out = { app: join(dir, 'app'), public: join(dir, 'public') };
			const own = join(dir, 'articles/reedbridge-2025-01/original.txt');
			await writeFile(own, ORIGINAL);
			expect(await buildAtlas(dir, out, FIXTURE_DAY)).toEqual([]);
			const original = JSON.parse(
				await readFile(join(out.public, 'originals/reedbridge-2025-01.json'), 'utf8')
			) as Original;
			expect(original.article).toBe('reedbridge-2025-01');
			expect(original.passages.find(({ n }) => n === 4)?.parts).toContainEqual({
				text: '果园公园',
				site: 'orchard-park'
			});
			expect(await hasOriginal(out.app)).toBe(true);
			await writeFile(own, '一篇关于别处的短文。\n它不提这里的任何地方。\n');
			const issues = await buildAtlas(dir, out, FIXTURE_DAY);
			expect(issues.map(({ rule }) => rule)).toEqual(['other-text']);
			await buildAtlas(FIXTURE, out, FIXTURE_DAY);
			expect(await readdir(out.public)).not.toContain('originals');
			expect(await hasOriginal(out.app)).toBe(false);
		});
	});

	it('tells a name that the font of the map can not write', async () => {
		await withCopy(async (dir) => {
			await edit(dir, 'layers/water.geojson', '"zh": "苇河"', '"zh": "苇河𓂀"');
			const issues = await buildAtlas(
				dir,
				{ app: join(dir, 'app'), public: join(dir, 'public') },
				FIXTURE_DAY
			);
			expect(issues).toMatchObject([{ rule: 'map-font', severity: 'error' }]);
			expect(issues[0]?.message.en).toContain('𓂀');
		});
	});
});

/** A text such as its holder may have: eight lines, of which four are retold. */
const ORIGINAL = `苇桥的一年
记者林苇
今年鹭站就要开通，1号线港口段同时投入使用，居民等了很久。
从车站往北走一公里就到果园公园。
北岸的灯厂年底投产，它离鹭站很近。
这一年还有很多别的事。
东车辆段要到2027年才建成。
林苇
`;

async function hasOriginal(app: string): Promise<boolean | undefined> {
	const atlas = JSON.parse(await readFile(join(app, 'atlas.json'), 'utf8')) as Atlas;
	return atlas.articles[0]?.hasOriginal;
}

/** What a build wrote, by path. */
async function contents(dir: string): Promise<Map<string, Buffer>> {
	const found = new Map<string, Buffer>();
	for (const top of ['app', 'public']) {
		const entries = await readdir(join(dir, top), { recursive: true, withFileTypes: true });
		for (const entry of entries.filter((one) => one.isFile())) {
			const path = join(entry.parentPath, entry.name);
			found.set(path.slice(dir.length + 1), await readFile(path));
		}
	}
	return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
