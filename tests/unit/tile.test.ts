import { VectorTile } from '@mapbox/vector-tile';
import type { Geometry, Polygon, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import type { LayerType, Line } from '../../src/lib/atlas/schema';
import { baseLayers } from '../../src/lib/compile/base-layers';
import { cutTiles, tileExtent, tileLayers, type Tile } from '../../src/lib/compile/tile';
import type { SourceLayer } from '../../src/lib/source/types';

const NAME = { zh: '珊瑚路', en: 'Reef Road' };

describe('cutTiles', () => {
	it('makes a tile layer of each ground layer, of the names of areas, of tracks and stations', () => {
		const layers = [
			layer('water', 'water', [lake([90.1, 0.1], 0.05, { name: NAME, kind: 'lake' })]),
			layer('roads', 'road', [line(ROAD, { name: null, class: 'trunk' })]),
			layer('tracks', 'metro-track', [line(ROAD, { lines: ['red'], from: 'a', to: 'b' })]),
			layer('stations', 'metro-station', [
				point([90.1, 0.1], { name: NAME, lines: ['red'], status: 'open' })
			])
		];
		const names = new Set(cut(layers).flatMap((tile) => Object.keys(read(tile).layers)));
		expect(names).toEqual(
			new Set(['water', 'water-names', 'roads', 'metro-lines', 'metro-stations'])
		);
	});

	it('draws layers of one type as one, whatever their ids', () => {
		const road = (id: string, name: string) =>
			layer(id, 'road', [line(ROAD, { name: { zh: name, en: name }, class: 'trunk' })]);
		const tiles = cut([road('roads', 'Old'), road('more-roads', 'New')]);
		expect(new Set(tiles.flatMap((tile) => Object.keys(read(tile).layers)))).toEqual(
			new Set(['roads'])
		);
		expect(propertiesAt(tiles, 12, 'roads').map(({ name_en }) => name_en)).toEqual(['Old', 'New']);
	});

	it('holds at each zoom what the style draws and reads there, and nothing else', () => {
		const layers = [
			layer('roads', 'road', [
				line(ROAD, { name: NAME, class: 'trunk' }),
				line(ROAD, { name: null, class: 'primary' }),
				line(ROAD, { name: null, class: 'tunnel', schematic: true })
			]),
			layer('labels', 'label', [
				point([90.001, 0.1], { name: NAME, class: 'borough' }),
				point([90.002, 0.1], { name: NAME, class: 'neighbourhood' })
			]),
			layer('stations', 'metro-station', [
				point([90.001, 0.1], { name: NAME, lines: ['red'], status: 'open' })
			])
		];
		const names = { name_zh: '珊瑚路', name_en: 'Reef Road' };
		const far = cut(layers, { minzoom: 9, maxzoom: 14 });
		expect(propertiesAt(far, 9, 'roads')).toEqual([{ class: 'trunk' }, { class: 'tunnel' }]);
		expect(propertiesAt(far, 11, 'roads')).not.toContainEqual({ class: 'primary' });
		expect(propertiesAt(far, 12, 'roads')).toContainEqual({ class: 'primary' });
		expect(propertiesAt(far, 12, 'roads')).toContainEqual({ class: 'trunk', ...names });
		expect(propertiesAt(far, 9, 'labels')).toEqual([{ class: 'borough', ...names }]);
		expect(propertiesAt(far, 11, 'labels')).toContainEqual({ class: 'neighbourhood', ...names });
		expect(propertiesAt(far, 14, 'labels')).toEqual([{ class: 'neighbourhood', ...names }]);
		expect(propertiesAt(far, 10, 'metro-stations')).toEqual([]);
		// the pointer is told the name from where the station is drawn
		expect(propertiesAt(far, 11, 'metro-stations')).toEqual([
			{ ...names, interchange: false, status: 'open', precision: 'exact' }
		]);
	});

	it('makes one feature of those without a name that look alike, and keeps all of their parts', () => {
		const alike = [0.1, 0.12, 0.14].map((lat) =>
			line(
				[
					[90, lat],
					[90.2, lat]
				],
				{ name: null, class: 'trunk' }
			)
		);
		const [tile] = cut([layer('roads', 'road', alike)], { minzoom: 9, maxzoom: 9 });
		const roads = read(tile!).layers['roads']!;
		expect(roads.length).toBe(1);
		expect(roads.feature(0).loadGeometry()).toHaveLength(3);
	});

	it('writes version 2 tiles of 4096 units and no empty ones', () => {
		const tiles = cut([layer('water', 'water', [lake([90.1, 0.1], 0.05, {})])]);
		expect(new Set(tiles.map(({ z }) => z))).toEqual(new Set([9, 10, 11, 12, 13, 14]));
		for (const tile of tiles) {
			const { version, extent, length } = read(tile).layers['water']!;
			expect({ version, extent }).toEqual({ version: 2, extent: 4096 });
			expect(length).toBeGreaterThan(0);
		}
	});

	it('keeps every vertex at the largest zoom and simplifies below it', () => {
		const path = Array.from({ length: 400 }, (_, i): Position => [
			90 + i * 0.00005,
			0.1 + (i % 2) * 0.00005
		]);
		const tiles = cut([layer('roads', 'road', [line(path, { class: 'trunk' })])]);
		const vertices = (z: number) =>
			tiles
				.filter((tile) => tile.z === z)
				.reduce((sum, tile) => sum + verticesOf(tile, 'roads'), 0);
		expect(vertices(14)).toBeGreaterThanOrEqual(400);
		expect(vertices(9)).toBeLessThan(20);
		expect(vertices(9)).toBeGreaterThanOrEqual(2);
	});

	it('lets lines reach 16 pixels into the neighbouring tile', () => {
		const tiles = cut([
			layer('roads', 'road', [
				line(
					[
						[89.9, 0.1],
						[90.2, 0.1]
					],
					{ class: 'trunk' }
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
		const tiles = cut([layer('water', 'water', [{ geometry, properties: {} }])], {
			minzoom: 10,
			maxzoom: 10
		});
		const { x, y } = tiles[0]!;
		const back = read(tiles[0]!).layers['water']!.feature(0).toGeoJSON(x, y, 10)
			.geometry as Polygon;
		expect(back.coordinates).toHaveLength(2);
		expect(Math.min(...back.coordinates[1]!.map(([lng = 0]) => lng))).toBeCloseTo(west + 0.003, 3);
	});

	it('drops what becomes a dot at a small zoom and has it at a larger one', () => {
		const sea = layer('water', 'water', [lake([90.1, 0.1], 0.0001, { name: null, kind: 'lake' })]);
		const zooms = cut([sea]).map(({ z }) => z);
		expect(zooms).not.toContain(9);
		expect(zooms).toContain(14);
	});

	it('gives the same bytes every time', () => {
		const layers = () => [
			layer('water', 'water', [lake([90.1, 0.1], 0.05, { name: NAME, kind: 'lake' })]),
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
		expect(cut(layers())).toEqual(cut(layers()));
	});
});

describe('tileExtent and tileLayers', () => {
	it('cover all that the map reads', () => {
		const layers = [
			layer('labels', 'label', [point([90.1, 0.1], { name: NAME, class: 'borough' })]),
			layer('stations', 'metro-station', [
				point([90.3, -0.2], { name: NAME, lines: ['red'], status: 'open' })
			])
		];
		expect(tileExtent(baseLayers(layers, []))).toEqual([90.1, -0.2, 90.3, 0.1]);
		expect(tileLayers(baseLayers(layers, []))).toEqual([
			{ id: 'labels', fields: { name_zh: 'String', name_en: 'String', class: 'String' } },
			{ id: 'metro-lines', fields: {} },
			{
				id: 'metro-stations',
				fields: {
					name_zh: 'String',
					name_en: 'String',
					interchange: 'Boolean',
					status: 'String',
					precision: 'String'
				}
			}
		]);
	});

	it('say so if nothing has a geometry', () => {
		const empty = layer('labels', 'label', [{ geometry: null, properties: {} }]);
		expect(() => tileExtent(baseLayers([empty], []))).toThrow('No layer of the base map');
	});
});

const ROAD: Position[] = [
	[90, 0.1],
	[90.2, 0.1]
];

const RED: Line = {
	id: 'red',
	name: { zh: '红线', en: 'Red Line' },
	badge: { zh: '红', en: 'R' },
	colour: '#C00000',
	history: [{ date: '2020', status: 'open', note: NAME, sources: ['chart'] }],
	sources: ['chart'],
	checked: '2026-01'
};

function cut(layers: readonly SourceLayer[], zooms?: { minzoom: number; maxzoom: number }): Tile[] {
	return cutTiles(baseLayers(layers, [RED]), zooms);
}

/** What the features of a layer have in the first tile of a zoom that has it. */
function propertiesAt(tiles: readonly Tile[], zoom: number, name: string) {
	const [found] = tiles.flatMap((tile) => (tile.z === zoom ? (read(tile).layers[name] ?? []) : []));
	return Array.from({ length: found?.length ?? 0 }, (_, i) => ({
		...found!.feature(i).properties
	}));
}

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
		features: shapes.map((shape, i) => ({ ...shape, id: `${id}-${i + 1}`, index: i + 1 }))
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

function verticesOf(tile: Tile, name: string): number {
	return read(tile).layers[name]!.feature(0).loadGeometry().flat().length;
}
