import { kml } from '@tmcw/togeojson';
import { check } from '@placemarkio/check-geojson';
import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { briefOf } from '../../src/lib/atlas/brief';
import type { LngLat } from '../../src/lib/atlas/schema';
import { csvOf } from '../../src/lib/export/csv';
import type { Export } from '../../src/lib/export/export';
import { geojsonOf } from '../../src/lib/export/geojson';
import { kmlOf } from '../../src/lib/export/kml';
import { shownSites, type PublishedFile, type Wanted } from '../../src/lib/export/shown-sites';
import { fileName, FORMATS } from '../../src/lib/explorer/tools/export/formats';
import { filterWords } from '../../src/lib/explorer/tools/filter-words';
import { en } from '../../src/lib/explorer/strings/en';
import { zh } from '../../src/lib/explorer/strings/zh';
import { NO_FILTER, type Filter } from '../../src/lib/view/filter';
import { allSites } from '../../src/pipeline/downloads/all-sites';
import { fixtureAtlas } from '../support/fixture-atlas';
import { readCsv } from '../support/read-csv';

const { sites } = briefOf(fixtureAtlas(), 'zh');
const file = JSON.parse(geojsonOf(allSites(fixtureAtlas()))) as PublishedFile;
const [first, second, third, fourth] = sites;
if (!first || !second || !third || !fourth) throw new Error('The fixture has four sites.');

const ADDRESS = 'https://atlas.example/?panel=tools&tool=export&status=open&date=2025-07-01';

function wanted(changes: Partial<Wanted> = {}): Wanted {
	return { lang: 'zh', sites, day: null, shown: null, filter: '', address: ADDRESS, ...changes };
}

const onTheDay = wanted({
	sites: [first, third, fourth],
	day: '2025-07-01',
	filter: '距珊瑚港站不超过2公里',
	shown: {
		statuses: {
			[first.id]: { status: 'open', basis: 'known' },
			[third.id]: { status: 'planned', basis: 'uncertain' },
			[fourth.id]: { status: 'unknown', basis: 'uncertain' }
		},
		leftOut: new Set([second.id]),
		perhaps: new Set([fourth.id])
	}
});
const exported = () => shownSites(file, onTheDay);

/** What came back from a file: texts, and geometries to six decimals. */
interface Returned {
	id: string;
	name: string;
	status: string;
	shown: string;
	geometry: Geometry | null;
}

/** What was exported, as it must come back. */
function sent({ sites: all }: Export): Returned[] {
	return all.map(({ id, facts, geometry }) => ({
		id,
		name: String(facts['name_zh']),
		status: String(facts['status']),
		shown: String(facts['shown_status']),
		geometry: rounded(geometry)
	}));
}

describe('what is exported comes back the same', () => {
	test('from GeoJSON', () => {
		const { features } = check(FORMATS.geojson.write(exported())) as unknown as PublishedFile;
		const back = features.map(({ id, properties, geometry }) => ({
			id,
			name: properties['name_zh'],
			status: properties['status'],
			shown: properties['shown_status'],
			geometry: rounded(geometry)
		}));
		expect(back).toEqual(sent(exported()));
	});

	test('from CSV', () => {
		const back = readCsv(FORMATS.csv.write(exported())).map((row) => ({
			id: row['id'],
			name: row['name_zh'],
			status: row['status'],
			shown: row['shown_status'],
			geometry: rounded(fromWkt(row['wkt'] ?? ''))
		}));
		expect(back).toEqual(sent(exported()));
	});

	test('from KML', () => {
		const text = FORMATS.kml.write(exported());
		const xml = new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml');
		const { features } = kml(xml);
		const back = features.map(({ id, properties, geometry }) => ({
			id: String(id).replace(/^site-/, ''),
			name: properties?.['name'] as unknown,
			status: properties?.['status'] as unknown,
			shown: properties?.['shown_status'] as unknown,
			geometry: rounded(geometry)
		}));
		expect(back).toEqual(sent(exported()));
	});
});

describe('every kind of geometry', () => {
	// clockwise, with a hole that runs the other way: both formats want it the other way round
	const square = (low: number, high: number): Position[] => [
		[low, low],
		[low, high],
		[high, high],
		[high, low],
		[low, low]
	];
	const area = [square(0, 9), square(2, 4).reverse()];
	const outline = '(0 0, 9 0, 9 9, 0 9, 0 0)';
	const hole = '(2 2, 2 4, 4 4, 4 2, 2 2)';
	const polygon =
		'<Polygon>' +
		'<outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,9 0,0</coordinates></LinearRing></outerBoundaryIs>' +
		'<innerBoundaryIs><LinearRing><coordinates>2,2 2,4 4,4 4,2 2,2</coordinates></LinearRing></innerBoundaryIs>' +
		'</Polygon>';
	const line: Position[] = [
		[1, 2, 300],
		[3, 4, 300]
	];
	const point = '<Point><coordinates>1,2</coordinates></Point>';
	const path = '<LineString><coordinates>1,2 3,4</coordinates></LineString>';
	const multi = (parts: string) => `<MultiGeometry>${parts}</MultiGeometry>`;

	test.each<[Geometry, string, string]>([
		[{ type: 'Point', coordinates: [1, 2, 300] }, 'POINT (1 2)', point],
		[{ type: 'LineString', coordinates: line }, 'LINESTRING (1 2, 3 4)', path],
		[{ type: 'Polygon', coordinates: area }, `POLYGON (${outline}, ${hole})`, polygon],
		[{ type: 'MultiPoint', coordinates: line.slice(0, 1) }, 'MULTIPOINT (1 2)', multi(point)],
		[
			{ type: 'MultiLineString', coordinates: [line, line] },
			'MULTILINESTRING ((1 2, 3 4), (1 2, 3 4))',
			multi(path + path)
		],
		[
			{ type: 'MultiPolygon', coordinates: [area] },
			`MULTIPOLYGON ((${outline}, ${hole}))`,
			multi(polygon)
		],
		[
			{
				type: 'GeometryCollection',
				geometries: [
					{ type: 'Point', coordinates: [1, 2] },
					{ type: 'LineString', coordinates: line }
				]
			},
			'GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))',
			multi(point + path)
		]
	])('is written: %j', (geometry, wkt, markup) => {
		const site = { id: 'a', name: 'A', facts: { id: 'a' }, anchor: null, geometry };
		const all: Export = { title: { zh: '图', en: 'Map' }, terms: { licence: 'X' }, sites: [site] };
		expect(readCsv(csvOf(all))).toEqual([{ id: 'a', lng: '', lat: '', wkt }]);
		expect(kmlOf(all)).toContain(`</ExtendedData>\n${markup}\n</Placemark>`);
	});

	test('is a placemark with its facts as far as they are known', () => {
		const facts = { id: 'a', note: 'a < b', length: null };
		const site = { id: 'a', name: 'A & B', facts, anchor: null, geometry: null };
		const terms = { licence: 'X', review: 'Y' };
		expect(kmlOf({ title: { zh: '图', en: 'Map' }, terms, sites: [site] })).toBe(
			`<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
<name>图 / Map</name>
<description>licence: X
review: Y</description>
<Placemark id="site-a">
<name>A &amp; B</name>
<ExtendedData>
<Data name="id"><value>a</value></Data>
<Data name="note"><value>a &lt; b</value></Data>
</ExtendedData>
</Placemark>
</Document>
</kml>
`
		);
	});
});

describe('a cell of CSV', () => {
	test.each([
		['text', 'text'],
		['a "b"', '"a ""b"""'],
		['a,b', '"a,b"'],
		['a\nb', '"a\nb"'],
		['a\rb', '"a\rb"'],
		['=1', "'=1"],
		['+1', "'+1"],
		['-1', "'-1"],
		['@a', "'@a"],
		['\ta', "'\ta"],
		['\ra', '"\'\ra"'],
		['＝1', "'＝1"],
		['＋1', "'＋1"],
		['－1', "'－1"],
		['＠a', "'＠a"],
		['a=1', 'a=1'],
		[-1, '-1'],
		[0, '0'],
		[false, 'false'],
		[null, '']
	])('of %j is %j', (value, cell) => {
		const site = { id: 'a', name: 'A', facts: { value }, anchor: null, geometry: null };
		expect(csvOf({ sites: [site] })).toBe(`\uFEFFvalue,lng,lat,wkt\r\n${cell},,,\r\n`);
	});
});

describe('an export says', () => {
	const terms = {
		title_zh: '珊瑚区地图',
		as_of: '2026-11-01',
		licence: 'CC-BY-4.0',
		attribution_en: 'Atlas of Reef (CC-BY-4.0); © OpenStreetMap contributors',
		review_zh: '虚构的地方',
		datum: 'WGS-84',
		shown_on: '2025-07-01',
		filter: '距珊瑚港站不超过2公里',
		address: ADDRESS
	};

	test('on top of GeoJSON whose it is, what day and what filter it shows, and where', () => {
		expect(JSON.parse(FORMATS.geojson.write(exported()))).toMatchObject(terms);
	});

	test('the same in each row of CSV, with the licence and the sources of the place', () => {
		for (const row of readCsv(FORMATS.csv.write(exported()))) {
			expect(row).toMatchObject(terms);
			expect(row['geometry_licence']).toBe('CC-BY-4.0');
			expect(row['sources']).not.toBe('');
		}
	});

	test('the same in the description of KML', () => {
		const text = FORMATS.kml.write(exported());
		for (const [key, value] of Object.entries(terms).filter(([key]) => key !== 'title_zh'))
			expect(text).toContain(`${key}: ${value.replaceAll('&', '&amp;')}`);
	});

	test('which places the filter keeps only perhaps, and what their status rests on', () => {
		const facts = exported().sites.map((site) => site.facts);
		expect(facts.map((one) => one['meets_filter'])).toEqual(['yes', 'yes', 'perhaps']);
		expect(facts.map((one) => one['shown_basis'])).toEqual(['known', 'uncertain', 'uncertain']);
	});

	test('nothing of a day or a filter where there is none', () => {
		const { terms: bare, sites: all } = shownSites(file, wanted());
		expect(Object.keys(bare)).not.toContain('shown_on');
		expect(Object.keys(bare)).not.toContain('filter');
		expect(all[0]?.facts).toEqual(file.features[0]?.properties);
	});
});

test('names its places in the language of the page', () => {
	const name = (lang: 'zh' | 'en') => shownSites(file, wanted({ lang })).sites[0]?.name;
	expect([name('zh'), name('en')]).toEqual([first.name.zh, first.name.en]);
});

test('refuses a place that the published file lacks', () => {
	const stray = { ...first, id: 'stray' };
	expect(() => shownSites(file, wanted({ sites: [stray] }))).toThrow('no site "stray"');
});

test('cells that begin like formulas are disarmed, also those of the view', () => {
	const [row] = readCsv(FORMATS.csv.write(shownSites(file, wanted({ filter: '=1+1' }))));
	expect(row?.['filter']).toBe("'=1+1");
});

test('file names are ASCII, with the day and the number of places', () => {
	expect(fileName('nanan', '2025-07-01', 3, 'csv')).toBe('nanan-sites-2025-07-01-3.csv');
});

describe('a filter in words', () => {
	const filter: Filter = {
		...NO_FILTER,
		status: ['open', 'planned'],
		near: { origin: { site: 'a' }, metres: 1500 },
		area: [
			[1, 2],
			[3, 4],
			[5, 6]
		],
		text: '江'
	};
	const nameOf = () => '甲';

	test('is empty without conditions', () => {
		expect(filterWords(NO_FILTER, { lang: 'zh', strings: zh, nameOf })).toBe('');
	});

	test('names each condition in both languages', () => {
		expect(filterWords(filter, { lang: 'zh', strings: zh, nameOf })).toBe(
			'状态：已开通和计划中；距甲不超过1.5公里；在手绘范围内；名称包含“江”'
		);
		expect(filterWords(filter, { lang: 'en', strings: en, nameOf })).toBe(
			'Status: Open and Planned; within 1.5 km of 甲; in the drawn area; name contains “江”'
		);
	});

	test('gives a point by its position', () => {
		const at: LngLat = [106.6, 29.5];
		const near = { origin: { at }, metres: 800 };
		expect(filterWords({ ...NO_FILTER, near }, { lang: 'zh', strings: zh, nameOf })).toBe(
			'距经度106.6、纬度29.5处不超过800米'
		);
	});
});

function rounded(geometry: Geometry | null): Geometry | null {
	return JSON.parse(
		JSON.stringify(geometry, (_, value: unknown) =>
			typeof value === 'number' ? Number(value.toFixed(6)) : value
		)
	) as Geometry | null;
}

/** Point, line or area, which are all that the fixture has. */
function fromWkt(text: string): Geometry | null {
	if (text === '') return null;
	const type = (['Point', 'LineString', 'Polygon'] as const).find((one) =>
		text.startsWith(`${one.toUpperCase()} (`)
	);
	if (!type) throw new Error(`No such geometry: ${text}`);
	const array = text
		.slice(type.length + 1)
		.replaceAll('(', '[')
		.replaceAll(')', ']')
		.replaceAll(/(-?[\d.]+) (-?[\d.]+)/g, '[$1,$2]');
	const nested = JSON.parse(array) as unknown[];
	return { type, coordinates: type === 'Point' ? (nested[0] as Position) : nested } as Geometry;
}
