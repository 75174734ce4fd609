import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Where } from '../../src/lib/draft/location';
import { adjusted, handlesOf } from '../../src/lib/studio/map/handles';

function whereOf(geometry: Geometry): Where {
	return { geometry, location: { precision: 'approximate', accuracy: 100 } } as unknown as Where;
}

const LONG: Geometry = {
	type: 'MultiLineString',
	coordinates: [
		[
			[83.1, 39],
			[83.11, 39.01]
		],
		[
			[83.123456789012, 39.02, 240],
			[83.13, 39.03]
		]
	]
};

describe('what can be dragged of a place', () => {
	it('has two numbers of 6 decimals at each corner, whatever the file has', () => {
		const corners = handlesOf(whereOf(LONG))!.flatMap((one) => one.coordinates as number[][]);
		expect(corners).toHaveLength(4);
		expect(corners[2]).toEqual([83.123457, 39.02]);
		for (const corner of corners) expect(corner).toHaveLength(2);
		const point = handlesOf(whereOf({ type: 'Point', coordinates: [83.12345678901, 39, 5] }));
		expect(point).toEqual([{ type: 'Point', coordinates: [83.123457, 39] }]);
	});

	it('gives all parts back when nothing was dragged', () => {
		const where = whereOf(LONG);
		const after = adjusted(where, handlesOf(where)!);
		expect(after.geometry).toMatchObject({ type: 'MultiLineString' });
		expect((after.geometry as { coordinates: unknown[] }).coordinates).toHaveLength(2);
	});

	it('is nothing where a part is no shape, so that none is lost', () => {
		const coordinates = [...(LONG as { coordinates: number[][][] }).coordinates, [[83.2, 39]]];
		expect(handlesOf(whereOf({ type: 'MultiLineString', coordinates }))).toBeNull();
	});
});
