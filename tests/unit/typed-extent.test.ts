import { describe, expect, it } from 'vitest';
import { typedExtent } from '../../src/lib/draft/typed-extent';
import { metresBetween } from '../../src/lib/geo/nearest';
import { extentArea } from '../../src/lib/source/extent-area';

describe('an extent as it is typed', () => {
	it.each([
		['82.9, 38.9, 83.1, 39.1', [82.9, 38.9, 83.1, 39.1]],
		[' 82.9 38.9 83.1 39.1 ', [82.9, 38.9, 83.1, 39.1]],
		['82.9，38.9；83.1；39.1', [82.9, 38.9, 83.1, 39.1]],
		['－1.5, −2, +3, ４', [-1.5, -2, 3, 4]],
		['-180 -85 180 85', [-180, -85, 180, 85]]
	])('%j is read', (text, bounds) => {
		expect(typedExtent(text)).toEqual(bounds);
	});

	it.each([
		'',
		'1, 2, 3',
		'1, 2, 3, 4, 5',
		'a, 2, 3, 4',
		'1, 2, 3, 4 km',
		'1.2.3, 4, 5, 6',
		'1, 2, -3 km'
	])('%j has no form of one', (text) => {
		expect(typedExtent(text)).toBe('form');
	});

	it.each([
		'83.1, 38.9, 82.9, 39.1',
		'82.9, 39.1, 83.1, 38.9',
		'82.9, 38.9, 82.9, 39.1',
		'82.9, 38.9, 83.1, 38.9',
		'-180.1, 0, 1, 1',
		'0, 0, 180.1, 1',
		'0, -85.1, 1, 1',
		'0, 0, 1, 85.1',
		'83, 39, 0 km'
	])('%j has not its order', (text) => {
		expect(typedExtent(text)).toBe('order');
	});

	it.each([
		'106.6, 29.5, 12 km',
		'106.6 29.5 12公里',
		'１０６.６，29.5，12 千米',
		'106.6, 29.5, 12KM'
	])('%j is a square of that width around a middle', (text) => {
		const [west, south, east, north] = typedExtent(text) as number[] as [
			number,
			number,
			number,
			number
		];
		expect((west + east) / 2).toBeCloseTo(106.6, 3);
		expect((south + north) / 2).toBeCloseTo(29.5, 3);
		expect(metresBetween([west, 29.5], [east, 29.5]) / 12_000).toBeCloseTo(1, 1);
		expect(metresBetween([106.6, south], [106.6, north]) / 12_000).toBeCloseTo(1, 1);
		for (const one of [west, south, east, north]) expect(one).toBe(Number(one.toFixed(3)));
	});
});

describe('the circle around an extent', () => {
	it('has the middle of it, and reaches to its corners', () => {
		const { center, radius } = extentArea([106.5004, 29.4, 106.7, 29.6]);
		expect(center).toEqual([106.6, 29.5]);
		const corner = metresBetween([106.6002, 29.5], [106.7, 29.6]);
		expect(Math.abs(radius / corner - 1)).toBeLessThan(0.005);
		expect(Number.isInteger(radius)).toBe(true);
	});
});
