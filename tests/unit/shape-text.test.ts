import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readShape, shapeKindOf, shapeOf, writeShape } from '../../src/lib/draft/shape-text';

const LINE: Geometry = {
	type: 'LineString',
	coordinates: [
		[83, 39],
		[83.1, 39.1]
	]
};
const LINES: Geometry = {
	type: 'MultiLineString',
	coordinates: [
		LINE.coordinates,
		[
			[83.2, 39],
			[83.3, 39],
			[83.4, 39]
		]
	]
};
const RING = [
	[83, 39],
	[83.1, 39],
	[83, 39.1],
	[83, 39]
];
const AREA: Geometry = { type: 'Polygon', coordinates: [RING] };
const AREAS: Geometry = {
	type: 'MultiPolygon',
	coordinates: [[RING], [RING.map(([lng, lat]) => [lng! + 1, lat!])]]
};

describe('a shape as its corners are typed', () => {
	it.each([
		['line', LINE],
		['line', LINES],
		['area', AREA],
		['area', AREAS]
	] as const)('is written and read again: %s, $type', (kind, geometry) => {
		expect(shapeKindOf(geometry)).toBe(kind);
		expect(readShape(kind, writeShape(geometry)!)).toEqual({ shape: geometry });
	});

	it('has no corner twice, and an empty line between parts', () => {
		expect(writeShape(AREA)!.trim().split('\n')).toHaveLength(3);
		expect(writeShape(LINES)!.trim().split('\n').indexOf('')).toBe(2);
	});

	it('is nothing for a point, and for an area with a hole', () => {
		expect(shapeKindOf({ type: 'Point', coordinates: [83, 39] })).toBeNull();
		expect(writeShape({ type: 'Polygon', coordinates: [RING, RING] })).toBeNull();
	});

	it('needs two corners of a line and three of an area, in each part', () => {
		expect(readShape('line', '83, 39')).toEqual({ tooFew: 2 });
		expect(readShape('area', '83, 39\n83.1, 39')).toEqual({ tooFew: 3 });
		expect(readShape('line', '83, 39\n83.1, 39\n\n83, 39')).toEqual({ tooFew: 2 });
		expect(readShape('line', 'x, 39')).toHaveProperty('fault');
		expect(shapeOf('line', [])).toBeNull();
	});
});
