import { VectorTile } from '@mapbox/vector-tile';
import type { Geometry, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../src/lib/atlas/schema';
import { firstZooms } from '../../src/lib/files/first-zooms';
import { boxOf, placeFeatures } from '../../src/lib/files/place-features';
import { suspectDatum } from '../../src/lib/files/suspect-datum';
import { tiler } from '../../src/lib/files/tile-features';
import { fromWgs84, SHIFTED_REGION, toWgs84 } from '../../src/lib/geo/datum';
import { toWorld } from '../../src/lib/geo/mercator';
import { metresBetween } from '../../src/lib/geo/nearest';

const SHIFTED = ['GCJ-02', 'BD-09'] as const;
const EXTENT: Bounds = [106, 29, 107, 30];

describe.each(SHIFTED)('%s', (datum) => {
	it('is undone to within half a metre all over China', () => {
		let worst = 0;
		for (let lng = 73.05; lng < 135.2; lng += 0.71) {
			for (let lat = 3.05; lat < 53.6; lat += 0.67) {
				const back = toWgs84(fromWgs84([lng, lat], datum), datum);
				worst = Math.max(worst, metresBetween([lng, lat], back));
			}
		}
		expect(worst).toBeLessThan(0.5);
	});

	it('shifts nothing outside of its region, and all just inside', () => {
		const [west, south, east, north] = SHIFTED_REGION;
		const [x, y] = [(west + east) / 2, (south + north) / 2];
		const edges: [Position, Position][] = [
			[
				[west - 0.001, y],
				[west + 0.02, y]
			],
			[
				[east + 0.001, y],
				[east - 0.02, y]
			],
			[
				[x, south - 0.001],
				[x, south + 0.02]
			],
			[
				[x, north + 0.001],
				[x, north - 0.02]
			]
		];
		for (const [outer, inner] of edges) {
			expect(metresBetween(outer, toWgs84(outer, datum))).toBeLessThan(0.1);
			expect(metresBetween(inner, toWgs84(inner, datum))).toBeGreaterThan(50);
		}
		for (const far of [
			[2.35, 48.85],
			[-74, 40.7],
			[151.2, -33.9],
			[139.7, 35.7]
		])
			expect(metresBetween(far, fromWgs84(far, datum))).toBeLessThan(0.1);
	});
});

it('a file is placed with its bounds, and what lies outside of the map is counted', () => {
	const geometries: (Geometry | null)[] = [
		{ type: 'Point', coordinates: [106.5, 29.5] },
		{ type: 'Point', coordinates: [121.5, 31.2] },
		null
	];
	const plain = placeFeatures(geometries, 'CGCS2000', EXTENT);
	expect(plain.layer).toMatchObject({ geometries, from: [7, 7, 15] });
	expect(plain.placed).toMatchObject({
		datum: 'CGCS2000',
		bounds: [106.5, 29.5, 121.5, 31.2],
		outside: 1,
		isThinned: false
	});
	expect([0, 1, 2].map((index) => boxOf(plain.placed, index))).toEqual([
		[106.5, 29.5, 106.5, 29.5],
		[121.5, 31.2, 121.5, 31.2],
		null
	]);
	const [moved] = placeFeatures(geometries, 'GCJ-02', EXTENT).layer.geometries;
	expect(moved).toEqual({ type: 'Point', coordinates: toWgs84([106.5, 29.5], 'GCJ-02') });
});

describe('the datum is suspected from namesakes', () => {
	const known = [
		{ name: '重庆东站', position: [106.645, 29.525] as [number, number] },
		{ name: '茶园', position: [106.63, 29.5] as [number, number] }
	];
	const named = (datum: 'WGS-84' | 'GCJ-02' | 'BD-09', names = ['重庆东', '茶园站']) =>
		known.map(({ position }, i) => ({
			geometry: { type: 'Point' as const, coordinates: fromWgs84(position, datum) },
			properties: { title: names[i] ?? '' }
		}));

	it.each(['WGS-84', 'GCJ-02', 'BD-09'] as const)('%s', (datum) => {
		const { metres, ...found } = suspectDatum(named(datum), known);
		expect(found).toEqual({ datum, matches: 2 });
		expect(metres[datum]).toBeLessThan(1);
	});

	it('not without any, not where no datum fits, and not from another place of that name', () => {
		expect(suspectDatum(named('GCJ-02', ['甲', '乙']), known)).toMatchObject({
			datum: null,
			matches: 0
		});
		const astray = named('WGS-84').map(({ geometry: { type, coordinates }, properties }) => ({
			geometry: { type, coordinates: [coordinates[0] + 0.004, coordinates[1] - 0.006] },
			properties
		}));
		expect(suspectDatum(astray, known)).toMatchObject({ datum: null, matches: 2 });
		const elsewhere = [
			{
				geometry: { type: 'Point' as const, coordinates: [121.5, 31.2] },
				properties: { name: '茶园' }
			}
		];
		expect(suspectDatum(elsewhere, known)).toMatchObject({ datum: null, matches: 0 });
	});
});

describe('of many features', () => {
	const dot = (lng: number): Bounds => [lng, 29.5, lng, 29.5];

	it('one in each square is drawn from far away, and all from close by', () => {
		const from = firstZooms(Array.from({ length: 1000 }, (_, i) => dot(106.5 + i * 1e-5)));
		expect(from[0]).toBe(7);
		expect(Math.max(...from)).toBe(15);
		for (let zoom = 7; zoom < 15; zoom++) {
			const drawn = from.filter((first) => first <= zoom).length;
			const squares = (0.01 / 360) * 512 * 2 ** zoom * (1 / 8);
			expect(drawn).toBeLessThanOrEqual(2 * (squares + 2));
			expect(drawn).toBeGreaterThanOrEqual(Math.floor(squares));
		}
	});

	it('what is larger than a square is drawn, whatever else is there', () => {
		const large: Bounds = [106, 29, 107, 30];
		expect(firstZooms([dot(106.5), large, large, null])).toEqual([7, 7, 7, 15]);
	});
});

describe('a tile', () => {
	const square = (west: number, side: number): Geometry => ({
		type: 'Polygon',
		coordinates: [
			[
				[west, 29.5],
				[west + side, 29.5],
				[west + side, 29.5 + side],
				[west, 29.5 + side],
				[west, 29.5]
			]
		]
	});
	const geometries: (Geometry | null)[] = [
		null,
		square(106.5, 1e-4),
		{ type: 'Point', coordinates: [106.50005, 29.50005] },
		{ type: 'Point', coordinates: [-70, 29.5] }
	];
	const cut = tiler({ placed: placeFeatures(geometries, 'WGS-84', EXTENT).layer });

	function featuresAt(z: number) {
		const [x, y] = toWorld([106.50005, 29.50005], z).map((pixel) => Math.floor(pixel / 512));
		const data = cut(z, x ?? 0, y ?? 0);
		const layer = data && new VectorTile(new PbfReader(data)).layers['placed'];
		if (!layer) return [];
		return Array.from({ length: layer.length }, (_, i) => layer.feature(i)).map(({ id, type }) => {
			return { id, type };
		});
	}

	it('has the features that are drawn at its zoom, by their index, specks as dots', () => {
		expect(featuresAt(8)).toEqual([{ id: 1, type: 1 }]);
		expect(featuresAt(15)).toEqual([
			{ id: 1, type: 3 },
			{ id: 2, type: 1 }
		]);
		expect(cut(8, 0, 0)).toBeNull();
	});
});
