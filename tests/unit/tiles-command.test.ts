import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import type { Feature, Geometry, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bounds } from '../../src/lib/atlas/schema';
import { tilesCommand } from '../../src/pipeline/tiles-command';
import { TILE_LIMIT } from '../../src/lib/compile/fit-tile';
import type { MadeTiles } from '../../src/pipeline/tiles/make-tiles';
import { project } from '../../src/pipeline/tiles/point-index';
import { ZoomsNeeded } from '../../src/pipeline/tiles/zoom-range';
import { openArchive, tileBytes } from '../support/memory-archive';

const SHORT_LINE = [
	[90.1, 0.1],
	[90.11, 0.1]
];
const POINT =
	'{"type":"Feature","properties":{"name":"礁","depth":2.5,"note":null},"geometry":{"type":"Point","coordinates":[90,0]}}';

let dir: string;
const out: string[] = [];
const err: string[] = [];

beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'atlas-tiles-'));
	out.length = err.length = 0;
	vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
	vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
});

afterEach(async () => {
	vi.restoreAllMocks();
	await rm(dir, { recursive: true });
});

describe('what atlas tiles makes', () => {
	it('is one layer of all features, with their properties', async () => {
		const made = await make([
			{ ...feature({ type: 'Point', coordinates: [90.1, 0.1] }), id: 'a' },
			feature({ type: 'LineString', coordinates: SHORT_LINE })
		]);
		const { features, layer } = await layerAt(made, [90.1, 0.1]);
		expect(layer).toBe('reef');
		expect(features.sort((a, b) => a.id! - b.id!)).toEqual([
			{ id: 1, type: 1, properties: { id: 'a', name: '礁', depth: 2.5 } },
			{ id: 2, type: 2, properties: { name: '礁', depth: 2.5 } }
		]);
		expect(await openArchive(made.archive).getMetadata()).toMatchObject({
			name: 'reef',
			vector_layers: [{ id: 'reef', fields: { id: 'String', name: 'String', depth: 'Number' } }]
		});
	});

	it('keeps ids that are whole numbers, and makes others an attribute', async () => {
		const made = await make([
			{ ...feature({ type: 'Point', coordinates: [90.1, 0.1] }), id: 4_294_967_299 },
			{ ...feature({ type: 'LineString', coordinates: SHORT_LINE }), id: 'way/7' }
		]);
		const { features } = await layerAt(made, [90.1, 0.1]);
		expect(features).toContainEqual(expect.objectContaining({ id: 4_294_967_299, type: 1 }));
		const other = features.find(({ type }) => type === 2)!;
		expect(other.id).toBeUndefined();
		expect(other.properties).toMatchObject({ id: 'way/7' });
	});

	it('takes the id from an attribute, and says of ids that stand twice', async () => {
		const point = feature({ type: 'Point', coordinates: [90.1, 0.1] });
		const numbered = { ...point, properties: { number: 7 } };
		const made = await make([numbered, numbered], '--id', 'number');
		const { features } = await layerAt(made, [90.1, 0.1]);
		expect(features.map(({ id }) => id)).toEqual([7, 7]);
		expect(made.repeated).toBe(1);
	});

	it('has the attributes that are chosen, under the name of the layer that is', async () => {
		const point = feature({ type: 'Point', coordinates: [90.1, 0.1] });
		const one = { ...point, properties: { a: 1, b: 2, c: 3, constructor: 'x' } };
		const kept = await layerAt(await make([one], '--keep', 'a, b', '--layer', 'Deep'), [90.1, 0.1]);
		expect(kept.layer).toBe('Deep');
		expect(kept.features[0]!.properties).toEqual({ a: 1, b: 2 });
		const dropped = await layerAt(await make([one], '--drop', 'b'), [90.1, 0.1]);
		expect(dropped.features[0]!.properties).toEqual({ a: 1, c: 3 });
	});

	it('is the same from every form of GeoJSON', async () => {
		const points = scattered(30, 0.2).map((point) => JSON.stringify(point));
		const list = points.join(',\n');
		const forms = [
			`{"type":"FeatureCollection","features":[${list}]}`,
			`\uFEFF {"name":"x","features" : [ ${list} ] ,"bbox":[1,2],"type" : "FeatureCollection"}\r\n`,
			points.join('\n'),
			points.map((text) => `\u001E${text}\n`).join(''),
			points.join(''),
			`{"type":"FeatureCollection","features":[]}\n{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[${list}]}`
		];
		const archives: Uint8Array[] = [];
		for (const form of forms) archives.push((await makeOf(form)).archive);
		const [first, ...others] = archives;
		for (const other of others) expect(Buffer.compare(other, first!)).toBe(0);
	});

	it('takes a single feature, a bare geometry and collections of geometries', async () => {
		const collection: Geometry = {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Point', coordinates: [90.1, 0.1, 300] },
				{ type: 'LineString', coordinates: [] },
				{
					type: 'MultiPoint',
					coordinates: [
						[90.1001, 0.1],
						[90.1002, 0.1]
					]
				}
			]
		};
		for (const value of [feature(collection), collection]) {
			const { features } = await layerAt(await makeOf(JSON.stringify(value)), [90.1, 0.1]);
			expect(features.map(({ id }) => id)).toEqual([1, 1, 1]);
		}
	});

	it('has every point in exactly one tile of the largest zoom', async () => {
		const points = scattered(500, 0.2);
		const made = await make(points);
		expect(await idsIn(made, points)).toEqual(points.map((_, i) => i + 1));
	});

	it('keeps points on the edges of tiles and of the world', async () => {
		const positions = [
			[0, 0],
			[180, 0],
			[-180, 0],
			[90, 0],
			[45, 0],
			[10, 90]
		];
		const points = positions.map((coordinates) => feature({ type: 'Point', coordinates }));
		expect(await idsIn(await make(points), points)).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('leaves out what has no place, and says how many and what else is odd', async () => {
		const made = await make(
			[
				feature({ type: 'Point', coordinates: [90.1, 0.1] }),
				feature(null),
				feature({ type: 'MultiPolygon', coordinates: [] }),
				feature({
					type: 'LineString',
					coordinates: [
						[179, 0],
						[-179, 0]
					]
				})
			],
			'--maxzoom',
			'3'
		);
		expect(made).toMatchObject({ features: 2, unplaced: 2, across: 1 });
	});

	it('thins crowded tiles below the limit, always the same way, and none at the end', async () => {
		const crowd = scattered(5_000, 0.3).map(withLongName);
		const made = await make(crowd);
		expect(made.thinned).toBeGreaterThan(0);
		expect(made.lost).toBe(0);
		const sizes = await tileSizes(made, crowd);
		expect(Math.max(...sizes)).toBe(made.largestTile);
		expect(made.largestTile).toBeLessThanOrEqual(TILE_LIMIT);
		expect(made.largestTile).toBeGreaterThan(TILE_LIMIT * 0.8);
		expect(Buffer.compare((await make(crowd)).archive, made.archive)).toBe(0);
	});

	it('shows the features of the largest rank where there is no room for all', async () => {
		const crowd = scattered(5_000, 0.3)
			.map(withLongName)
			.map((point, i) => {
				const people = i % 50 === 0 ? 1_000_000 + i : i;
				return { ...point, properties: { ...point.properties, people } };
			});
		const made = await make(crowd, '--rank', 'people', '--minzoom', '6');
		const tile = (await openArchive(made.archive).getZxy(6, 32, 31))!;
		const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers['reef']!;
		const ranks = Array.from({ length: layer.length }, (_, i) =>
			Number(layer.feature(i).properties['people'])
		);
		expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
		const inTile = crowd.filter(({ geometry }) => {
			const [lng = 0, lat = 0] = geometry?.type === 'Point' ? geometry.coordinates : [];
			return lng >= 0 && lat > 0;
		});
		expect(ranks.length).toBeLessThan(inTile.length);
		const best = inTile.filter(({ properties }) => properties.people >= 1_000_000).length;
		expect(best).toBeGreaterThan(10);
		expect(ranks.filter((rank) => rank >= 1_000_000)).toHaveLength(best);
	});

	it('makes a feature that would break a tile alone coarser, and leaves out too long a text', async () => {
		// a spiral of 150,000 vertices within one tile of zoom 14
		const coordinates = Array.from({ length: 150_000 }, (_, i): Position => {
			const [angle, radius] = [i / 40, (i / 150_000) * 0.009];
			return [90.011 + Math.cos(angle) * radius, 0.0989 + Math.sin(angle) * radius];
		});
		const line = feature({ type: 'LineString', coordinates });
		const wordy = {
			...feature({ type: 'Point', coordinates: [90.01, 0.1] }),
			properties: { a: 'x'.repeat(6e5) }
		};
		const short = feature({ type: 'Point', coordinates: [90.015, 0.1] });
		const made = await make([line, wordy, short], '--minzoom', '13');
		expect(made.largestTile).toBeLessThanOrEqual(TILE_LIMIT);
		expect(made.lost).toBe(1);
		const { features } = await layerAt(made, [90.01, 0.1]);
		expect(features.map(({ type }) => type).sort()).toEqual([1, 2]);
	});

	it.each<[string, unknown, string, string]>([
		[
			'text that is not JSON',
			'{"type": "FeatureCollection",\n "features": [,]}',
			'not JSON',
			':2:15'
		],
		['a fault in a feature', `${POINT}\n{"type":"Feature",,}`, 'not JSON', ':2:19'],
		['a file that ends too soon', `${POINT}\n{"type":`, 'begins in line 2', ':2:9'],
		['a table', 'name,lng,lat\nx,1,2', '"n" where an object should begin', ':1:1'],
		['another kind of JSON', '{ "a": 1 }', 'its type is missing', ':1:1'],
		['features of something else', '{ "features": [] }', 'type is missing', ':1:18'],
		['a feature of a wrong type', collectionOf([{ type: 'Thing' }]), 'its type is "Thing"', ':4:3'],
		['an unknown geometry', shapes('Circle', [90, 0]), '"Circle" is not a type', ':8:13'],
		['a position of texts', shapes('Point', ['90', '0']), 'is not a position', ':9:20'],
		['projected positions', shapes('Point', [10_018_754, 0]), 'is not on the globe', ':9:20'],
		['positions beyond the meridian', shapes('Point', [181, 0]), 'beyond the 180th', ':9:20'],
		['a line of one position', shapes('LineString', [[90, 0]]), 'not a list of 2 or', ':9:20'],
		[
			'a ring of three',
			shapes('Polygon', [
				[
					[0, 0],
					[1, 0],
					[0, 0]
				]
			]),
			'a list of 4 or more',
			':10:6'
		],
		['no geometry at all', collectionOf([feature(null)]), 'No feature has a geometry', ':1'],
		[
			'another system',
			`{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":[${POINT}]}`,
			'another system than WGS-84',
			' '
		]
	])('refuses %s and says where', async (_, value, message, place) => {
		const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
		expect(await run(text)).toBe(1);
		expect(err.join()).toContain(message);
		expect(err.join()).toContain(`reef.geojson${place}`);
		expect(await readdir(dir)).toEqual(['reef.geojson']);
	});

	it('tells all broken features at once, and of swapped coordinates what to do', async () => {
		const wrong = collectionOf([
			{ ...feature({ type: 'Point', coordinates: [29.5, 106.5] }), id: 'x' },
			feature({ type: 'Point', coordinates: [90, 0] }),
			feature({ type: 'Point', coordinates: [29.6, 106.6] })
		]);
		expect(await run(JSON.stringify(wrong), '--json')).toBe(1);
		const { problems, issues } = JSON.parse(out.join()) as { problems: number; issues: unknown[] };
		expect(problems).toBe(2);
		expect(issues[0]).toMatchObject({ feature: 'x', fix: { en: 'Write the longitude first.' } });
	});

	it('says of a file in another encoding which, and where', async () => {
		const gb18030 = Buffer.concat([
			Buffer.from(`${POINT}\n{"type":"Feature","properties":{"name":"`),
			Buffer.from([0xd6, 0xd8, 0xc7, 0xec]),
			Buffer.from('"},"geometry":null}')
		]);
		expect(await run(gb18030)).toBe(1);
		expect(err.join()).toMatch(/reef.geojson:2(:\d+)? encoding .*it looks like GB18030/);
		err.length = 0;
		expect(await run(Buffer.from(POINT, 'utf16le'))).toBe(1);
		expect(err.join()).toContain('it looks like UTF-16LE');
	});

	it('says which attributes there are when a chosen one is not', async () => {
		expect(await run(POINT, '--keep', 'nmae')).toBe(1);
		expect(err.join()).toContain('No feature has the attribute "nmae"');
		expect(err.join()).toContain('name, depth, note');
	});
});

describe('the zooms that follow', () => {
	const rangeOf = (count: number, degrees: number) =>
		zoomsOf(
			scattered(count, degrees).map(({ geometry }): Bounds => {
				const [x, y] = project(geometry?.type === 'Point' ? geometry.coordinates : []);
				return [x, y, x, y];
			})
		);

	it('are up to 14 for a city, a district and a single place', () => {
		expect(rangeOf(50, 0.9)).toEqual({ minzoom: 6, maxzoom: 14 });
		expect(rangeOf(50, 0.3)).toEqual({ minzoom: 8, maxzoom: 14 });
		expect(rangeOf(50, 0.0001)).toEqual({ minzoom: 9, maxzoom: 14 });
		expect(rangeOf(1, 0)).toEqual({ minzoom: 9, maxzoom: 14 });
	});

	it('end sooner the farther many features are scattered', () => {
		expect(rangeOf(50, 160)).toEqual({ minzoom: 0, maxzoom: 14 });
		expect(rangeOf(20_000, 30).maxzoom).toBe(10);
		expect(rangeOf(20_000, 160).maxzoom).toBe(8);
	});

	it('count what an area covers, not its corners', () => {
		const corners = [...project([80, 30]), ...project([110, 0])] as Bounds;
		expect(zoomsOf([corners]).maxzoom).toBe(10);
	});

	it('give way to those that are asked for', async () => {
		const made = await make(scattered(50, 0.9), '--minzoom', '4', '--maxzoom', '5');
		expect(made).toMatchObject({ minzoom: 4, maxzoom: 5 });
		expect(await make(scattered(50, 0.9), '--maxzoom', '3')).toMatchObject({
			minzoom: 3,
			maxzoom: 3
		});
	});
});

describe('tilesCommand', () => {
	it('writes the archive, says what is in it and exits with 0', async () => {
		const text = JSON.stringify(collectionOf([feature({ type: 'Point', coordinates: [90, 0] })]));
		expect(await run(`\uFEFF${text}`)).toBe(0);
		expect(out.join()).toContain('1 features, 6 tiles, zoom 9 to 14');
		const archive = openArchive(await readFile(join(dir, 'reef.pmtiles')));
		expect((await archive.getHeader()).maxZoom).toBe(14);
		expect(await readdir(dir)).toEqual(['reef.geojson', 'reef.pmtiles']);
	});

	it('leaves an archive that stands there when the new one fails', async () => {
		await writeFile(join(dir, 'reef.pmtiles'), 'old');
		expect(await run('{')).toBe(1);
		expect(await readFile(join(dir, 'reef.pmtiles'), 'utf8')).toBe('old');
	});

	it('exits with 1 if the input is missing or the folder of the output is', async () => {
		expect(await tilesCommand([join(dir, 'none.geojson'), 'x.pmtiles'])).toBe(1);
		expect(err.join()).toContain("can't be read (ENOENT)");
		await writeFile(join(dir, 'reef.geojson'), POINT);
		expect(await tilesCommand([join(dir, 'reef.geojson'), join(dir, 'none', 'x.pmtiles')])).toBe(1);
		expect(err.join()).toContain("can't be written (ENOENT)");
	});

	it.each([
		[[]],
		[['a.geojson']],
		[['a.geojson', 'b.json']],
		[['a', 'b.pmtiles', 'c']],
		[['a', 'b.pmtiles', '--maxzoom', '17']],
		[['a', 'b.pmtiles', '--minzoom', '9', '--maxzoom', '8']],
		[['a', 'b.pmtiles', '--zoom', '3']]
	])('shows its usage for %j and exits with 2', async (args: string[]) => {
		expect(await tilesCommand(args)).toBe(2);
		expect(err.join()).toContain('Usage: atlas tiles <in.geojson> <out.pmtiles>');
	});
});

function zoomsOf(boxes: Bounds[]) {
	const needed = new ZoomsNeeded();
	for (const box of boxes) needed.add(box);
	return needed.range();
}

type Made = MadeTiles & { archive: Uint8Array };

/** Runs the command on a file `reef.geojson` with this text. */
async function run(text: string | Uint8Array, ...options: string[]): Promise<number> {
	const input = join(dir, 'reef.geojson');
	await writeFile(input, text);
	return tilesCommand([input, join(dir, 'reef.pmtiles'), ...options]);
}

async function makeOf(text: string, ...options: string[]): Promise<Made> {
	out.length = 0;
	if ((await run(text, '--json', ...options)) !== 0) throw new Error(err.join('\n'));
	const made = JSON.parse(out.join()) as MadeTiles;
	return { ...made, archive: await readFile(join(dir, 'reef.pmtiles')) };
}

function make(features: unknown[], ...options: string[]): Promise<Made> {
	return makeOf(JSON.stringify(collectionOf(features)), ...options);
}

function withLongName(point: Feature<Geometry | null>, i: number) {
	return { ...point, properties: { name: `${i}`.repeat(60) } };
}

function feature(geometry: Geometry | null): Feature<Geometry | null> {
	return { type: 'Feature', properties: { name: '礁', depth: 2.5, note: null }, geometry };
}

function collectionOf(features: unknown[]) {
	return { type: 'FeatureCollection', features };
}

function shapes(type: string, coordinates: unknown) {
	return collectionOf([{ type: 'Feature', properties: {}, geometry: { type, coordinates } }]);
}

/** Points over a square of some degrees, spread evenly (R2 sequence), always the same. */
function scattered(count: number, degrees: number): Feature<Geometry | null>[] {
	return Array.from({ length: count }, (_, i) => {
		const [x, y] = [(i * 0.7548776662) % 1, (i * 0.5698402909) % 1];
		const coordinates = [(x - 0.5) * degrees + 0.4, (y - 0.5) * Math.min(degrees, 120)];
		return feature({ type: 'Point', coordinates });
	});
}

async function layerAt(made: Made, [lng = 0]: Position) {
	const z = made.maxzoom;
	const x = Math.floor((lng / 360 + 0.5) * 2 ** z);
	// 0.1° north of the equator
	const y = Math.floor((0.5 - 0.1 / 360) * 2 ** z);
	const bytes = await tileBytes(openArchive(made.archive), z, x, y);
	const [[layer, content] = []] = Object.entries(new VectorTile(new PbfReader(bytes!)).layers);
	const features = Array.from({ length: content!.length }, (_, i) => {
		const { id, type, properties } = content!.feature(i);
		return { id, type, properties: { ...properties } };
	});
	return { layer, features };
}

/** The tiles of some zooms in which the points lie, each once. */
async function* tilesOf(
	made: Made,
	points: Feature<Geometry | null>[],
	zooms: number[]
): AsyncGenerator<Uint8Array> {
	const archive = openArchive(made.archive);
	for (const z of zooms) {
		const names = new Set(points.map(({ geometry }) => tileOf(geometry, z).join('/')));
		for (const name of names) {
			const [x = 0, y = 0] = name.split('/').map(Number);
			yield (await tileBytes(archive, z, x, y))!;
		}
	}
}

/** Column and row; what lies on the very edge of the world belongs to the last tile. */
function tileOf(geometry: Geometry | null, z: number): [number, number] {
	const [lng = 0, lat = 0] = geometry?.type === 'Point' ? geometry.coordinates : [];
	const sin = Math.sin((Math.min(lat, 85) * Math.PI) / 180);
	const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
	const last = 2 ** z - 1;
	const row = lat > 85.06 ? 0 : Math.floor(y * 2 ** z);
	return [Math.min(Math.floor((lng / 360 + 0.5) * 2 ** z), last), row];
}

async function idsIn(made: Made, points: Feature<Geometry | null>[]): Promise<number[]> {
	const ids: number[] = [];
	for await (const bytes of tilesOf(made, points, [made.maxzoom])) {
		const layer = new VectorTile(new PbfReader(bytes)).layers['reef']!;
		for (let i = 0; i < layer.length; i++) {
			const found = layer.feature(i);
			const [[at] = []] = found.loadGeometry();
			expect(Math.min(at!.x, at!.y)).toBeGreaterThanOrEqual(0);
			expect(Math.max(at!.x, at!.y)).toBeLessThan(4096);
			ids.push(found.id!);
		}
	}
	return ids.sort((a, b) => a - b);
}

async function tileSizes(made: Made, points: Feature<Geometry | null>[]) {
	const sizes: number[] = [];
	const zooms = Array.from({ length: 4 }, (_, i) => made.minzoom + i);
	for await (const bytes of tilesOf(made, points, zooms)) sizes.push(bytes.length);
	return sizes;
}
