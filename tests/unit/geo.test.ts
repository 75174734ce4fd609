import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../src/lib/atlas/schema';
import { anchorOf } from '../../src/lib/geo/anchor';
import {
	boundsOf,
	contains,
	geometryBounds,
	meet,
	padBounds,
	unionBounds
} from '../../src/lib/geo/bounds';
import { circle } from '../../src/lib/geo/circle';
import { fromWgs84, SHIFTED_REGION, toWgs84 } from '../../src/lib/geo/datum';
import { lengthOf } from '../../src/lib/geo/length';
import { metresBetween, metresTo, nearestOf } from '../../src/lib/geo/nearest';
import { within } from '../../src/lib/geo/within';
import { bd09, gcj02 } from '../support/chinese-datums';
import { runs } from '../support/runs';

const SQUARE: Geometry = {
	type: 'Polygon',
	coordinates: [
		[
			[10, 10],
			[12, 10],
			[12, 12],
			[10, 12],
			[10, 10]
		],
		[
			[10.5, 10.5],
			[10.5, 11.5],
			[11.5, 11.5],
			[11.5, 10.5],
			[10.5, 10.5]
		]
	]
};

/** A U, whose centre of gravity lies in the gap. */
const BAY: Geometry = {
	type: 'Polygon',
	coordinates: [
		[
			[0, 0],
			[6, 0],
			[6, 6],
			[4, 6],
			[4, 1],
			[1, 1],
			[1, 6],
			[0, 6],
			[0, 0]
		]
	]
};

describe('circle', () => {
	it('keeps its radius, closes, and has at most 6 decimals', () => {
		const [ring = []] = circle([106.6, 29.5], 800).coordinates;
		expect(ring).toHaveLength(65);
		expect(ring[0]).toEqual(ring.at(-1));
		for (const corner of ring) {
			expect(Math.abs(metresBetween([106.6, 29.5], corner) - 800)).toBeLessThan(0.2);
			expect(corner.map((value) => Number(value.toFixed(6)))).toEqual(corner);
		}
	});
});

describe('bounds', () => {
	it('hold a geometry, and several', () => {
		expect(geometryBounds(BAY)).toEqual([0, 0, 6, 6]);
		expect(
			unionBounds([
				[0, 0, 1, 1],
				[3, -1, 4, 0.5]
			])
		).toEqual([0, -1, 4, 1]);
	});

	it('grow by metres to each side', () => {
		const [west, south, east, north] = padBounds([106.6, 29.5, 106.7, 29.6], 1000);
		expect(metresBetween([west, 29.5], [106.6, 29.5])).toBeCloseTo(1000, -1);
		expect(metresBetween([east, 29.6], [106.7, 29.6])).toBeCloseTo(1000, -1);
		expect(metresBetween([106.6, south], [106.6, 29.5])).toBeCloseTo(1000, -1);
		expect(metresBetween([106.6, north], [106.6, 29.6])).toBeCloseTo(1000, -1);
		expect(padBounds([1, 2, 3, 4], 0)).toEqual([1, 2, 3, 4]);
	});

	it('contain their edge and nothing beyond it', () => {
		expect(contains([0, 0, 2, 1], [2, 1])).toBe(true);
		expect(contains([0, 0, 2, 1], [0, 0])).toBe(true);
		expect(contains([0, 0, 2, 1], [1, 2])).toBe(false);
	});

	it.each<[Bounds, boolean]>([
		[[1, 1, 3, 3], true],
		[[0.5, 0.5, 1.5, 0.8], true],
		[[-1, -1, 3, 3], true],
		[[2, 0, 3, 1], true],
		[[-1, 0, 0, 1], true],
		[[0, 1, 2, 2], true],
		[[0, -1, 2, 0], true],
		[[3, 0, 4, 1], false],
		[[-2, 0, -1, 1], false],
		[[0, 2, 2, 3], false],
		[[0, -2, 2, -1], false]
	])('meet others that share ground with them, be it an edge: %j', (other, doThey) => {
		expect(meet([0, 0, 2, 1], other)).toBe(doThey);
	});

	it('of a place are its geometry and accuracy, or its area, or nothing', () => {
		const geometry: Geometry = { type: 'Point', coordinates: [106.6, 29.5] };
		const bounds = boundsOf({ geometry, location: { accuracy: 500 } });
		expect(metresBetween([bounds?.[0] ?? 0, 29.5], [106.6, 29.5])).toBeCloseTo(500, -1);
		const name = { zh: '区', en: 'area' };
		const area = { name, center: [106.6, 29.5] as [number, number], radius: 500, why: name };
		expect(boundsOf({ geometry: null, location: { accuracy: null, area } })).toEqual(bounds);
		expect(boundsOf({ geometry: null, location: { accuracy: null } })).toBeNull();
		const line: Geometry = {
			type: 'LineString',
			coordinates: [
				[106.6, 29.5],
				[106.7, 29.6]
			]
		};
		const extent = boundsOf({ geometry: line, location: { accuracy: 1500 } });
		expect(extent).toEqual([106.6, 29.5, 106.7, 29.6]);
	});
});

describe('anchorOf', () => {
	it('is a point itself', () => {
		expect(anchorOf({ type: 'Point', coordinates: [1.23456789, 2] })).toEqual([1.234568, 2]);
	});

	it('is the middle of a line by length, not by number of corners', () => {
		const coordinates = [
			[0, 0],
			[0.001, 0],
			[0.002, 0],
			[0.01, 0]
		];
		expect(anchorOf({ type: 'LineString', coordinates })).toEqual([0.005, 0]);
	});

	it('is on the longest part of a line', () => {
		const short = [
			[0, 0],
			[0, 0.001]
		];
		const long = [
			[5, 0],
			[5, 1]
		];
		const anchor = anchorOf({ type: 'MultiLineString', coordinates: [short, long] });
		expect(anchor?.[0]).toBe(5);
		expect(anchor?.[1]).toBeCloseTo(0.5, 4);
	});

	it.each([
		['the centre of a plain area', BAY],
		['an area with a hole in its centre', SQUARE],
		['two areas', { type: 'MultiPolygon', coordinates: [SQUARE.coordinates, BAY.coordinates] }]
	] as [string, Geometry][])('is inside %s', (_name, geometry) => {
		const anchor = anchorOf(geometry);
		expect(anchor && within(anchor, geometry)).toBe(true);
	});

	it('is null for nothing', () => {
		expect(anchorOf({ type: 'MultiPoint', coordinates: [] })).toBeNull();
	});
});

describe('within', () => {
	it('leaves holes out', () => {
		expect(within([10.2, 11], SQUARE)).toBe(true);
		expect(within([11, 11], SQUARE)).toBe(false);
		expect(within([13, 11], SQUARE)).toBe(false);
		expect(within([10, 10], { type: 'Point', coordinates: [10, 10] })).toBe(false);
	});

	it.each([
		[2, 2, true],
		[2.9, 3, true],
		[3.1, 3, false],
		[0.9, 3, false],
		[1.1, 3, true],
		[2, 4.9, true],
		[2, 5.1, false],
		[2, 0.9, false]
	])('goes by the slope of edges: %d, %d', (lng, lat, isInside) => {
		const corners = [
			[0, 1],
			[4, 1],
			[2, 5],
			[0, 1]
		];
		expect(within([lng, lat], { type: 'Polygon', coordinates: [corners] })).toBe(isInside);
	});
});

describe('nearestOf', () => {
	const path = [
		[106.59, 29.5],
		[106.6, 29.51],
		[106.6, 29.51],
		[106.62, 29.5],
		[106.63, 29.52]
	];

	it.each([
		[106.6, 29.5],
		[106.594, 29.51],
		[106.61, 29.5],
		[106.63, 29.51],
		[106.58, 29.5],
		[106.63, 29.53]
	])('of a path is nearer than any other of its positions: from %d, %d', (lng, lat) => {
		const nearest = nearestOf([lng, lat], { type: 'LineString', coordinates: path });
		const all = path.slice(1).flatMap(([bx = 0, by = 0], i) => {
			const [ax = 0, ay = 0] = path[i] ?? [];
			return Array.from({ length: 1001 }, (_, share) => [
				ax + ((bx - ax) * share) / 1000,
				ay + ((by - ay) * share) / 1000
			]);
		});
		const distances = all.map((position) => metresBetween([lng, lat], position));
		const metres = metresBetween([lng, lat], nearest ?? [0, 0]);
		// the samples are 2.3 m apart, at most
		expect(Math.abs(metres - Math.min(...distances))).toBeLessThan(0.01);
		expect(Math.min(...all.map((position) => metresBetween(position, nearest!)))).toBeLessThan(1.2);
	});

	it('of a line without length is its position', () => {
		const coordinates = [
			[106.6, 29.5],
			[106.6, 29.5]
		];
		expect(nearestOf([106, 29], { type: 'LineString', coordinates })).toEqual([106.6, 29.5]);
	});
});

describe('lengthOf', () => {
	it('is in metres', () => {
		const line: Geometry = {
			type: 'LineString',
			coordinates: [
				[0, 0],
				[0, 1]
			]
		};
		expect(lengthOf(line)).toBeCloseTo(111195, -1);
		expect(lengthOf({ type: 'Point', coordinates: [0, 0] })).toBe(0);
	});
});

describe('metresTo', () => {
	it('measures to the nearest place on a line, an edge or a point', () => {
		const line: Geometry = {
			type: 'LineString',
			coordinates: [
				[106, 29.5],
				[107, 29.5]
			]
		};
		expect(metresTo([106.5, 29.501], line)).toBeCloseTo(111.2, 0);
		expect(metresTo([105.999, 29.5], line)).toBeCloseTo(96.8, 0);
		expect(metresTo([11, 11], SQUARE)).toBeGreaterThan(50_000);
		expect(metresTo([10.1, 10.1], SQUARE)).toBe(0);
		expect(metresTo([0, 0], { type: 'Point', coordinates: [0, 0.001] })).toBeCloseTo(111.2, 0);
		expect(metresTo([0, 0], { type: 'MultiPoint', coordinates: [] })).toBe(Infinity);
	});
});

describe('datum', () => {
	it.each(['GCJ-02', 'BD-09'] as const)('%s is undone to within half a metre', (datum) => {
		for (const place of [
			[83.04, 39.005],
			[106.65, 29.5],
			[121.5, 31.2]
		]) {
			const shifted = fromWgs84(place, datum);
			expect(metresBetween(place, shifted)).toBeGreaterThan(200);
			expect(metresBetween(place, toWgs84(shifted, datum))).toBeLessThan(0.5);
		}
	});

	it('WGS-84 stays, but for its decimals', () => {
		expect(toWgs84([106.12345678, 29.5], 'WGS-84')).toEqual([106.123457, 29.5]);
	});
});

describe('datums', () => {
	const [west, south, east, north] = SHIFTED_REGION;
	// Away from the edge, where a service may put a position on the other side of it.
	const inChina = fc.tuple(
		fc.double({ min: west + 0.1, max: east - 0.1, noNaN: true }),
		fc.double({ min: south + 0.1, max: north - 0.1, noNaN: true })
	);
	const SHIFTS = { 'GCJ-02': gcj02, 'BD-09': bd09 } as const;

	it.each(['GCJ-02', 'BD-09'] as const)('%s and back is within half a metre', (datum) => {
		fc.assert(
			fc.property(inChina, (position) => {
				const shifted = fromWgs84(position, datum);
				expect(metresBetween(toWgs84(shifted, datum), position)).toBeLessThan(0.5);
			}),
			runs(500)
		);
	});

	it.each(['GCJ-02', 'BD-09'] as const)('%s is what the published formula gives', (datum) => {
		fc.assert(
			fc.property(inChina, (position) => {
				const [shifted, published] = [fromWgs84(position, datum), SHIFTS[datum](position)];
				expect(metresBetween(shifted, published)).toBeLessThan(0.2);
			}),
			runs(500)
		);
	});

	it('stay as they are outside of the region, and WGS-84 everywhere', () => {
		const outside = fc
			.tuple(
				fc.double({ min: -180, max: 180, noNaN: true }),
				fc.double({ min: -85, max: 85, noNaN: true })
			)
			.filter(([lng, lat]) => lng < west || lng > east || lat < south || lat > north);
		fc.assert(
			fc.property(outside, inChina, (far, near) => {
				for (const [position, datum] of [
					[far, 'GCJ-02'],
					[far, 'BD-09'],
					[near, 'WGS-84']
				] as const)
					for (const change of [toWgs84, fromWgs84]) {
						const [lng, lat] = change(position, datum);
						expect(Math.abs(lng - position[0])).toBeLessThanOrEqual(5.001e-7);
						expect(Math.abs(lat - position[1])).toBeLessThanOrEqual(5.001e-7);
					}
			})
		);
	});
});
