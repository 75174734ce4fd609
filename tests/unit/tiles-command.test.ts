import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import type { Feature, Geometry, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { geometryBounds } from '../../src/lib/geo/bounds';
import { tilesCommand } from '../../src/pipeline/tiles-command';
import {
	TILE_LIMIT,
	tilesFromGeojson,
	type MadeTiles
} from '../../src/pipeline/tiles-from-geojson';
import { zoomRange } from '../../src/pipeline/zoom-range';
import { openArchive, tileBytes } from '../support/memory-archive';

describe('tilesFromGeojson', { timeout: 30_000 }, () => {
	it('makes one layer of all features, with their properties', async () => {
		const made = make([
			{ ...feature({ type: 'Point', coordinates: [90.1, 0.1] }), id: 'a' },
			feature({
				type: 'LineString',
				coordinates: [
					[90.1, 0.1],
					[90.11, 0.1]
				]
			})
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

	it('takes a single feature, a bare geometry and collections of geometries', async () => {
		const collection: Geometry = {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Point', coordinates: [90.1, 0.1] },
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
			const made = tilesFromGeojson(JSON.stringify(value), 'reef');
			const { features } = await layerAt(valueOf(made), [90.1, 0.1]);
			expect(features.map(({ id }) => id)).toEqual([1, 1, 1]);
		}
	});

	it('has every point in exactly one tile of the largest zoom', async () => {
		const points = scattered(500, 0.2);
		const made = make(points);
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
		expect(await idsIn(make(points), points)).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('thins crowded tiles below the limit, always the same way, and none at the end', async () => {
		const crowd = scattered(5_000, 0.3).map((point, i) => ({
			...point,
			properties: { name: `${i}`.repeat(60) }
		}));
		const made = make(crowd);
		expect(made.thinned).toBeGreaterThan(0);
		expect(made.lost).toBe(0);
		const sizes = await tileSizes(made, crowd);
		expect(Math.max(...sizes)).toBeLessThanOrEqual(TILE_LIMIT);
		expect(Math.max(...sizes)).toBeGreaterThan(TILE_LIMIT / 10);
		expect(Buffer.compare(make(crowd).archive, made.archive)).toBe(0);
	});

	it.each<[string, unknown, string, string]>([
		['text that is not JSON', '{"type": "FeatureCollection",\n "features": [,]}', 'not JSON', '2'],
		['another kind of JSON', { a: 1 }, 'its type is missing', '1'],
		['a feature of a wrong type', collectionOf([{ type: 'Thing' }]), 'its type is "Thing"', '3'],
		['an unknown geometry', shapes('Circle', [90, 0]), '"Circle" is not a type of geometry', '3'],
		['a position of texts', shapes('Point', ['90', '0']), 'is not a position', '3'],
		['projected positions', shapes('Point', [10_018_754, 0]), 'is not on the globe', '3'],
		['a line of one position', shapes('LineString', [[90, 0]]), 'not a list of 2 or more', '3'],
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
			'3'
		],
		['no geometry at all', collectionOf([feature(null)]), 'No feature has a geometry', '1']
	])('refuses %s and says where', (_, value, message, line) => {
		const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
		const result = tilesFromGeojson(text, 'reef');
		expect(result.ok).toBe(false);
		const [issue] = result.ok ? [] : result.issues;
		expect(issue!.message.en).toContain(message);
		expect(issue!.file).toBe('reef.geojson');
		expect(issue!.line).toBeGreaterThanOrEqual(Number(line));
	});

	it('tells all broken features at once, and of swapped coordinates what to do', () => {
		const wrong = collectionOf([
			{ ...feature({ type: 'Point', coordinates: [29.5, 106.5] }), id: 'x' },
			feature({ type: 'Point', coordinates: [90, 0] }),
			feature({ type: 'Point', coordinates: [29.6, 106.6] })
		]);
		const result = tilesFromGeojson(JSON.stringify(wrong), 'reef');
		const issues = result.ok ? [] : result.issues;
		expect(issues).toHaveLength(2);
		expect(issues[0]).toMatchObject({ feature: 'x', fix: { en: 'Write the longitude first.' } });
	});
});

describe('zoomRange', () => {
	const rangeOf = (count: number, degrees: number) => {
		const points = scattered(count, degrees) as Feature[];
		const geometries = points.map(({ geometry }) => geometry);
		return zoomRange(points, geometryBounds({ type: 'GeometryCollection', geometries }));
	};

	it('gives a city, a district and a single place zoom 14', () => {
		expect(rangeOf(50, 0.9)).toEqual({ minzoom: 6, maxzoom: 14 });
		expect(rangeOf(50, 0.3)).toEqual({ minzoom: 8, maxzoom: 14 });
		expect(rangeOf(50, 0.0001)).toEqual({ minzoom: 9, maxzoom: 14 });
		expect(rangeOf(1, 0)).toEqual({ minzoom: 9, maxzoom: 14 });
	});

	it('ends sooner the farther many features are scattered', () => {
		expect(rangeOf(50, 160)).toEqual({ minzoom: 0, maxzoom: 14 });
		expect(rangeOf(20_000, 30).maxzoom).toBe(10);
		expect(rangeOf(20_000, 160).maxzoom).toBe(8);
	});

	it('counts what an area covers, not its corners', () => {
		const { features } = shapes('Polygon', [
			[
				[80, 0],
				[110, 0],
				[110, 30],
				[80, 30],
				[80, 0]
			]
		]);
		expect(zoomRange(features as Feature[], [80, 0, 110, 30]).maxzoom).toBe(10);
	});
});

describe('tilesCommand', () => {
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

	it('writes the archive, says what is in it and exits with 0', async () => {
		const [input, output] = [join(dir, 'reef.geojson'), join(dir, 'reef.pmtiles')];
		const text = JSON.stringify(collectionOf([feature({ type: 'Point', coordinates: [90, 0] })]));
		await writeFile(input, `\uFEFF${text}`);
		expect(await tilesCommand([input, output])).toBe(0);
		expect(out.join()).toContain('1 features, 6 tiles, zoom 9 to 14');
		const archive = openArchive(await readFile(output));
		expect((await archive.getHeader()).maxZoom).toBe(14);
	});

	it('tells line and column of a problem, writes nothing and exits with 1', async () => {
		const [input, output] = [join(dir, 'reef.geojson'), join(dir, 'reef.pmtiles')];
		await writeFile(input, '{"type": "FeatureCollection",\n"features": [}');
		expect(await tilesCommand([input, output])).toBe(1);
		expect(err.join()).toContain(`${input}:2:14 geojson This is not JSON`);
		await expect(readFile(output)).rejects.toThrow('ENOENT');
	});

	it('exits with 1 if the input is missing', async () => {
		expect(await tilesCommand([join(dir, 'none.geojson'), 'x.pmtiles'])).toBe(1);
		expect(err.join()).toContain("can't be read (ENOENT)");
	});

	it.each([[[]], [['a.geojson']], [['a.geojson', 'b.json']], [['a', 'b.pmtiles', 'c']]])(
		'shows its usage for %j and exits with 2',
		async (args: string[]) => {
			expect(await tilesCommand(args)).toBe(2);
			expect(err.join()).toContain('Usage: atlas tiles <in.geojson> <out.pmtiles>');
		}
	);
});

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

function make(features: unknown[]): MadeTiles {
	return valueOf(tilesFromGeojson(JSON.stringify(collectionOf(features)), 'reef'));
}

function valueOf(result: ReturnType<typeof tilesFromGeojson>): MadeTiles {
	if (!result.ok) throw new Error(JSON.stringify(result.issues));
	return result.value;
}

async function layerAt(made: MadeTiles, [lng = 0]: Position) {
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
	made: MadeTiles,
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

async function idsIn(made: MadeTiles, points: Feature<Geometry | null>[]): Promise<number[]> {
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

async function tileSizes(made: MadeTiles, points: Feature<Geometry | null>[]) {
	const sizes: number[] = [];
	const zooms = Array.from({ length: 4 }, (_, i) => made.minzoom + i);
	for await (const bytes of tilesOf(made, points, zooms)) sizes.push(bytes.length);
	return sizes;
}
