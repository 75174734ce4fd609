import fc from 'fast-check';
import { dayOf } from '../../src/lib/atlas/span';
import { KINDS, OUTCOMES, PRECISIONS, STATUSES, THEMES } from '../../src/lib/atlas/terms';
import { LAYER_GROUPS } from '../../src/lib/style/groups';
import { parseAddress } from '../../src/lib/view/address';
import type { Base } from '../../src/lib/view/base';
import { MAX_CORNERS } from '../../src/lib/view/corners';
import { MAX_TEXT, NO_FILTER, type Filter, type Reach } from '../../src/lib/view/filter';
import {
	FIRST_MEASURE,
	MEASURES,
	RADIUS,
	SHAPE_GRAIN,
	SHAPE_KINDS,
	type Measure
} from '../../src/lib/view/measure';
import { MAX_OVERLAYS, OVERLAY_KINDS, type Overlay } from '../../src/lib/view/overlays';
import { COLUMNS, FIRST_TABLE } from '../../src/lib/view/table';
import { PANELS, roundCamera, TEXTS, TOOLS, type View } from '../../src/lib/view/view';

const ids = fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,2}$/);
const days = fc.integer({ min: -25_000, max: 84_000 }).map(dayOf);
/** To so many units in a degree. */
const positions = (grain: number) =>
	fc
		.tuple(
			fc.integer({ min: -180 * grain, max: 180 * grain }),
			fc.integer({ min: -85 * grain, max: 85 * grain })
		)
		.map(([lng, lat]): [number, number] => [lng / grain, lat / grain]);

const reaches: fc.Arbitrary<Reach> = fc.record({
	origin: fc.oneof(
		fc.record({ site: ids }),
		fc.record({ station: ids }),
		fc.record({ at: positions(100_000) })
	),
	metres: fc.integer({ min: 1, max: 100_000 })
});

const filters: fc.Arbitrary<Filter> = fc.record({
	status: fc.subarray([...STATUSES]),
	theme: fc.subarray([...THEMES]),
	kind: fc.subarray([...KINDS]),
	precision: fc.subarray([...PRECISIONS]),
	promise: fc.subarray([...OUTCOMES]),
	near: fc.option(reaches),
	area: fc.option(fc.array(positions(10_000), { minLength: 3, maxLength: MAX_CORNERS })),
	text: fc
		.string({ unit: 'grapheme', maxLength: MAX_TEXT / 4 })
		.map((text) => text.toWellFormed().trim())
		.filter((text) => [...text].length <= MAX_TEXT)
});

const measures: fc.Arbitrary<Measure> = fc.record({
	name: fc.constantFrom(...MEASURES),
	shape: fc.record({
		kind: fc.constantFrom(...SHAPE_KINDS),
		corners: fc.array(positions(SHAPE_GRAIN), { maxLength: MAX_CORNERS })
	}),
	radius: fc.integer(RADIUS),
	line: fc.option(ids)
});

const tables: fc.Arbitrary<View['table']> = fc.record({
	sort: fc.option(fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() })),
	columns: fc.subarray([...COLUMNS]).map((some) => [...new Set(['name' as const, ...some])])
});

/** Addresses with parameters, places for numbers, other scripts and characters that have a meaning. */
const addresses = fc
	.tuple(
		fc.constantFrom('https://', 'http://localhost:8080/', 'https://{s}.', '/', '', '60!', 'off.x!'),
		fc.string({ unit: fc.constantFrom(...'abz09.-_~/%?#&=+!$*,:;@{}|[]图é😀'), maxLength: 40 }),
		fc.constantFrom('', '.pmtiles', '.geojson', '/{z}/{x}/{y}.png', '?SERVICE=WMS&REQUEST=GetMap')
	)
	.map((parts) => parts.join(''))
	.filter((text) => parseAddress(text) === text);

const bases: fc.Arbitrary<Base> = fc.oneof(
	fc.constantFrom<Base[]>('embedded', 'none', 'tianditu'),
	addresses.map((url) => ({ url }))
);

const overlays: fc.Arbitrary<Overlay[]> = fc.uniqueArray(
	fc.record({
		url: addresses,
		kind: fc.constantFrom(...OVERLAY_KINDS),
		opacity: fc.integer({ min: 1, max: 10 }).map((n) => n * 10),
		isShown: fc.boolean()
	}),
	{ selector: ({ url }) => url, maxLength: MAX_OVERLAYS }
);

/** Any view that a link can carry, as `parseView` gives it. */
export const views: fc.Arbitrary<View> = fc
	.record({
		site: fc.option(ids),
		passage: fc.option(fc.integer({ min: 1, max: 999 })),
		mention: fc.integer({ min: 0, max: 99 }),
		panel: fc.constantFrom(...PANELS),
		tool: fc.constantFrom(...TOOLS),
		map: fc.boolean(),
		text: fc.constantFrom(...TEXTS),
		hidden: fc.subarray([...LAYER_GROUPS]),
		opacity: fc
			.uniqueArray(fc.constantFrom(...LAYER_GROUPS))
			.chain((groups) =>
				fc.record(
					Object.fromEntries(
						groups.map((group) => [group, fc.integer({ min: 1, max: 9 }).map((n) => n * 10)])
					)
				)
			)
			.map((opacity) => ({ ...opacity })),
		base: fc.oneof(fc.constant<Base>('embedded'), bases),
		overlays: fc.oneof(fc.constant([]), overlays),
		camera: fc.option(
			fc
				.record({
					lng: fc.double({ min: -180, max: 180, noNaN: true }),
					lat: fc.double({ min: -85, max: 85, noNaN: true }),
					zoom: fc.double({ min: 0, max: 24, noNaN: true })
				})
				.map(({ lng, lat, zoom }) => roundCamera({ center: [lng, lat], zoom }))
		),
		date: fc.option(days),
		compared: fc.option(days),
		filter: fc.oneof(fc.constant(NO_FILTER), filters),
		around: fc.option(reaches),
		measure: fc.oneof(fc.constant(FIRST_MEASURE), measures),
		table: fc.oneof(fc.constant(FIRST_TABLE), tables)
	})
	// Without a site there is no mention to stand on.
	.map((view) => ({ ...view, mention: view.site ? view.mention : 0 }));
