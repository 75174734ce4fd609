import type { Feature, FeatureCollection, Polygon } from 'geojson';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Atlas, Site } from '../../src/lib/atlas/atlas';
import { LayerRecord, Line, SiteProperties, Source } from '../../src/lib/atlas/schema';
import { doubleArea } from '../../src/lib/geo/anchor';
import { csvOf } from '../../src/lib/export/csv';
import { geojsonOf } from '../../src/lib/export/geojson';
import { kmlOf } from '../../src/lib/export/kml';
import { allSites } from '../../src/pipeline/downloads/all-sites';
import { gazetteerJson } from '../../src/pipeline/downloads/gazetteer';
import { fixtureAtlas } from '../support/fixture-atlas';
import { readCsv } from '../support/read-csv';

const sitesGeojson = (atlas: Atlas) => geojsonOf(allSites(atlas));
const sitesCsv = (atlas: Atlas) => csvOf(allSites(atlas));
const sitesKml = (atlas: Atlas) => kmlOf(allSites(atlas));

type Facts = Record<string, string>;

describe('the fixture atlas', () => {
	it('obeys the schemas', () => {
		const { sites, lines, layers, sources } = fixtureAtlas();
		for (const site of sites) expect(v.is(SiteProperties, propertiesOf(site)), site.id).toBe(true);
		for (const line of lines) expect(v.is(Line, line)).toBe(true);
		for (const layer of layers) expect(v.is(LayerRecord, layer)).toBe(true);
		for (const source of Object.values(sources)) expect(v.is(Source, source)).toBe(true);
	});
});

describe('downloads', () => {
	it('state the same facts in GeoJSON, CSV and KML', () => {
		const atlas = fixtureAtlas();
		const geojson = parseGeojson(sitesGeojson(atlas)).features.map(({ properties }) =>
			factsOf(properties!)
		);
		const csv = readCsv(sitesCsv(atlas)).map(({ lng: _lng, lat: _lat, wkt: _wkt, ...facts }) =>
			factsOf({ ...facts, name_en: facts['name_en']!.replace(/^'/, '') })
		);
		const kml = parseKml(sitesKml(atlas)).map(({ facts }) => facts);
		expect(geojson).toHaveLength(4);
		expect(csv).toEqual(geojson);
		expect(kml).toEqual(geojson);
	});

	it('tell of each site what a reader needs to judge it', () => {
		const [harbour] = parseGeojson(sitesGeojson(fixtureAtlas())).features;
		expect(harbour!.properties).toMatchObject({
			id: '1st-harbour',
			aliases_zh: '港站; 珊瑚站',
			line: null,
			status: 'open',
			status_date: '2025-06-27',
			precision: 'exact',
			accuracy_m: 30,
			schematic: false,
			promise_by: '2025',
			outcome: 'kept',
			outcome_as_of: '2025-06-27',
			passages: '1; 3',
			checked: '2026-11-01',
			sources: '海图 | 珊瑚报, 珊瑚区，"新"的一年, 2025-01-02, https://example.org/news?id=1&page=2'
		});
	});

	it('give the circle that contains a place without geometry', () => {
		const laboratory = parseGeojson(sitesGeojson(fixtureAtlas())).features[3]!;
		expect(laboratory.geometry).toBeNull();
		expect(laboratory.properties).toMatchObject({
			precision: 'unlocated',
			accuracy_m: null,
			area_en: 'Outer reef',
			area_lng: 90.15,
			area_lat: 0.15,
			area_radius_m: 2000
		});
	});

	it('give the same bytes every time and leave the atlas as it is', () => {
		for (const write of [sitesGeojson, sitesCsv, sitesKml, gazetteerJson])
			expect(write(fixtureAtlas())).toBe(write(fixtureAtlas()));
	});

	it('refuse a site whose source is missing', () => {
		expect(() => sitesCsv({ ...fixtureAtlas(), sources: {} })).toThrow('Source "reef-map"');
	});
});

describe('sitesGeojson', () => {
	it('has the site id as feature id and the terms of use at the top', () => {
		const { features, ...top } = parseGeojson(sitesGeojson(fixtureAtlas()));
		expect(features.map(({ id }) => id)).toEqual([
			'1st-harbour',
			'coast-section',
			'lagoon',
			'tide-laboratory'
		]);
		expect(top).toEqual({
			type: 'FeatureCollection',
			title_zh: '珊瑚区地图',
			title_en: 'Atlas of Reef',
			as_of: '2026-11-01',
			licence: 'CC-BY-4.0',
			attribution_zh: '珊瑚区地图 (CC-BY-4.0); © OpenStreetMap 贡献者',
			attribution_en: 'Atlas of Reef (CC-BY-4.0); © OpenStreetMap contributors',
			review_zh: '虚构的地方',
			review_en: 'An invented place'
		});
	});

	it('shows the map review number if there is one', () => {
		const atlas: Atlas = { ...fixtureAtlas(), review: { number: '审字(2026)1号' } };
		expect(sitesGeojson(atlas)).toContain('"review_zh":"审字(2026)1号"');
	});

	it('turns outer rings counter-clockwise and holes clockwise', () => {
		const lagoon = parseGeojson(sitesGeojson(fixtureAtlas())).features[2]!;
		const [outer, hole] = (lagoon.geometry as Polygon).coordinates;
		expect(doubleArea(outer!)).toBeGreaterThan(0);
		expect(doubleArea(hole!)).toBeLessThan(0);
		expect(outer).toHaveLength(5);
	});
});

describe('sitesCsv', () => {
	it('begins with a byte order mark and ends every row with CR LF', () => {
		const csv = sitesCsv(fixtureAtlas());
		expect(csv.startsWith('\uFEFFid,name_zh,name_en,')).toBe(true);
		expect(csv.endsWith('\r\n')).toBe(true);
		expect(csv.replaceAll('\r\n', '').includes('\r')).toBe(false);
	});

	it('has anchor and well-known text, or nothing', () => {
		const places = readCsv(sitesCsv(fixtureAtlas())).map(({ lng, lat, wkt }) => [lng, lat, wkt]);
		expect(places).toEqual([
			['90.1', '0.1', 'POINT (90.1 0.1)'],
			['90.12', '0.1', 'LINESTRING (90.1 0.1, 90.12 0.1, 90.14 0.12)'],
			[
				'90.075',
				'0.075',
				'POLYGON ((90.06 0.06, 90.08 0.06, 90.08 0.08, 90.06 0.08, 90.06 0.06), ' +
					'(90.065 0.065, 90.065 0.07, 90.07 0.07, 90.07 0.065, 90.065 0.065))'
			],
			['', '', '']
		]);
	});

	it('quotes commas, quotes and line breaks', () => {
		const csv = sitesCsv(fixtureAtlas());
		expect(csv).toContain('"Harbour ""Reef"", <North> & South"');
		expect(csv).toContain('"Opens\nwithin the year"');
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])(
		'does not let %j run as a formula',
		(name) => {
			const [row] = readCsv(sitesCsv(withFirst({ name: { zh: name, en: 'x' } })));
			expect(row!['name_zh']).toBe(`'${name}`);
		}
	);

	it('leaves negative numbers numbers', () => {
		const [row] = readCsv(sitesCsv(withFirst({ anchor: [-90.5, -1.25] })));
		expect([row!['lng'], row!['lat']]).toEqual(['-90.5', '-1.25']);
	});

	it('writes every type of geometry as well-known text', () => {
		const geometry: Site['geometry'] = {
			type: 'GeometryCollection',
			geometries: [
				{
					type: 'MultiPoint',
					coordinates: [
						[1, 2],
						[3, 4]
					]
				},
				{
					type: 'MultiLineString',
					coordinates: [
						[
							[1, 2],
							[3, 4]
						],
						[
							[5, 6],
							[7, 8]
						]
					]
				},
				{
					type: 'MultiPolygon',
					coordinates: [
						[
							[
								[0, 0],
								[1, 0],
								[1, 1],
								[0, 0]
							]
						]
					]
				}
			]
		};
		const [row] = readCsv(sitesCsv(withFirst({ geometry })));
		expect(row!['wkt']).toBe(
			'GEOMETRYCOLLECTION (MULTIPOINT (1 2, 3 4), MULTILINESTRING ((1 2, 3 4), (5 6, 7 8)), ' +
				'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0))))'
		);
	});
});

describe('sitesKml', () => {
	it('is well-formed whatever stands in a name', () => {
		const name = { zh: 'a<b>&"c"\u0001', en: ']]>' };
		const [first] = parseKml(sitesKml(withFirst({ name })));
		expect(first!.facts).toMatchObject({ name_zh: 'a<b>&"c"', name_en: ']]>' });
	});

	it('has geometries in lng,lat order and a placemark without one for an unlocated site', () => {
		const shapes = parseKml(sitesKml(fixtureAtlas())).map(({ shape }) => shape);
		expect(shapes).toEqual([
			'<Point><coordinates>90.1,0.1</coordinates></Point>',
			'<LineString><coordinates>90.1,0.1 90.12,0.1 90.14,0.12</coordinates></LineString>',
			'<Polygon><outerBoundaryIs><LinearRing><coordinates>90.06,0.06 90.08,0.06 90.08,0.08 ' +
				'90.06,0.08 90.06,0.06</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs>' +
				'<LinearRing><coordinates>90.065,0.065 90.065,0.07 90.07,0.07 90.07,0.065 90.065,0.065' +
				'</coordinates></LinearRing></innerBoundaryIs></Polygon>',
			''
		]);
	});

	it('writes parts of a geometry together', () => {
		const geometry: Site['geometry'] = {
			type: 'MultiPoint',
			coordinates: [
				[1, 2],
				[3, 4]
			]
		};
		const [first] = parseKml(sitesKml(withFirst({ geometry })));
		expect(first!.shape).toBe(
			'<MultiGeometry><Point><coordinates>1,2</coordinates></Point>' +
				'<Point><coordinates>3,4</coordinates></Point></MultiGeometry>'
		);
	});

	it('names licence, attribution and review in the description', () => {
		const description = /<description>([^]*?)<\/description>/.exec(sitesKml(fixtureAtlas()))![1];
		expect(description).toContain('licence: CC-BY-4.0');
		expect(description).toContain('© OpenStreetMap contributors');
		expect(description).toContain('review_en: An invented place');
	});
});

describe('gazetteerJson', () => {
	it('lists names and aliases of all sites in order, each once', () => {
		const aliases = { zh: ['珊瑚港站', '港站', '港站'], en: [] };
		const text = gazetteerJson(withFirst({ aliases, name: { zh: '珊瑚港站', en: 'Harbour' } }));
		expect(JSON.parse(text)).toEqual({
			version: 1,
			names: [
				['1号线海岸段', 'coast-section', 'zh'],
				['=Lagoon+1', 'lagoon', 'en'],
				['Harbour', '1st-harbour', 'en'],
				['Line 1, coast section', 'coast-section', 'en'],
				['Tide Laboratory', 'tide-laboratory', 'en'],
				['实验室', 'tide-laboratory', 'zh'],
				['港站', '1st-harbour', 'zh'],
				['潟湖', 'lagoon', 'zh'],
				['潟湖社区', 'lagoon', 'zh'],
				['潮汐实验室', 'tide-laboratory', 'zh'],
				['珊瑚港站', '1st-harbour', 'zh']
			]
		});
	});
});

/** The fixture with some members of its first site replaced. */
function withFirst(changes: Partial<Site>): Atlas {
	const atlas = fixtureAtlas();
	const [first, ...others] = atlas.sites;
	return { ...atlas, sites: [{ ...first!, ...changes }, ...others] };
}

/** What the editor wrote of a site: without the members that reading adds. */
function propertiesOf(site: Site): unknown {
	const added = [
		'id',
		'licence',
		'geometry',
		'status',
		'anchor',
		'bounds',
		'article',
		'passages',
		'introducedBy'
	];
	return Object.fromEntries(Object.entries(site).filter(([key]) => !added.includes(key)));
}

/** As texts, without what is not known. */
function factsOf(record: Record<string, unknown>): Facts {
	const known = Object.entries(record).filter(([, value]) => value !== null && value !== '');
	return Object.fromEntries(known.map(([key, value]) => [key, String(value as string)]));
}

function parseGeojson(text: string): FeatureCollection<Feature['geometry'] | null> {
	return JSON.parse(text) as FeatureCollection;
}

function parseKml(text: string): { facts: Facts; shape: string }[] {
	checkWellFormed(text);
	return [...text.matchAll(/<Placemark[^>]*>([^]*?)<\/Placemark>/g)].map(([, body = '']) => {
		const data = body.matchAll(/<Data name="(\w+)"><value>([^]*?)<\/value><\/Data>/g);
		const facts = [...data].map(([, key, value]) => [key, unescaped(value!)]);
		const shape = body.slice(body.indexOf('</ExtendedData>') + '</ExtendedData>'.length).trim();
		return { facts: Object.fromEntries(facts) as Facts, shape };
	});
}

/** Every element closed in order, no bare sign, no character that XML forbids. */
function checkWellFormed(xml: string): void {
	const open: string[] = [];
	for (const [, close, name] of xml.matchAll(/<(\/?)([A-Za-z]+)[^<>]*>/g)) {
		if (!close) open.push(name!);
		else expect(open.pop()).toBe(name);
	}
	expect(open).toEqual([]);
	expect(xml.replaceAll(/<[?/]?[A-Za-z][^<>]*>/g, '')).not.toMatch(/[<>]/);
	expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
	// eslint-disable-next-line no-control-regex
	expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
}

function unescaped(text: string): string {
	return text
		.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
