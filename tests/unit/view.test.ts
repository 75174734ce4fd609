import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS, OUTCOMES, PRECISIONS, STATUSES, THEMES } from '../../src/lib/atlas/terms';
import { dayOf } from '../../src/lib/atlas/span';
import { LAYER_GROUPS } from '../../src/lib/style/groups';
import { MAX_ADDRESS, parseAddress } from '../../src/lib/view/address';
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
import { kindOf, MAX_OVERLAYS, OVERLAY_KINDS, type Overlay } from '../../src/lib/view/overlays';
import { COLUMNS, FIRST_TABLE, nextSort } from '../../src/lib/view/table';
import {
	FIRST_VIEW,
	PANELS,
	parseView,
	roundCamera,
	TEXTS,
	TOOLS,
	writeView,
	type View
} from '../../src/lib/view/view';
import { runs } from '../support/runs';

const known = {
	hasSite: (id: string) => /^[a-z0-9-]{1,60}$/.test(id),
	hasPassage: (n: number) => n >= 1 && n <= 999
};

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

const views: fc.Arbitrary<View> = fc
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

describe('the view in a link', () => {
	test('reads back what it wrote, in ASCII and not too long', () => {
		fc.assert(
			fc.property(views, (view) => {
				const link = writeView(view);
				expect(parseView(new URLSearchParams(link), known)).toEqual(view);
				expect(link).toMatch(/^[\x21-\x7e]*$/);
				const isPlain =
					view.filter === NO_FILTER &&
					view.around === null &&
					view.measure === FIRST_MEASURE &&
					view.table === FIRST_TABLE;
				const isOwn = typeof view.base === 'string' && view.overlays.length === 0;
				if (isOwn) expect(link.length).toBeLessThanOrEqual(isPlain ? 300 : 2000);
			}),
			runs(1000)
		);
	});

	test.each([
		['date=2025-06-27', '2025-06-27'],
		['date=2025-02', '2025-02-28'],
		['date=2024', '2024-12-31'],
		['date=2025-02-29', null],
		['date=2025-13', null],
		['date=1024', null],
		['date=soon', null]
	])('reads %s as %s', (query, date) => {
		expect(parseView(new URLSearchParams(query), known).date).toBe(date);
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
		'at=,,',
		'status=built&topic=&kind=__proto__&precision=exact%00&promise=constructor',
		'near=1,2&area=1,2.3,4',
		'near=site:a,-5',
		'near=site:A,5',
		'near=1,2,0',
		'near=200,2,100',
		'near=1,2,1e9',
		'area=1,1.zzzzzz,zzzzzz.1,1',
		'area=,.,.,',
		'q=%20&tool=saw',
		'dim=rail100.roads0.labels5.sea20.rail',
		'measure=ruler&draw=line:1,1.,&radius=99&line=A',
		'draw=circle:1,1&radius=800.5&line=-',
		'draw=line:zzzzzz,1&radius=1e9',
		'sort=size&cols=constructor.size',
		'sort=--name&cols=',
		'sort=name-',
		'base=javascript:alert(1)&overlay=data:text/html,x',
		'base=//example.org/a.pmtiles&overlay=\\\\example.org\\a',
		'base=https://me:secret@example.org/a.pmtiles&overlay=http://me@example.org/',
		'base=https://&overlay=https:///&overlay=',
		'base=https://exa mple.org/&overlay=https://example.org/%0a',
		'base=ftp://example.org/a.pmtiles&overlay=blob:https://example.org/1',
		`base=https://example.org/${'a'.repeat(1000)}`,
		'base=https://example.org/<script>&overlay=60.off!',
		'base=mailto:x&overlay=a:b'
	])('falls back to the first view for %s', (query) => {
		expect(parseView(new URLSearchParams(query), known)).toEqual(FIRST_VIEW);
	});

	test('reads bases and overlays as people may write them', () => {
		const read = (query: string) => parseView(new URLSearchParams(query), known);
		expect(read('base=none').base).toBe('none');
		expect(read('base=tianditu').base).toBe('tianditu');
		expect(read('base=https://a.example/x.pmtiles').base).toEqual({
			url: 'https://a.example/x.pmtiles'
		});
		const { overlays } = read(
			'overlay=data/a.geojson&overlay=50.off!https://a.example/{z}/{x}/{-y}.png&overlay=geojson!https://a.example/x?f=1&overlay=data/a.geojson'
		);
		expect(overlays).toEqual([
			{ url: 'data/a.geojson', kind: 'geojson', opacity: 100, isShown: true },
			{ url: 'https://a.example/{z}/{x}/{-y}.png', kind: 'xyz', opacity: 50, isShown: false },
			{ url: 'https://a.example/x?f=1', kind: 'geojson', opacity: 100, isShown: true }
		]);
		const many = Array.from({ length: 20 }, (_, i) => `overlay=data/${i}.geojson`).join('&');
		expect(read(many).overlays).toHaveLength(MAX_OVERLAYS);
		expect(parseAddress('a'.repeat(MAX_ADDRESS + 1))).toBeNull();
	});

	test.each([
		['https://a.example/b.geojson?v=1', 'geojson'],
		['/data/b.json', 'geojson'],
		['https://a.example/b.pmtiles', 'pmtiles'],
		['https://{s}.a.example/{z}/{x}/{y}@2x.png', 'xyz'],
		['https://a.example/{z}/{y}/{x}', 'xyz'],
		[
			'https://a.example/wmts?layer=a&Request=GetTile&TileMatrix={z}&TileRow={y}&TileCol={x}',
			'wmts'
		],
		['https://a.example/1.0.0/WMTSCapabilities.xml', 'wmts'],
		['https://a.example/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png', 'wmts'],
		['https://a.example/ows?service=WMTS&request=GetCapabilities', 'wmts'],
		['https://a.example/ows?SERVICE=WMS&REQUEST=GetCapabilities', 'wms'],
		['https://a.example/ows?request=getmap&layers=a', 'wms'],
		['https://a.example/ows', null]
	])('knows what %s gives', (url, kind) => {
		expect(kindOf(url)).toBe(kind);
	});

	test('always shows the name in the table, and its columns in their order', () => {
		const { table } = parseView(new URLSearchParams('cols=lat.since.since.x'), known);
		expect(table.columns).toEqual(['name', 'since', 'lat']);
	});

	test('sorts by a column upwards, downwards, and then as in the text again', () => {
		const up = nextSort({ column: 'name', descending: true }, 'since');
		const down = nextSort(up, 'since');
		expect(up).toEqual({ column: 'since', descending: false });
		expect(down).toEqual({ column: 'since', descending: true });
		expect(nextSort(down, 'since')).toBeNull();
	});

	test('never throws, whatever the link says', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (key, value) => {
				parseView(new URLSearchParams(`${key}=${value}&site=${value}&at=${value}`), known);
			})
		);
	});
});
