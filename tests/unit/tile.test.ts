import { VectorTile } from '@mapbox/vector-tile';
import type { Geometry, Polygon, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import type { LayerType } from '../../src/lib/atlas/schema';
import type { Tile } from '../../src/pipeline/pmtiles-writer';
import { cutTiles, tileExtent, tileLayers } from '../../src/pipeline/tile';
import type { SourceLayer } from '../../src/pipeline/types';

const NAME = { zh: '珊瑚路', en: 'Reef Road' };

describe('cutTiles', () => {
	it('makes a tile layer of each base layer, one of the names of areas, and none of the metro', () => {
		const layers = [
			layer('sea', 'water', [lake([90.1, 0.1], 0.05, { name: NAME, kind: 'lake' })]),
			layer('roads', 'road', [
				line(
					[
						[90, 0.1],
						[90.2, 0.1]
					],
					{ name: null, class: 'trunk' }
				)
			]),
			layer('tracks', 'metro-track', [
				line(
					[
						[90, 0.1],
						[90.2, 0.1]
					],
					{ lines: ['1'] }
				)
			])
		];
		const names = new Set(cutTiles(layers).flatMap((tile) => Object.keys(read(tile).layers)));
		expect(names).toEqual(new Set(['sea', 'sea-names', 'roads']));
	});

	it('flattens what the style needs and leaves out what is not known', () => {
		const layers = [
			layer('roads', 'road', [
				line(
					[
						[90, 0.1],
						[90.01, 0.1]
					],
					{ name: null, class: 'trunk' }
				),
				line(
					[
						[90, 0.101],
						[90.01, 0.101]
					],
					{ name: NAME, class: 'tunnel', schematic: true }
				)
			]),
			layer('labels', 'label', [point([90.001, 0.1], { name: NAME, class: 'borough' })])
		];
		const tile = read(cutTiles(layers, { minzoom: 9, maxzoom: 9 })[0]!);
		expect(featuresOf(tile, 'roads')).toEqual([
			{ id: 1, type: 2, properties: { id: 'roads-1', class: 'trunk' } },
			{
				id: 2,
				type: 2,
				properties: {
					id: 'roads-2',
					name_zh: '珊瑚路',
					name_en: 'Reef Road',
					class: 'tunnel',
					schematic: true
				}
			}
		]);
		expect(featuresOf(tile, 'labels')).toMatchObject([{ id: 1, type: 1 }]);
	});

	it('numbers features by their place in the file, located or not', () => {
		const roads = layer('roads', 'road', [
			{ geometry: null, properties: { name: null, class: 'trunk' } },
			line(
				[
					[90, 0.1],
					[90.01, 0.1]
				],
				{ name: null, class: 'trunk' }
			)
		]);
		for (const tile of cutTiles([roads]))
			expect(featuresOf(read(tile), 'roads').map(({ id }) => id)).toEqual([2]);
	});

	it('writes version 2 tiles of 4096 units and no empty ones', () => {
		const tiles = cutTiles([layer('sea', 'water', [lake([90.1, 0.1], 0.05, {})])]);
		expect(new Set(tiles.map(({ z }) => z))).toEqual(new Set([9, 10, 11, 12, 13, 14]));
		for (const tile of tiles) {
			const { version, extent, length } = read(tile).layers['sea']!;
			expect({ version, extent }).toEqual({ version: 2, extent: 4096 });
			expect(length).toBeGreaterThan(0);
		}
	});

	it('keeps every vertex at the largest zoom and simplifies below it', () => {
		const path = Array.from({ length: 400 }, (_, i): Position => [
			90 + i * 0.00005,
			0.1 + (i % 2) * 0.00005
		]);
		const tiles = cutTiles([layer('roads', 'road', [line(path, {})])]);
		const vertices = (z: number) =>
			tiles
				.filter((tile) => tile.z === z)
				.reduce((sum, tile) => sum + verticesOf(tile, 'roads'), 0);
		expect(vertices(14)).toBeGreaterThanOrEqual(400);
		expect(vertices(9)).toBeLessThan(20);
		expect(vertices(9)).toBeGreaterThanOrEqual(2);
	});

	it('lets lines reach 16 pixels into the neighbouring tile', () => {
		const tiles = cutTiles([
			layer('roads', 'road', [
				line(
					[
						[89.9, 0.1],
						[90.2, 0.1]
					],
					{}
				)
			])
		]);
		const row = tiles.filter(({ z }) => z === 14).sort((a, b) => a.x - b.x);
		expect(row.length).toBeGreaterThan(10);
		for (const tile of row.slice(1, -1)) {
			const [path] = read(tile).layers['roads']!.feature(0).loadGeometry();
			expect(path!.map(({ x }) => x)).toEqual([-128, 4096 + 128]);
		}
	});

	it('keeps holes in areas, and areas where their outer ring is', () => {
		const [west, south] = [90.1, 0.1];
		const hole = ring(west + 0.003, south + 0.003, 0.004).toReversed();
		const geometry: Polygon = {
			type: 'Polygon',
			coordinates: [ring(west, south, 0.01), hole]
		};
		const tiles = cutTiles([layer('sea', 'water', [{ geometry, properties: {} }])], {
			minzoom: 10,
			maxzoom: 10
		});
		const { x, y } = tiles[0]!;
		const back = read(tiles[0]!).layers['sea']!.feature(0).toGeoJSON(x, y, 10).geometry as Polygon;
		expect(back.coordinates).toHaveLength(2);
		expect(Math.min(...back.coordinates[1]!.map(([lng = 0]) => lng))).toBeCloseTo(west + 0.003, 3);
	});

	it('drops what becomes a dot at a small zoom and has it at a larger one', () => {
		const sea = layer('sea', 'water', [lake([90.1, 0.1], 0.0001, { name: null, kind: 'lake' })]);
		const zooms = cutTiles([sea]).map(({ z }) => z);
		expect(zooms).not.toContain(9);
		expect(zooms).toContain(14);
	});

	it('gives the same bytes every time', () => {
		const layers = () => [
			layer('sea', 'water', [lake([90.1, 0.1], 0.05, { name: NAME, kind: 'lake' })]),
			layer('roads', 'road', [
				line(
					[
						[90, 0.1],
						[90.2, 0.13]
					],
					{ name: NAME, class: 'trunk' }
				)
			])
		];
		expect(cutTiles(layers())).toEqual(cutTiles(layers()));
	});
});

describe('tileExtent and tileLayers', () => {
	it('cover the base layers only', () => {
		const layers = [
			layer('labels', 'label', [point([90.1, 0.1], { name: NAME }), point([90.3, -0.2], {})]),
			layer('stations', 'metro-station', [point([120, 30], {})])
		];
		expect(tileExtent(layers)).toEqual([90.1, -0.2, 90.3, 0.1]);
		expect(tileLayers(layers)).toEqual([
			{
				id: 'labels',
				fields: { id: 'String', name_zh: 'String', name_en: 'String', class: 'String' }
			}
		]);
	});

	it('say so if nothing has a geometry', () => {
		const empty = layer('labels', 'label', [{ geometry: null, properties: {} }]);
		expect(() => tileExtent([empty])).toThrow('No base layer');
	});
});

interface Shape {
	geometry: Geometry | null;
	properties: Record<string, unknown>;
}

function layer(id: string, type: LayerType, shapes: Shape[]): SourceLayer {
	return {
		record: {
			schema: 1,
			id,
			type,
			title: NAME,
			group: 'base',
			licence: 'CC-BY-4.0',
			attribution: NAME,
			sources: ['chart'],
			asOf: '2025',
			accuracy: [10, 30]
		},
		file: `layers/${id}.geojson`,
		features: shapes.map((shape, i) => ({ ...shape, id: `${id}-${i + 1}`, line: i + 1 }))
	};
}

function point(coordinates: Position, properties: Shape['properties']): Shape {
	return { geometry: { type: 'Point', coordinates }, properties };
}

function line(coordinates: Position[], properties: Shape['properties']): Shape {
	return { geometry: { type: 'LineString', coordinates }, properties };
}

function lake([lng = 0, lat = 0]: Position, size: number, properties: Shape['properties']): Shape {
	return { geometry: { type: 'Polygon', coordinates: [ring(lng, lat, size)] }, properties };
}

function ring(west: number, south: number, size: number): Position[] {
	const [east, north] = [west + size, south + size];
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
}

function read(tile: Tile): VectorTile {
	return new VectorTile(new PbfReader(tile.data));
}

function featuresOf(tile: VectorTile, name: string) {
	const source = tile.layers[name]!;
	return Array.from({ length: source.length }, (_, i) => {
		const { id, type, properties } = source.feature(i);
		return { id, type, properties: { ...properties } };
	});
}

function verticesOf(tile: Tile, name: string): number {
	return read(tile).layers[name]!.feature(0).loadGeometry().flat().length;
}
