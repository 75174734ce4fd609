import { strToU8, zipSync } from 'fflate';
import type { Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { FileFault, type Fault } from '../../src/lib/files/fault';
import { LIMITS } from '../../src/lib/files/limits';
import type { ReadFile } from '../../src/lib/files/own-file';
import { readFile } from '../../src/lib/files/read-file';
import { collectionOf, dbfOf, kmzOf, shpOf, zipBomb, zippedShapefile } from '../support/own-files';

const CGCS_PLANE =
	'PROJCS["CGCS2000_3_Degree_GK_CM_105E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const WGS_84 =
	'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]';
const XIAN = CGCS_PLANE.replace('D_China_2000', 'D_Xian_1980').replace(
	'CGCS2000_3_Degree_GK_CM_105E',
	'Xian_1980_3_Degree_GK_CM_105E'
);

async function read(name: string, content: string | Uint8Array): Promise<ReadFile> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const found = await readFile(name, bytes);
	if ('header' in found) throw new Error(`It asks for columns: ${found.header.join()}`);
	return found;
}

async function faultOf(name: string, content: string | Uint8Array): Promise<Fault> {
	const error: unknown = await read(name, content).catch((reason: unknown) => reason);
	if (error instanceof FileFault) return error.fault;
	throw new Error(`No fault: ${JSON.stringify(error)}`);
}

const geojson = (geometry: unknown) =>
	JSON.stringify({
		type: 'FeatureCollection',
		features: [
			{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [106, 29] } },
			{ type: 'Feature', properties: {}, geometry }
		]
	});

describe('GeoJSON', () => {
	it('is a collection, a feature or a geometry', async () => {
		const point = { type: 'Point', coordinates: [106.5, 29.5, 240] };
		const feature = { type: 'Feature', id: 7, properties: { name: '桥' }, geometry: point };
		for (const root of [{ type: 'FeatureCollection', features: [feature] }, feature]) {
			const { features, columns } = await read('a.geojson', JSON.stringify(root));
			expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [106.5, 29.5] });
			expect(features[0]?.properties).toEqual({ id: 7, name: '桥' });
			expect(columns).toEqual(['id', 'name']);
		}
		expect((await read('a.json', JSON.stringify(point))).features).toHaveLength(1);
	});

	it('keeps a key like __proto__ as a property', async () => {
		const text = `{"type":"Feature","properties":{"__proto__":"x","a":{"b":1}},"geometry":null}`;
		const { features, notes } = await read('a.json', text);
		expect(Object.entries(features[0]!.properties)).toEqual([
			['__proto__', 'x'],
			['a', '{"b":1}']
		]);
		expect(Object.getPrototypeOf(features[0]!.properties)).toBe(Object.prototype);
		expect(notes).toEqual([{ kind: 'placeless', value: 1 }]);
	});

	it('cuts very long values and takes rings that turn either way or are open', async () => {
		const ring = [
			[106, 29],
			[106, 30],
			[107, 30],
			[107, 29]
		];
		const text = JSON.stringify({
			type: 'Feature',
			properties: { name: 'x'.repeat(2 ** 20) },
			geometry: { type: 'Polygon', coordinates: [ring] }
		});
		const { features, notes } = await read('a.json', text);
		expect(features[0]?.geometry).toMatchObject({ coordinates: [[...ring, ring[0]]] });
		expect(String(features[0]?.properties['name'])).toHaveLength(LIMITS.text + 1);
		expect(notes).toEqual([
			{ kind: 'closed', value: 1 },
			{ kind: 'cut', value: 1 }
		]);
	});

	it('says the line and column where it is no longer JSON', async () => {
		expect(await faultOf('a.json', '{\n "type": "Feature",\n "a": 1,\n}')).toEqual({
			kind: 'json',
			place: { line: 4, column: 1 },
			value: '}'
		});
		const cutOff = geojson({ type: 'Point', coordinates: [106, 29] }).slice(0, -9);
		expect(await faultOf('a.json', cutOff)).toMatchObject({ kind: 'json', place: { line: 1 } });
	});

	it.each([
		[
			'a text as a number',
			{ type: 'Point', coordinates: ['106', 29] },
			'coordinates',
			'["106",29]'
		],
		['no numbers', { type: 'LineString', coordinates: [[106, null]] }, 'coordinates', '[106,null]'],
		['swapped axes', { type: 'Point', coordinates: [29, 106] }, 'out-of-range', '[29,106]'],
		['metres', { type: 'Point', coordinates: [36354123, 3267890] }, 'out-of-range', /36354123/],
		['another type', { type: 'Circle', coordinates: [106, 29] }, 'geometry', 'Circle'],
		['a line of one', { type: 'LineString', coordinates: [[106, 29]] }, 'too-few', '[[106,29]]'],
		[
			'a flat ring',
			{
				type: 'Polygon',
				coordinates: [
					[
						[106, 29],
						[107, 29]
					]
				]
			},
			'too-few',
			/107/
		]
	])('refuses %s and names the feature', async (_, geometry, kind, value) => {
		const fault = await faultOf('a.json', geojson(geometry));
		expect(fault).toMatchObject({ kind, place: { feature: 2 } });
		expect(fault.value).toMatch(value);
	});

	it.each(['Point', 'MultiPoint', 'LineString', 'Polygon', 'MultiPolygon'])(
		'takes an empty %s as no place',
		async (type) => {
			const { features } = await read('a.json', geojson({ type, coordinates: [] }));
			expect(features[1]?.geometry).toBeNull();
		}
	);

	it('refuses rings of a million vertices, deep nesting and other systems', async () => {
		const ring = `[106,29]${',[107,29]'.repeat(1e6)}`;
		const huge = geojson({ type: 'Polygon', coordinates: ['ring'] }).replace('"ring"', `[${ring}]`);
		expect(await faultOf('a.json', huge)).toMatchObject({
			kind: 'part-too-long',
			place: { feature: 2 }
		});
		let nested: unknown = { type: 'Point', coordinates: [106, 29] };
		for (let i = 0; i < 20; i++) nested = { type: 'GeometryCollection', geometries: [nested] };
		expect(await faultOf('a.json', geojson(nested))).toMatchObject({ kind: 'too-deep' });
		const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2360' } };
		const text = JSON.stringify({ type: 'FeatureCollection', crs, features: [] });
		expect(await faultOf('a.json', text)).toMatchObject({ kind: 'crs', value: /2360/ });
	});

	it('a hundred thousand brackets are a fault, not a crash', async () => {
		const text = `{"type":"Feature","geometry":null,"properties":{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`;
		const { features } = await read('a.json', text);
		expect(features[0]?.properties['a']).toBe('…');
		expect(await faultOf('a.json', '['.repeat(1e5))).toMatchObject({ kind: 'too-deep' });
	});
});

describe('CSV', () => {
	it('may have both coordinates in one column, where only one order is possible', async () => {
		const { features, columns, named } = await read(
			'a.csv',
			'名称,高德坐标\n桥,"106.55,29.56"\n渡口,\n'
		);
		expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [106.55, 29.56] });
		expect(features[1]?.geometry).toBeNull();
		expect(columns).toEqual(['名称', 'lng', 'lat']);
		expect(named).toBe('GCJ-02');
		const swapped = await read('a.csv', 'name\tlocation\n桥\t29.56,106.55\n');
		expect(swapped.features[0]?.geometry).toMatchObject({ coordinates: [106.55, 29.56] });
		await expect(read('a.csv', 'name\tlocation\n桥\t29.56,86.55\n')).rejects.toThrow('asks');
	});

	it.each([
		['lng,lat,name\n106.5,29.5,桥', ','],
		['名称;经度;纬度\n桥;106.5;29.5', ';'],
		['name\tLongitude\tLatitude\n桥\t106.5\t29.5', 'tab'],
		['name,GCJ02_lng,GCJ02_lat\r\n桥,106.5,29.5\r\n', 'datum in names']
	])('finds the coordinates in %j', async (text) => {
		const { features } = await read('a.csv', text);
		expect(features).toHaveLength(1);
		expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [106.5, 29.5] });
		expect(Object.values(features[0]!.properties)).toContain('桥');
	});

	it('takes the datum from the names of columns and files', async () => {
		expect((await read('a.csv', 'gcj02_lng,gcj02_lat\n106.5,29.5')).named).toBe('GCJ-02');
		expect((await read('a_bd09.csv', 'lng,lat\n106.5,29.5')).named).toBe('BD-09');
		expect((await read('a.csv', 'lng,lat\n106.5,29.5')).named).toBeNull();
	});

	it('reads GB18030, and UTF-8 with a mark', async () => {
		const gbk = new Uint8Array([
			...strToU8('lng,lat,name\n106.5,29.5,'),
			...[0xb2, 0xe8, 0xd4, 0xb0]
		]);
		const found = await read('a.csv', gbk);
		expect(found.features[0]?.properties['name']).toBe('茶园');
		expect(found.notes).toEqual([{ kind: 'gb18030', value: 'a.csv' }]);
		const marked = await read('a.csv', '\ufefflng,lat\n106.5,29.5');
		expect(marked.columns).toEqual(['lng', 'lat']);
	});

	it('asks where it is not clear', async () => {
		for (const header of ['a,b,c', 'lng,lon,lat']) {
			const bytes = strToU8(`${header}\n1,106.5,29.5`);
			expect(await readFile('a.csv', bytes)).toMatchObject({ header: header.split(',') });
			const found = await readFile('a.csv', bytes, { lng: 1, lat: 2 });
			expect(found).toMatchObject({
				features: [{ geometry: { type: 'Point', coordinates: [106.5, 29.5] } }]
			});
		}
	});

	it.each([
		['"106,5"', 'a decimal comma'],
		['106.5°', 'a unit'],
		["106°30'", 'minutes'],
		['0x6a', 'another base'],
		['1e2', 'an exponent'],
		['=1+1', 'a formula'],
		['', 'nothing, beside a latitude']
	])('refuses %s and names row and column', async (cell) => {
		const fault = await faultOf('a.csv', `name,lng,lat\n甲,106.5,29.5\n\n乙,${cell},29.5`);
		expect(fault).toMatchObject({ kind: 'number', place: { row: 4, field: 'lng' } });
	});

	it('keeps formulas as text, rows without a place, and columns of one name', async () => {
		const text = 'lng,lat,a,a\n106.5,29.5,"=HYPERLINK(""x"")",2\n,,3,4';
		const { features, columns, notes } = await read('a.csv', text);
		expect(columns).toEqual(['lng', 'lat', 'a', 'a (2)']);
		expect(features[0]?.properties).toMatchObject({ a: '=HYPERLINK("x")', 'a (2)': '2' });
		expect(notes).toEqual([{ kind: 'placeless', value: 1 }]);
	});

	it('says in which row a quotation mark is missing', async () => {
		const fault = await faultOf('a.csv', 'lng,lat,name\n106.5,29.5,x\n106.5,29.5,"y');
		expect(fault).toMatchObject({ kind: 'quotes', place: { row: 3 } });
	});
});

const kml = (inside: string) =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n${inside}\n</Document></kml>`;

describe('KML and KMZ', () => {
	const text =
		kml(`<Folder><Placemark><name>桥 &amp; 塔</name><description><![CDATA[<b>x</b>]]></description>
		<ExtendedData><Data name="高"><value>9</value></Data></ExtendedData>
		<MultiGeometry><Point><coordinates>106.5,29.5,0</coordinates></Point>
		<LineString><coordinates>106.5, 29.5 106.6, 29.6</coordinates></LineString></MultiGeometry></Placemark></Folder>
		<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>106,29 107,29 107,30 106,29</coordinates></LinearRing></outerBoundaryIs>
		<innerBoundaryIs><LinearRing><coordinates>106.5,29.1 106.6,29.1 106.6,29.2 106.5,29.1</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
		<Placemark><gx:Track xmlns:gx="x"><gx:coord>106 29 0</gx:coord><gx:coord>106.1 29 0</gx:coord></gx:Track></Placemark>`);

	it('a KMZ has also what its main document links to in it, as GDAL writes it', async () => {
		const link = (href: string) => `<NetworkLink><Link><href>${href}</href></Link></NetworkLink>`;
		const point = (name: string) =>
			kml(
				`<Placemark><name>${name}</name><Point><coordinates>106,29</coordinates></Point></Placemark>`
			);
		const found = await read(
			'a.kmz',
			zipSync({
				'doc.kml': strToU8(
					kml(
						`<Document>${link('layers/a.kml')}${link('https://x.invalid/b.kml')}${link('doc.kml')}</Document>`
					)
				),
				'layers/a.kml': strToU8(point('桥')),
				'layers/not-linked.kml': strToU8(point('塔'))
			})
		);
		expect(found.features.map(({ properties }) => properties)).toEqual([{ name: '桥' }]);
	});

	it.each([
		['KML', strToU8(text)],
		['KMZ', kmzOf(text)]
	])('%s gives places and properties', async (format, bytes) => {
		const found = await read('a', bytes);
		expect(found.format).toBe(format);
		const [first, second, third] = found.features;
		expect(first?.properties).toEqual({ name: '桥 & 塔', description: '<b>x</b>', 高: '9' });
		expect(first?.geometry).toMatchObject({
			geometries: [{ type: 'Point' }, { type: 'LineString' }]
		});
		expect(second?.geometry?.type).toBe('Polygon');
		expect(second?.geometry).toHaveProperty('coordinates.length', 2);
		expect(third?.geometry).toMatchObject({
			coordinates: [
				[106, 29],
				[106.1, 29]
			]
		});
	});

	it('says the line of a wrong position and of broken XML', async () => {
		const wrong = kml('<Placemark><Point>\n<coordinates>106.5</coordinates></Point></Placemark>');
		expect(await faultOf('a.kml', wrong)).toEqual({
			kind: 'coordinates',
			place: { line: 4, feature: 1 },
			value: '106.5'
		});
		const open = kml('<Placemark>\n<name>x</Placemark>');
		expect(await faultOf('a.kml', open)).toMatchObject({ kind: 'xml', place: { line: 4 } });
	});

	it('expands no entities, follows no links, and stops at deep nesting', async () => {
		const bomb = `<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
			<kml><Placemark><name>&f;&b;</name></Placemark></kml>`;
		expect(await faultOf('a.kml', bomb)).toMatchObject({ kind: 'xml', place: { line: 2 } });
		const link = kml(
			'<NetworkLink><Link><href>https://example.org/x.kml</href></Link></NetworkLink>'
		);
		expect(await faultOf('a.kml', link)).toMatchObject({ kind: 'no-features' });
		const deep = kml(`<Placemark>${'<a>'.repeat(1e5)}`);
		expect(await faultOf('a.kml', deep)).toMatchObject({ kind: 'too-deep' });
	});
});

describe('GPX', () => {
	const point = (name: string, lon: string, lat: string) =>
		`<${name} lon="${lon}" lat="${lat}"><ele>3</ele></${name}>`;

	it('gives waypoints, routes and tracks', async () => {
		const leg = `<trkseg>${point('trkpt', '106.5', '29.5')}${point('trkpt', '106.6', '29.5')}</trkseg>`;
		const single = `<trkseg>${point('trkpt', '106.5', '29.5')}</trkseg>`;
		const found = await read(
			'a.gpx',
			`<gpx version="1.1">${point('wpt', '106.5', '29.5')}<rte>${point('rtept', '106.5', '29.5')}${point('rtept', '106.6', '29.5')}</rte><trk><name>走</name>${leg}${single}${leg}</trk></gpx>`
		);
		expect(found.features.map(({ geometry }) => geometry?.type)).toEqual([
			'Point',
			'LineString',
			'MultiLineString'
		]);
		expect(found.features[2]?.properties).toEqual({ name: '走' });
	});

	it('says the line of a point without a place', async () => {
		const text = `<gpx>\n<trk><trkseg>${point('trkpt', '106.5', '29.5')}\n${point('trkpt', '106.5', '')}</trkseg></trk></gpx>`;
		expect(await faultOf('a.gpx', text)).toEqual({
			kind: 'coordinates',
			place: { line: 3, feature: 1 },
			value: 'lon="106.5" lat=""'
		});
	});
});

describe('shapefiles', () => {
	const points = [
		{ position: [106.5, 29.5], name: '茶园' },
		{ position: [106.6, 29.6], name: 'b' }
	];

	it('are read with their table', async () => {
		const found = await read('a.zip', zippedShapefile(points, { prj: WGS_84 }));
		expect(found).toMatchObject({ format: 'Shapefile', named: 'WGS-84', columns: ['NAME'] });
		expect(found.features[0]).toEqual({
			geometry: { type: 'Point', coordinates: [106.5, 29.5] },
			properties: { NAME: '茶园' }
		});
	});

	it('in CGCS2000 on a plane come back to longitude and latitude', async () => {
		// Transverse Mercator on its own central meridian: only the length of the meridian counts,
		// which is 3,320,113.398 m from the equator to 30° on this ellipsoid.
		const plane = [{ position: [500_000, 3_320_113.398], name: 'x' }];
		const found = await read('a.zip', zippedShapefile(plane, { prj: CGCS_PLANE }));
		const [first] = found.features;
		const [lng, lat] = (first?.geometry as Point).coordinates;
		expect(lng).toBeCloseTo(105, 7);
		expect(lat).toBeCloseTo(30, 7);
		expect(found.named).toBe('CGCS2000');
		expect(found.notes).toEqual([{ kind: 'projected', value: 'CGCS2000_3_Degree_GK_CM_105E' }]);
	});

	it('in another datum are refused by its name', async () => {
		expect(await faultOf('a.zip', zippedShapefile(points, { prj: XIAN }))).toEqual({
			kind: 'projection',
			place: { entry: 'points.prj' },
			value: 'Xian_1980_3_Degree_GK_CM_105E'
		});
	});

	it('without a projection are taken as degrees, or refused', async () => {
		const { notes } = await read('a.zip', zippedShapefile(points));
		expect(notes).toEqual([{ kind: 'no-projection', value: 'points.shp' }]);
		const plane = [{ position: [500_000, 3_320_113], name: 'x' }];
		expect(await faultOf('a.zip', zippedShapefile(plane))).toMatchObject({
			kind: 'out-of-range',
			place: { feature: 1 }
		});
	});

	it('cut off or with false counts are refused at the byte', async () => {
		const shp = shpOf(points.map(({ position }) => position));
		const cut = zipSync({ 'a.shp': shp.subarray(0, shp.length - 4) });
		expect(await faultOf('a.zip', cut)).toMatchObject({
			kind: 'shapefile',
			place: { entry: 'a.shp', feature: 2, byte: 128 }
		});
		const dbf = dbfOf(['x']);
		new DataView(dbf.buffer).setUint32(4, 4e9, true);
		const lying = zipSync({ 'a.shp': shp, 'a.dbf': dbf });
		expect(await faultOf('a.zip', lying)).toMatchObject({ kind: 'dbf', place: { entry: 'a.dbf' } });
	});

	it('come whole', async () => {
		expect(await faultOf('a.shp', shpOf([[106, 29]]))).toMatchObject({ kind: 'loose-shapefile' });
		const two = zipSync({ 'a.shp': shpOf([[106, 29]]), 'b.shp': shpOf([[106, 29]]) });
		expect(await faultOf('a.zip', two)).toMatchObject({
			kind: 'several-inside',
			value: 'a.shp, b.shp'
		});
	});
});

describe('archives', () => {
	it('that unpack to too much are stopped, whatever size they state', async () => {
		const bomb = zipBomb('doc.kml', LIMITS.unpacked + 1);
		expect(bomb.length).toBeLessThan(LIMITS.unpacked / 900);
		expect(await faultOf('a.kmz', bomb)).toMatchObject({
			kind: 'bomb',
			place: { entry: 'doc.kml' }
		});
	});

	it('with thousands of files, nothing to read or cut off are refused', async () => {
		const many = Object.fromEntries(
			Array.from({ length: LIMITS.entries + 1 }, (_, i) => [`${i}.txt`, new Uint8Array(1)])
		);
		expect(await faultOf('a.zip', zipSync(many))).toMatchObject({ kind: 'too-many-entries' });
		const other = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
		expect(await faultOf('a.xlsx', other)).toMatchObject({ kind: 'nothing-inside' });
		const whole = kmzOf(kml('<Placemark/>'.repeat(5000)));
		expect(await faultOf('a.kmz', whole.subarray(0, 60))).toMatchObject({
			kind: 'zip',
			place: { entry: 'doc.kml' }
		});
	});

	it('within archives are not opened', async () => {
		const inner = zipSync({ 'a.geojson': strToU8(geojson(null)) });
		expect(await faultOf('a.zip', zipSync({ 'b.zip': inner }))).toMatchObject({
			kind: 'nothing-inside'
		});
	});

	it('of one other file are that file', async () => {
		const text = JSON.stringify(collectionOf([{ position: [106, 29], properties: { a: 1 } }]));
		const found = await read(
			'a.zip',
			zipSync({ 'x/b.geojson': strToU8(text), '__MACOSX/b.geojson': strToU8('{') })
		);
		expect(found).toMatchObject({ format: 'GeoJSON', features: [{ properties: { a: 1 } }] });
	});
});

it.each([
	['a.csv', new Uint8Array(0), 'empty'],
	['a.csv', strToU8('  \n '), 'empty'],
	['a.png', new Uint8Array([0x89, 0x50, 0, 0]), 'unknown-format'],
	['a.html', strToU8('<!doctype html><html><script>alert(1)</script></html>'), 'unknown-format'],
	['a.doc', strToU8('hello'), 'unknown-format'],
	['a.json', strToU8('[1,2]'), 'not-geojson'],
	['a.json', strToU8('{"type":"Topology"}'), 'not-geojson'],
	['a.json', strToU8('{"type":"FeatureCollection","features":[]}'), 'no-features'],
	['a.json', strToU8('{"type":"FeatureCollection","features":[7]}'), 'not-geojson'],
	['a.csv', new Uint8Array([0xff, 0x20, 0x80, 0xff]), 'encoding'],
	['a.csv', new Uint8Array([...strToU8('lng,lat\n'), 0xff, 0x20, 0xff]), 'encoding']
])('%s %# is answered', async (name, bytes, kind) => {
	expect(await faultOf(name, bytes)).toMatchObject({ kind });
});
