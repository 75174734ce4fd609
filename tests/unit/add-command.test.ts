import { strToU8, zipSync } from 'fflate';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAYER_PROPERTIES } from '../../src/lib/atlas/schema';
import { fromWgs84 } from '../../src/lib/geo/datum';
import { addCommand } from '../../src/pipeline/add-command';
import type { Report } from '../../src/pipeline/add/add';
import type { Ask, Column, Missing } from '../../src/pipeline/add/questions';
import { check } from '../../src/lib/check/index';
import { readAtlas } from '../../src/pipeline/read-folder';
import { edit, FIXTURE } from '../support/fixture-data';
import { gb18030 } from '../support/gb18030';
import { dbfOf, kmzOf, shpOf, zipBomb } from '../support/own-files';
import { workbook } from '../support/workbook';

const TODAY = '2026-03-01';
const NOW = new Date(2026, 2, 1);

let parent: string;
let dir: string;
beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'atlas-'));
	dir = join(parent, 'geodata');
	await cp(FIXTURE, dir, { recursive: true });
});
afterEach(() => rm(parent, { recursive: true }));

/** Adds a file of this name and content to the fixture. */
async function add(
	name: string,
	content: string | Uint8Array,
	options: readonly string[],
	{ ask = null, today = NOW }: { ask?: Ask | null; today?: Date } = {}
) {
	const file = join(parent, name);
	await writeFile(file, content);
	const said: string[] = [];
	const write = (text: string) => void said.push(text);
	const code = await addCommand([file, ...options], { dir, today, write, ask });
	return { code, text: said.join('\n') };
}

/** The same, told for programs. */
async function report(name: string, content: string | Uint8Array, options: readonly string[]) {
	const { code, text } = await add(name, content, [...options, '--json']);
	expect(text, text).toContain('"ok": true');
	expect(code).toBe(0);
	return JSON.parse(text) as Report;
}

/** What is refused, or still to be said. */
async function problems(name: string, content: string | Uint8Array, options: readonly string[]) {
	const before = await contents();
	const { code, text } = await add(name, content, [...options, '--json']);
	expect(await contents()).toEqual(before);
	const told = JSON.parse(text) as {
		ok: boolean;
		missing?: Missing[];
		faults?: string[];
		columns?: Column[];
		issues?: { message: string; fix: string; line?: number; feature?: string }[];
	};
	expect(told.ok).toBe(false);
	return { code, ...told };
}

/** All files of the data folder, and what lies beside it. */
async function contents(): Promise<Record<string, string>> {
	const names = (await readdir(dir, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	const files = await Promise.all(names.map(async (name) => [name, await readFile(name, 'utf8')]));
	const beside = (await readdir(parent)).filter((name) => name.startsWith('.'));
	return { ...(Object.fromEntries(files) as Record<string, string>), beside: beside.join() };
}

async function site(id: string) {
	const { data } = await readAtlas(dir);
	const found = data?.sites.find((one) => one.id === id);
	if (!found) throw new Error(`There is no site "${id}"`);
	return found;
}

async function layer(id: string) {
	const { data, issues } = await readAtlas(dir);
	const found = data?.layers.find(({ record }) => record.id === id);
	if (!data || !found) throw new Error(`There is no layer "${id}"`);
	return { ...found, issues: [...issues, ...check(data, NOW)] };
}

const SITES = [
	...['--as', 'sites', '--source', 'field-survey', '--licence', 'CC-BY-4.0'],
	...['--set', 'kind=lab', '--set', 'theme=innovation', '--accuracy', '30']
];

const ROADS = [
	...['--as', 'road', '--id', 'roads', '--source', 'field-survey', '--accuracy', '5-20'],
	...['--title-zh', '道路', '--title-en', 'Roads']
];

const POINT = [83.0551, 39.0152] as const;

describe('tables', () => {
	const rows = [
		['名称', '英文名', '经度', '纬度', '备注'],
		['芦苇实验室', 'Reed Laboratory', '83.0551', '39.0152', '二楼']
	];
	const table = (separator: string) => rows.map((row) => row.join(separator)).join('\r\n');

	it.each([
		['comma, UTF-8', table(',')],
		['comma, UTF-8 with byte order mark', `\uFEFF${table(',')}`],
		['semicolon, GB18030', gb18030(table(';'))],
		['tab, GB18030', gb18030(table('\t'))],
		[
			'workbook',
			workbook({ 点位: [rows[0]!, ['芦苇实验室', 'Reed Laboratory', ...POINT, '二楼']] })
		]
	])('%s: becomes a site, and unmapped columns are told', async (how, content) => {
		const name = how === 'workbook' ? '点位.xlsx' : 'points.csv';
		const { added, dropped } = await report(name, content, [...SITES, '--datum', 'wgs84']);
		expect(added).toEqual([{ number: 1, id: 'reed-laboratory', name: '芦苇实验室' }]);
		expect(dropped).toEqual(['备注']);
		const { geometry, properties } = await site('reed-laboratory');
		expect(geometry).toEqual({ type: 'Point', coordinates: [...POINT] });
		expect(properties).toMatchObject({
			name: { zh: '芦苇实验室', en: 'Reed Laboratory' },
			kind: 'lab',
			theme: 'innovation',
			location: {
				precision: 'exact',
				accuracy: 30,
				sources: ['field-survey'],
				reading: { position: [...POINT], datum: 'WGS-84' }
			},
			history: [{ date: TODAY, status: 'unknown', sources: ['field-survey'] }],
			promise: null,
			checked: TODAY
		});
		expect(properties.location.basis.zh).toContain(name);
	});

	it('reads the sheet that is named, and says which there are', async () => {
		const content = workbook({ 封面: [['说明']], 点位: [rows[0]!, rows[1]!] });
		const options = [...SITES, '--datum', 'wgs84'];
		const { issues } = await problems('a.xlsx', content, [...options, '--sheet', '没有']);
		expect(issues?.[0]?.message).toContain('没有');
		expect((await report('a.xlsx', content, [...options, '--sheet', '点位'])).added).toHaveLength(
			1
		);
	});

	it('takes the coordinate columns that are named', async () => {
		const content = 'n,e,east,north\n芦苇实验室,Reed Lab,83.0551,39.0152\n';
		const asked = await problems('a.csv', content, SITES);
		expect(asked.code).toBe(2);
		expect(asked.missing?.map(({ option }) => option)).toEqual([
			'--map lng=<column>',
			'--map lat=<column>'
		]);
		const map = ['lng=east', 'lat=north', 'name.zh=n', 'name.en=e'].flatMap((one) => [
			'--map',
			one
		]);
		const { added } = await report('a.csv', content, [...SITES, ...map, '--datum', 'wgs84']);
		expect(added[0]?.id).toBe('reed-lab');
	});

	it('names row, column and value of a coordinate that is none', async () => {
		const content = '名称,经度,纬度\n甲,83.05,39.01\n乙,东经83度,39.01\n';
		const { code, issues } = await problems('a.csv', content, SITES);
		expect(code).toBe(1);
		expect(issues?.[0]?.message).toMatch(/row 3.*经度.*东经83度/s);
	});
});

describe('datum', () => {
	const csv = (position: readonly number[]) =>
		`name_zh,name_en,lng,lat\n芦苇实验室,Reed Laboratory,${position.join()}\n`;

	it.each(['GCJ-02', 'BD-09'] as const)('%s: is converted, and the reading kept', async (datum) => {
		const read = fromWgs84([...POINT], datum);
		const option = datum.toLowerCase().replace('-', '');
		const { conversion } = await report('a.csv', csv(read), [...SITES, '--datum', option]);
		expect(conversion).toMatchObject({ from: datum, on: TODAY, features: 1 });
		expect(conversion?.shift).toBeGreaterThan(100);
		const { geometry, properties } = await site('reed-laboratory');
		const [lng = 0, lat = 0] = (geometry as { coordinates: number[] }).coordinates;
		expect(lng).toBeCloseTo(POINT[0], 5);
		expect(lat).toBeCloseTo(POINT[1], 5);
		expect(properties.location.reading).toEqual({ position: read, datum });
		expect(properties.location.basis.en).toContain(datum);
	});

	it('is asked for where nothing says it', async () => {
		const { code, missing } = await problems('a.csv', csv(POINT), SITES);
		expect(code).toBe(2);
		expect(missing?.map(({ option }) => option)).toEqual(['--datum <wgs84|cgcs2000|gcj02|bd09>']);
	});

	const withHarbour = (datum: 'WGS-84' | 'GCJ-02', crs?: string) => {
		const point = (name: string, english: string, at: readonly number[]) => ({
			type: 'Feature',
			properties: { name_zh: name, name_en: english },
			geometry: { type: 'Point', coordinates: fromWgs84([...at], datum) }
		});
		return JSON.stringify({
			type: 'FeatureCollection',
			...(crs && { crs: { type: 'name', properties: { name: crs } } }),
			features: [
				point('芦苇实验室', 'Reed Laboratory', POINT),
				point('磨坊站', 'Mill station', [83.06, 39.002])
			]
		});
	};

	it('is asked for when GeoJSON does not lie where its standard says', async () => {
		const { missing } = await problems('a.geojson', withHarbour('GCJ-02'), SITES);
		expect(missing?.[0]?.why).toMatch(/0 m as GCJ-02.*says GCJ-02.*perhaps gcj02/);
	});

	it('is asked for when the atlas contradicts what the file declares', async () => {
		const content = withHarbour('GCJ-02', 'urn:ogc:def:crs:OGC:1.3:CRS84');
		const { missing } = await problems('a.geojson', content, SITES);
		expect(missing?.[0]?.why).toContain('The file declares WGS-84');
	});

	it('is settled when the standard of the format and the atlas agree', async () => {
		const { datum, conversion } = await report('a.geojson', withHarbour('WGS-84'), SITES);
		expect(datum.datum).toBe('WGS-84');
		expect(datum.why).toContain('says WGS-84');
		expect(conversion).toBeNull();
	});
});

/** As QGIS exports it: a name, a crs, and the number of the row. */
const QGIS = JSON.stringify({
	type: 'FeatureCollection',
	name: 'roads',
	crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
	features: [
		{
			type: 'Feature',
			properties: { fid: 1, name: '苇桥大道', 'name:en': 'Reedbridge Avenue', highway: '主干路' },
			geometry: {
				type: 'MultiLineString',
				coordinates: [
					[
						[83.0301234567, 39.0101234567],
						[83.0401234567, 39.0121234567],
						[83.0401234568, 39.0121234568]
					]
				]
			}
		},
		{
			type: 'Feature',
			properties: { fid: 2, name: '苇桥隧道', 'name:en': null, highway: 'tunnel' },
			geometry: {
				type: 'LineString',
				coordinates: [
					[83.05, 39.01],
					[83.06, 39.012]
				]
			}
		},
		{
			type: 'Feature',
			properties: { fid: 3, name: null, 'name:en': null, highway: 'residential' },
			geometry: {
				type: 'LineString',
				coordinates: [
					[83.05, 39.01],
					[83.06, 39.014]
				]
			}
		},
		{
			type: 'Feature',
			properties: { fid: 4, name: '远路', 'name:en': 'Far Road', highway: 'primary' },
			geometry: {
				type: 'LineString',
				coordinates: [
					[84, 39],
					[84.1, 39]
				]
			}
		}
	]
});

describe('a layer', () => {
	const options = [...ROADS, '--licence', 'CC-BY-4.0', '--value', 'class:residential='];

	it('is written with its record, its conversion and its entry in atlas.json', async () => {
		const before = await readFile(join(dir, 'atlas.json'), 'utf8');
		const told = await report('roads.geojson', QGIS, options);
		expect(told.mapping).toEqual({
			'name.zh': 'name',
			'name.en': 'name:en',
			class: 'highway'
		});
		expect(told.dropped).toEqual(['fid']);
		expect(told.halfNamed).toEqual([2]);
		expect(told.skipped.map(({ number }) => number)).toEqual([3, 4]);
		const { record, features, issues } = await layer('roads');
		expect(issues).toEqual([]);
		expect(record).toMatchObject({
			type: 'road',
			group: 'roads',
			licence: 'CC-BY-4.0',
			attribution: { zh: '© 苇桥测绘', en: '© Reedbridge Survey' },
			sources: ['field-survey'],
			asOf: '2025-09',
			accuracy: [5, 20],
			conversion: { from: 'CGCS2000', on: TODAY, features: 2, shift: 0 }
		});
		expect(features.map(({ id, properties }) => [id, properties])).toEqual([
			[
				'reedbridge-avenue',
				{ name: { zh: '苇桥大道', en: 'Reedbridge Avenue' }, class: 'primary' }
			],
			['roads-2', { name: null, class: 'tunnel' }]
		]);
		expect(features[0]?.geometry).toEqual({
			type: 'LineString',
			coordinates: [
				[83.030123, 39.010123],
				[83.040123, 39.012123]
			]
		});
		const text = await readFile(join(dir, 'layers/roads.geojson'), 'utf8');
		expect(text.split('\n').filter((line) => line.includes('"Feature"'))).toHaveLength(2);
		const after = await readFile(join(dir, 'atlas.json'), 'utf8');
		expect(after.replace(',\n\t\t"roads"', '')).toBe(before);
	});

	it('is listed right above the layers that lie below it', async () => {
		await report('roads.geojson', QGIS, options);
		const { data } = await readAtlas(dir);
		const order = Object.keys(LAYER_PROPERTIES);
		const heights = data!.layers.map(({ record }) => order.indexOf(record.type));
		const at = data!.layers.findIndex(({ record }) => record.id === 'roads');
		expect(heights[at - 1]).toBeLessThan(heights[at]!);
		for (const height of heights.slice(at + 1)) expect(height).toBeGreaterThan(heights[at]!);
	});

	it('is the same when it is added again, on another day too', async () => {
		await report('roads.geojson', QGIS, options);
		const before = await contents();
		const { code, text } = await add('roads.geojson', QGIS, options, {
			today: new Date(2026, 3, 1)
		});
		expect(code).toBe(0);
		expect(text).toContain('Nothing to add');
		expect(await contents()).toEqual(before);
	});

	it('is not written over by another one of its id', async () => {
		await report('roads.geojson', QGIS, options);
		const other = QGIS.replace('Reedbridge Avenue', 'Reed Avenue');
		const { code, issues } = await problems('roads.geojson', other, options);
		expect(code).toBe(1);
		expect(issues?.[0]?.message).toContain('There is a layer "roads" already');
	});

	it('is only shown with --dry-run', async () => {
		const before = await contents();
		const { code, text } = await add('roads.geojson', QGIS, [...options, '--dry-run']);
		expect(code).toBe(0);
		expect(text).toContain(
			'Would write: layers/roads.geojson, layers/roads.layer.json, atlas.json'
		);
		expect(await contents()).toEqual(before);
	});

	it('lists the value of a class that is not known, and its columns', async () => {
		const { code, missing, columns } = await problems('roads.geojson', QGIS, ROADS);
		expect(code).toBe(2);
		expect(missing?.map(({ option }) => option)).toEqual(['--value "class:residential=<value>"']);
		expect(columns?.[1]).toEqual({ name: 'name', samples: ['苇桥大道', '苇桥隧道', '远路'] });
	});

	it('leaves out every class that is neither given nor known, with *', async () => {
		const { added, skipped } = await report('roads.geojson', QGIS, [
			...[...ROADS, '--licence', 'CC-BY-4.0'],
			...['--value', 'class:tunnel=trunk', '--value', 'class:*=']
		]);
		expect(added.map(({ number }) => number)).toEqual([1, 2]);
		expect(skipped[0]).toEqual({ number: 3, why: 'its "class" is "residential"' });
		const { features } = await layer('roads');
		expect(features.map(({ properties }) => properties['class'])).toEqual(['primary', 'trunk']);
	});

	it('has its outlines wound as RFC 7946 says', async () => {
		const clockwise = [
			[83.03, 39.01],
			[83.03, 39.02],
			[83.04, 39.02],
			[83.04, 39.01],
			[83.03, 39.01]
		];
		const park = JSON.stringify({ type: 'Polygon', coordinates: [clockwise] });
		await report('park.geojson', park, [
			...['--as', 'green', '--id', 'parks', '--source', 'field-survey', '--accuracy', '10'],
			...['--title-zh', '公园', '--title-en', 'Parks', '--datum', 'wgs84']
		]);
		const { features, issues } = await layer('parks');
		expect(issues).toEqual([]);
		expect(features[0]?.geometry).toEqual({
			type: 'Polygon',
			coordinates: [clockwise.toReversed()]
		});
	});

	it('that lies beside the others in another datum is refused by the check', async () => {
		const shifted = JSON.stringify({
			type: 'FeatureCollection',
			features: [
				{
					type: 'Feature',
					properties: { zh: '鹭站', en: 'Heron', lines: '1号线', status: 'open' },
					geometry: { type: 'Point', coordinates: fromWgs84([83.04, 39.005], 'GCJ-02') }
				}
			]
		});
		const { code, issues } = await problems('stops.geojson', shifted, [
			...['--as', 'metro-station', '--id', 'stops', '--source', 'field-survey'],
			...['--title-zh', '车站', '--title-en', 'Stops', '--accuracy', '5', '--datum', 'wgs84'],
			...['--map', 'name.zh=zh', '--map', 'name.en=en', '--keep-duplicates']
		]);
		expect(code).toBe(1);
		expect(issues?.[0]?.message).toContain('converted from GCJ-02');
	});
});

describe('shapefiles', () => {
	const UTM =
		'PROJCS["WGS_1984_UTM_Zone_44N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",81.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
	const CGCS =
		'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
	const zipped = (position: readonly number[], prj: string, dbf: Uint8Array, cpg: string) =>
		zipSync({
			'导出/labels.shp': shpOf([[...position]]),
			'导出/labels.dbf': dbf,
			'导出/labels.prj': strToU8(prj),
			'导出/labels.cpg': strToU8(cpg)
		});
	const LABELS = [
		...['--as', 'label', '--id', 'labels', '--source', 'field-survey', '--accuracy', '50'],
		...['--title-zh', '地名', '--title-en', 'Names', '--licence', 'CC-BY-4.0'],
		...['--set', 'class=neighbourhood', '--set', 'name.en=Old Town']
	];

	it('in UTM and UTF-8 becomes a layer, and the record says from which plane', async () => {
		// 83.05, 39.015 by proj, UTM zone 44N
		const content = zipped([677483.549, 4320440.436], UTM, dbfOf(['老城']), 'UTF-8');
		const { notes } = await report('labels.zip', content, LABELS);
		expect(notes[0]).toEqual({ kind: 'projected', value: 'WGS_1984_UTM_Zone_44N' });
		const { record, features, issues } = await layer('labels');
		expect(issues).toEqual([]);
		expect(record.conversion).toMatchObject({
			from: 'WGS-84',
			projection: 'WGS_1984_UTM_Zone_44N',
			features: 1,
			shift: 0
		});
		expect(features[0]).toMatchObject({
			id: 'old-town',
			geometry: { type: 'Point', coordinates: [83.05, 39.015] },
			properties: { name: { zh: '老城', en: 'Old Town' }, class: 'neighbourhood' }
		});
	});

	it.each(['GBK', 'CP936', '936'])('in CGCS2000 with a table in %s is read', async (cpg) => {
		const dbf = dbfOf(['??']);
		dbf.set(gb18030('老城'), 66);
		const content = zipped([83.05, 39.015], CGCS, dbf, cpg);
		const { conversion, added } = await report('labels.zip', content, LABELS);
		expect(added[0]?.name).toBe('老城');
		expect(conversion).toMatchObject({ from: 'CGCS2000', features: 1 });
	});
});

const PLACEMARKS = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>收藏</name>
<Style id="s"><IconStyle><Icon><href>http://example.org/i.png</href></Icon></IconStyle></Style>
<Folder><name>我的收藏</name><Placemark><name>芦苇实验室</name><styleUrl>#s</styleUrl>
<ExtendedData><Data name="english"><value>Reed Laboratory</value></Data></ExtendedData>
<Point><coordinates>83.0551,39.0152,0</coordinates></Point></Placemark></Folder></Document></kml>`;

describe('KML, KMZ and GPX', () => {
	it.each([
		['a.kml', PLACEMARKS],
		['a.kmz', kmzOf(PLACEMARKS)]
	])('%s with folders: needs its datum, then becomes sites', async (name, content) => {
		const { missing } = await problems(name, content, SITES);
		expect(missing?.[0]?.why).toContain('exports of Chinese map services often are not');
		const { added } = await report(name, content, [...SITES, '--datum', 'gcj02']);
		expect(added[0]?.id).toBe('reed-laboratory');
		expect((await site('reed-laboratory')).properties.location.reading?.datum).toBe('GCJ-02');
	});

	it('takes the tracks of a GPX file for roads and skips its waypoints', async () => {
		const gpx = `<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="39.01" lon="83.05"><name>起点</name></wpt>
<trk><name>河边路</name><trkseg><trkpt lat="39.01" lon="83.05"/><trkpt lat="39.02" lon="83.06"/></trkseg></trk></gpx>`;
		const { added, skipped } = await report('walk.gpx', gpx, [
			...ROADS,
			...['--set', 'class=primary', '--set', 'name.en=Riverside Road', '--datum', 'wgs84']
		]);
		expect(added).toEqual([{ number: 2, id: 'riverside-road', name: '河边路' }]);
		expect(skipped).toEqual([{ number: 1, why: expect.stringContaining('Point') as string }]);
	});
});

describe('what is certain and what is not', () => {
	it('both coordinates in one column of a map service are, and their datum', async () => {
		const content = '名称,英文名,高德坐标\n甲楼,A House,"116.4,39.9"\n';
		const { issues } = await problems('a.csv', content, SITES);
		expect(issues?.[0]?.message).toContain('it lies outside of the atlas');
	});

	it('a column is, if it alone says its language; of two that say it, one has to be named', async () => {
		const head = 'name,name_zh,name_cn,english,lng,lat\n';
		const content = `${head}x,甲楼,乙楼,A House,83.05,39.01\n`;
		const options = [...SITES, '--datum', 'wgs84'];
		const { missing } = await problems('a.csv', content, options);
		expect(missing?.map(({ option }) => option)).toEqual(['--map name.zh=<column>']);
		const one = content.replace('name_cn', 'note');
		expect((await report('a.csv', one, options)).mapping).toMatchObject({
			'name.zh': 'name_zh',
			'name.en': 'english'
		});
	});

	it('the licence is not: what is made from OpenStreetMap stands in a file of its own', async () => {
		const content = '名称,英文名,lng,lat\n甲楼,A House,83.05,39.01\n';
		const options = SITES.map((word) => (word === 'CC-BY-4.0' ? 'ODbL-1.0' : word));
		const publisher = '"publisher": { "zh": "苇桥测绘", "en": "';
		await edit(dir, 'sources.json', `${publisher}Reedbridge Survey`, `${publisher}OpenStreetMap`);
		const { written } = await report('a.csv', content, [...options, '--datum', 'wgs84']);
		expect(written).toEqual(['sites-osm.geojson']);
		expect((await site('a-house')).file).toBe('sites-osm.geojson');
	});
});

describe('duplicates', () => {
	const csv = (...rows: string[]) => `name_zh,name_en,kind,lng,lat\n${rows.join('\n')}\n`;
	const options = SITES.filter((word) => word !== 'kind=lab').filter(
		(word, i, words) => !(word === '--set' && words[i + 1]?.startsWith('--'))
	);

	it('by name, alias, id and place are told and skipped', async () => {
		const content = csv(
			'灯 厂,Other Works,factory,83.02,39.03',
			'鹭站二号,HERON,lab,83.02,39.03',
			'新站,Heron Station,station,83.0402,39.0051',
			'北岸厂,North Bank Works,factory,83.072,39.021',
			'鹭亭,Heron Pavilion,lab,83.04001,39.00501',
			'芦苇实验室,Reed Laboratory,lab,83.0551,39.0152',
			'芦苇实验室,Reed Laboratory 2,lab,83.0901,39.0152'
		);
		const { duplicates, added } = await report('a.csv', content, [...options, '--datum', 'wgs84']);
		expect(duplicates.map(({ number, of, why }) => [number, of, why])).toEqual([
			[1, 'lantern-works', 'has the name "灯厂"'],
			[2, 'heron-station', 'has the name "Heron"'],
			[3, 'heron-station', 'has the same id "heron-station"'],
			[4, 'lantern-works', 'is a factory within the accuracy of 900 m'],
			[5, 'heron-station', 'lies within 50 m'],
			[7, 'feature 6', 'has the name "芦苇实验室"']
		]);
		expect(duplicates[4]?.metres).toBe(1);
		expect(added.map(({ number }) => number)).toEqual([6]);
	});

	it('are added all the same when that is said', async () => {
		const content = csv('鹭亭,Heron Pavilion,lab,83.04001,39.00501');
		const { added, duplicates } = await report('a.csv', content, [
			...options,
			...['--datum', 'wgs84', '--keep-duplicates']
		]);
		expect(added).toHaveLength(1);
		expect(duplicates[0]?.isKept).toBe(true);
	});

	it('are all that there is when the same file comes again', async () => {
		const content = csv('芦苇实验室,Reed Laboratory,lab,83.0551,39.0152');
		await report('a.csv', content, [...options, '--datum', 'wgs84']);
		const before = await contents();
		const again = await report('a.csv', content, [...options, '--datum', 'wgs84']);
		expect(again).toMatchObject({ added: [], written: [] });
		expect(await contents()).toEqual(before);
	});
});

describe('what is missing', () => {
	it('is the English name of each place, by its number and name', async () => {
		const content =
			'名称,英文名,经度,纬度\n甲楼,,83.05,39.01\n乙楼,B House,83.051,39.011\n丙楼,,83.052,39.012\n';
		const { code, issues } = await problems('a.csv', content, [...SITES, '--datum', 'wgs84']);
		expect(code).toBe(1);
		expect(issues?.map(({ message }) => message)).toEqual([
			'Feature 1 "甲楼" has no English name.',
			'Feature 3 "丙楼" has no English name.'
		]);
	});

	it('is told all at once, with the options to add', async () => {
		const content = '名称,经度,纬度\n甲楼,83.05,39.01\n';
		const { code, missing } = await problems('a.csv', content, ['--as', 'sites']);
		expect(code).toBe(2);
		expect(missing?.map(({ option }) => option.split(/[=<]/)[0]?.trim())).toEqual([
			'--map name.en',
			'--map kind',
			'--map theme',
			'--map accuracy',
			'--datum',
			'--source',
			'--licence'
		]);
	});

	it.each([
		[['--as', 'pond'], '--as is "pond"'],
		[[...SITES, '--datum', 'wgs72'], '"wgs72" is none of'],
		[[...SITES, '--map', 'nam.zh=名称'], '"nam.zh" is no property'],
		[[...SITES, '--map', 'name.zh=名'], 'There is no column "名"'],
		[[...SITES, '--source', 'nobody'], 'sources.json has no "nobody"']
	])('is told apart from what is wrong: %j', async (options, why) => {
		const { code, faults } = await problems('a.csv', '名称,经度,纬度\n甲,83.05,39.01\n', options);
		expect(code).toBe(2);
		expect(faults?.join()).toContain(why);
	});

	it('is a file or a folder', async () => {
		const write = () => undefined;
		const io = { dir, today: NOW, write, ask: null };
		expect(await addCommand([], io)).toBe(2);
		const wrong = await problems('a.csv', 'x', ['--no-such-option']);
		expect(wrong).toMatchObject({ code: 2, faults: [expect.stringContaining('no-such-option')] });
		expect(await addCommand(['a.csv', 'no-such-folder'], io)).toBe(2);
		expect(await addCommand(['no-such-file.csv', '--as', 'sites'], io)).toBe(1);
	});
});

describe('on a terminal', () => {
	it('asks for what is missing one by one, and takes guesses and a new source', async () => {
		const asked: string[] = [];
		const answers: [RegExp, string][] = [
			[/^Column of "name.zh"/m, ''],
			[/^Column of "name.en"/m, ''],
			[/"kind"/, '=lab'],
			[/"theme"/, '=innovation'],
			[/"accuracy"/, '=600'],
			[/^Datum/, 'GCJ-02'],
			[/^Source/, 'walk-2026'],
			[/^Kind/, ''],
			[/^Publisher in Chinese/, ''],
			[/^Title as published/, ''],
			[/in Chinese$/, '走访时记下的点'],
			[/in English$/, 'Points noted on a walk'],
			[/^Day of publication/, ''],
			[/address/, ''],
			[/^Licence/, 'CC-BY-4.0'],
			[/has no English name/, 'B House']
		];
		const ask: Ask = (question) => {
			asked.push(question);
			const [, answer] = answers.find(([pattern]) => pattern.test(question)) ?? [];
			if (answer === undefined) throw new Error(`Nobody expects: ${question}`);
			return Promise.resolve(answer);
		};
		const content = '名称,英文名,经度,纬度\n甲楼,A House,83.05,39.01\n乙楼,,83.06,39.011\n';
		const { code, text } = await add('a.csv', content, ['--as', 'sites'], { ask });
		expect(text).toContain('a-house 甲楼');
		expect(code).toBe(0);
		expect(asked[0]).toMatch(/Columns of the file:\n {2}名称 +甲楼 · 乙楼\n/);
		const { data, issues } = await readAtlas(dir);
		expect(issues).toEqual([]);
		expect(data?.sources.at(-1)).toMatchObject({
			id: 'walk-2026',
			kind: 'dataset',
			checked: TODAY
		});
		const { properties } = await site('b-house');
		expect(properties.location).toMatchObject({ precision: 'approximate', accuracy: 600 });
		expect(text).toContain('unnamed-site');
	});

	it('writes nothing if a file has changed while it was asking', async () => {
		const path = join(dir, 'sites.geojson');
		const ask: Ask = async (question, guess) => {
			if (!question.includes('may be heron-station')) return guess ?? '';
			const text = await readFile(path, 'utf8');
			await writeFile(path, text.replace('鹭站', '新鹭站'));
			return 'y';
		};
		const content = '名称,英文名,经度,纬度\n鹭亭,Heron Pavilion,83.04001,39.00501\n';
		const { code, text } = await add('a.csv', content, [...SITES, '--datum', 'wgs84'], { ask });
		expect(code).toBe(1);
		expect(text).toContain('sites.geojson');
		expect(text).toContain('Run the command again.');
		expect(await readFile(path, 'utf8')).not.toContain('鹭亭');
	});

	it('asks about a duplicate', async () => {
		const content = '名称,英文名,经度,纬度\n鹭亭,Heron Pavilion,83.04001,39.00501\n';
		const answer =
			(yes: string): Ask =>
			(question, guess) =>
				Promise.resolve(question.includes('may be heron-station') ? yes : (guess ?? ''));
		const options = [...SITES, '--datum', 'wgs84'];
		const no = await add('a.csv', content, options, { ask: answer('') });
		expect(no.text).toContain('Nothing to add');
		const yes = await add('a.csv', content, options, { ask: answer('y') });
		expect(yes.text).toContain('added all the same');
	});
});

describe('what would harm', () => {
	it.each([
		['a bomb', 'a.kmz', zipBomb('doc.kml', 210 * 2 ** 20), 'unpacks to more than'],
		[
			'a workbook that is one',
			'a.xlsx',
			zipSync({
				'xl/workbook.xml': new Uint8Array(0),
				'xl/big.xml': new Uint8Array(210 * 2 ** 20)
			}),
			'unpacks to more than'
		],
		[
			'an entity',
			'a.kml',
			'<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY e SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&e;</name><Point><coordinates>83.05,39.01</coordinates></Point></Placemark></kml>',
			'not well-formed XML'
		],
		['metres for degrees', 'a.csv', '名称,经度,纬度\n甲,676642.5,4319311.1\n', 'not on earth'],
		['a workbook of 1997', 'a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'Excel 97'],
		['half a shapefile', 'a.shp', shpOf([[83, 39]]), 'one part of a shapefile']
	])(
		'%s is refused, and nothing is changed',
		async (_, name, content, why) => {
			const { code, issues } = await problems(name, content, [...SITES, '--datum', 'wgs84']);
			expect(code).toBe(1);
			expect(issues?.[0]?.message).toContain(why);
			expect(issues?.[0]?.fix).not.toBe('');
		},
		60_000
	);

	it('a key like __proto__ is a column like others', async () => {
		const content = `{"type":"Feature","properties":{"__proto__":"x","name":"甲楼","en":"A House"},"geometry":{"type":"Point","coordinates":[83.05,39.01]}}`;
		const options = [...SITES, '--datum', 'wgs84', '--map', 'name.en=en'];
		expect((await report('a.json', content, options)).dropped).toEqual(['__proto__']);
	});

	it('coordinates that are swapped are told, not skipped', async () => {
		const content = '名称,英文名,经度,纬度\n甲楼,A House,39.01,83.05\n';
		const { code, issues } = await problems('a.csv', content, [...SITES, '--datum', 'wgs84']);
		expect(code).toBe(1);
		expect(JSON.stringify(issues)).toContain('39.01');
	});

	it('a file that lies elsewhere is refused as a whole', async () => {
		const content = '名称,英文名,经度,纬度\n甲楼,A House,116.4,39.9\n';
		const { code, issues } = await problems('a.csv', content, [...SITES, '--datum', 'wgs84']);
		expect(code).toBe(1);
		expect(issues?.[0]?.message).toContain('None of its 1 features can be added');
	});
});
