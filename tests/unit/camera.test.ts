import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitCamera, homeCamera, limitCamera, panCamera, projectOn } from '../../src/lib/geo/camera';
import { fromWorld, toWorld } from '../../src/lib/geo/mercator';
import { offsetLine } from '../../src/lib/geo/offset-line';
import type { Bounds, LngLat } from '../../src/lib/atlas/schema';

const LIMITS: Bounds = [106.45, 29.4, 106.72, 29.72];
const HOME: Bounds = [106.525, 29.452, 106.72, 29.6];
const NONE = { top: 0, right: 0, bottom: 0, left: 0 };
const sizes = fc.record({
	width: fc.integer({ min: 160, max: 2600 }),
	height: fc.integer({ min: 120, max: 1600 })
});

describe('web mercator', () => {
	test('has the middle of the world in the middle, 512 pixels wide at zoom 0', () => {
		expect(toWorld([0, 0], 0)).toEqual([256, 256]);
		expect(toWorld([180, 0], 1)[0]).toBe(1024);
	});

	test('reads back what it wrote', () => {
		const places = fc.tuple(
			fc.double({ min: -179, max: 179, noNaN: true }),
			fc.double({ min: -84, max: 84, noNaN: true })
		);
		fc.assert(
			fc.property(places, fc.double({ min: 0, max: 17, noNaN: true }), (place, zoom) => {
				const [lng, lat] = fromWorld(toWorld(place, zoom), zoom);
				expect(lng).toBeCloseTo(place[0], 8);
				expect(lat).toBeCloseTo(place[1], 8);
			})
		);
	});
});

describe('a camera', () => {
	/** Pixels of the corners of bounds on the map: left, top, right, bottom. */
	function cornersOn(
		camera: ReturnType<typeof homeCamera>,
		size: { width: number; height: number },
		[w, s, e, n]: Bounds
	) {
		return [...projectOn(camera, size, [w, n]), ...projectOn(camera, size, [e, s])] as const;
	}

	test('never shows what lies beyond the limits, on any screen', () => {
		fc.assert(
			fc.property(sizes, fc.double({ min: 5, max: 17, noNaN: true }), (size, zoom) => {
				const camera = limitCamera({ center: [106.7, 29.41], zoom }, size, LIMITS);
				const [left, top, right, bottom] = cornersOn(camera, size, LIMITS);
				expect(left).toBeLessThanOrEqual(1e-6);
				expect(top).toBeLessThanOrEqual(1e-6);
				expect(right).toBeGreaterThanOrEqual(size.width - 1e-6);
				expect(bottom).toBeGreaterThanOrEqual(size.height - 1e-6);
			})
		);
	});

	test('shows all of home, unless the limits forbid', () => {
		const size = { width: 840, height: 900 };
		const [left, top, right, bottom] = cornersOn(homeCamera(HOME, size, LIMITS), size, HOME);
		expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
		expect(right).toBeLessThanOrEqual(size.width + 1e-6);
		expect(bottom).toBeLessThanOrEqual(size.height);
	});

	test('fits bounds into what panels leave free, and comes no nearer than asked', () => {
		const size = { width: 900, height: 700 };
		const padding = { ...NONE, left: 400 };
		const small: Bounds = [106.58, 29.5, 106.6, 29.52];
		const [left, , right] = cornersOn(fitCamera(small, size, LIMITS, padding, 20), size, small);
		expect(left).toBeGreaterThanOrEqual(400 - 1e-6);
		expect(right).toBeLessThanOrEqual(900 + 1e-6);
		expect(fitCamera(small, size, LIMITS, NONE, 12.5).zoom).toBe(12.5);
	});

	test('moves the ground with the hand', () => {
		const size = { width: 400, height: 300 };
		const camera = { center: [106.6, 29.55] as LngLat, zoom: 12 };
		const moved = panCamera(camera, [30, -20]);
		const [x, y] = projectOn(moved, size, camera.center);
		expect([x - 200, y - 150].map((value) => Math.round(value * 1000) / 1000)).toEqual([30, -20]);
	});
});

test('a line beside a line keeps its distance, also round a corner', () => {
	expect(
		offsetLine(
			[
				[0, 0],
				[10, 0]
			],
			2
		)
	).toEqual([
		[0, 2],
		[10, 2]
	]);
	const corner = offsetLine(
		[
			[0, 0],
			[10, 0],
			[10, 10]
		],
		2
	)[1] ?? [0, 0];
	expect(corner[0]).toBeCloseTo(8);
	expect(corner[1]).toBeCloseTo(2);
	expect(
		offsetLine(
			[
				[5, 5],
				[5, 5]
			],
			3
		)
	).toEqual([
		[5, 5],
		[5, 5]
	]);
});
