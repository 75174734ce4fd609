import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAYER_GROUPS } from '../../src/lib/style/groups';
import {
	FIRST_VIEW,
	PANELS,
	parseView,
	roundCamera,
	TEXTS,
	writeView,
	type View
} from '../../src/lib/view/view';

const known = {
	hasSite: (id: string) => /^[a-z0-9-]{1,60}$/.test(id),
	hasPassage: (n: number) => n >= 1 && n <= 999
};

const views: fc.Arbitrary<View> = fc
	.record({
		site: fc.option(fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,2}$/)),
		passage: fc.option(fc.integer({ min: 1, max: 999 })),
		mention: fc.integer({ min: 0, max: 99 }),
		panel: fc.constantFrom(...PANELS),
		map: fc.boolean(),
		text: fc.constantFrom(...TEXTS),
		hidden: fc.subarray([...LAYER_GROUPS]),
		camera: fc.option(
			fc
				.record({
					lng: fc.double({ min: -180, max: 180, noNaN: true }),
					lat: fc.double({ min: -85, max: 85, noNaN: true }),
					zoom: fc.double({ min: 0, max: 24, noNaN: true })
				})
				.map(({ lng, lat, zoom }) => roundCamera({ center: [lng, lat], zoom }))
		)
	})
	// Without a site there is no mention to stand on.
	.map((view) => ({ ...view, mention: view.site ? view.mention : 0 }));

describe('the view in a link', () => {
	test('reads back what it wrote, in at most 300 ASCII characters', () => {
		fc.assert(
			fc.property(views, (view) => {
				const link = writeView(view);
				expect(parseView(new URLSearchParams(link), known)).toEqual(view);
				expect(link).toMatch(/^[\x20-\x7e]{0,300}$/);
			})
		);
	});

	test('is empty for the first view', () => {
		expect(writeView(FIRST_VIEW)).toBe('');
		expect(parseView(new URLSearchParams(''), known)).toEqual(FIRST_VIEW);
	});

	test.each([
		'site=<script>&p=x&at=a,b,c',
		'site=&p=-1&m=-3&off=nothing&panel=x&map=on&text=y',
		'at=181,0,3',
		'at=1,2',
		'p=1.5&m=1e9',
		'at=,,'
	])('falls back to the first view for %s', (query) => {
		expect(parseView(new URLSearchParams(query), known)).toEqual(FIRST_VIEW);
	});

	test('never throws, whatever the link says', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (key, value) => {
				parseView(new URLSearchParams(`${key}=${value}&site=${value}&at=${value}`), known);
			})
		);
	});
});
