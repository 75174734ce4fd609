import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_ADDRESS, parseAddress } from '../../src/lib/view/address';
import { isSameBase, type Base } from '../../src/lib/view/base';
import { MAX_CORNERS } from '../../src/lib/view/corners';
import { isEmpty, MAX_TEXT, NO_FILTER } from '../../src/lib/view/filter';
import { FIRST_MEASURE } from '../../src/lib/view/measure';
import { kindOf, MAX_OVERLAYS } from '../../src/lib/view/overlays';
import { FIRST_TABLE, nextSort } from '../../src/lib/view/table';
import { FIRST_VIEW, parseView, writeView, type View } from '../../src/lib/view/view';
import { views } from '../support/random-views';
import { runs } from '../support/runs';

const known = {
	hasSite: (id: string) => /^[a-z0-9-]{1,60}$/.test(id),
	hasPassage: (n: number) => n >= 1 && n <= 999
};

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
		'at=1,86,3',
		'at=1,2',
		'at=1,2,-1',
		'at=1,2,25',
		'p=1.5&m=1e9',
		'm=1000',
		'at=,,',
		'status=built&topic=&kind=__proto__&precision=exact%00&promise=constructor',
		'near=1,2&area=1,2.3,4',
		'near=site:a,-5',
		'near=site:A,5',
		'near=1,2,0',
		'near=200,2,100',
		'near=1,2,1e9',
		'near=1,2,100,3',
		'near=1,,100',
		'area=1,1.zzzzzz,zzzzzz.1,1',
		'area=,.,.,',
		'area=!1,1.1,1.1,1&draw=line:1,1!',
		'q=%20&tool=saw',
		'dim=rail100.roads0.labels5.sea20.rail.1rail50',
		'measure=ruler&draw=line:1,1.,&radius=99&line=A',
		'draw=circle:1,1&radius=800.5&line=-',
		'draw=line:zzzzzz,1&radius=1e9',
		'line=!a',
		'line=a!',
		'sort=size&cols=constructor.size',
		'sort=--name&cols=',
		'sort=name-',
		'base=javascript:alert(1)&overlay=data:text/html,x',
		'base=//example.org/a.pmtiles&overlay=\\\\example.org\\a',
		'base=https://me:secret@example.org/a.pmtiles&overlay=http://me@example.org/',
		'base=//here.invalid/a.pmtiles&overlay=https:example.org/a.geojson',
		'base=ftp://example.org/?https://a.example/&overlay=https:data/a.geojson',
		'base=https://&overlay=https:///&overlay=',
		'base=https://exa mple.org/&overlay=https://example.org/%0a',
		'base=ftp://example.org/a.pmtiles&overlay=blob:https://example.org/1',
		`base=https://example.org/${'a'.repeat(1000)}`,
		'base=https://example.org/<script>&overlay=60.off!',
		'base=mailto:x&overlay=a:b',
		'base=https://example.org/%E2%80%AEgpj.exe&overlay=%E2%80%8Bjavascript:1'
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
		expect(parseAddress('a'.repeat(MAX_ADDRESS))).toHaveLength(MAX_ADDRESS);
		expect(read('overlay=150!data/a.geojson').overlays).toMatchObject([{ opacity: 100 }]);
		expect(read('overlay=500!data/a.geojson').overlays).toMatchObject([{ opacity: 100 }]);
	});

	test('reads as much of a name and as many corners as a filter holds', () => {
		const read = (query: string) => parseView(new URLSearchParams(query), known).filter;
		expect(read(`q=${'图'.repeat(MAX_TEXT + 1)}`).text).toBe('图'.repeat(MAX_TEXT));
		const corners = (count: number) => Array.from({ length: count }, () => '1,1').join('.');
		expect(read(`area=${corners(MAX_CORNERS)}`).area).toHaveLength(MAX_CORNERS);
		expect(read(`area=${corners(MAX_CORNERS + 1)}`).area).toBeNull();
	});

	test.each<[string, Partial<View>]>([
		['?site=a', { site: 'a' }],
		['?site=a&m=1', { site: 'a', mention: 1 }],
		['', { mention: 1 }],
		[
			'?overlay=data/a.geojson',
			{ overlays: [{ url: 'data/a.geojson', kind: 'geojson', opacity: 100, isShown: true }] }
		],
		[
			'?overlay=data/a',
			{ overlays: [{ url: 'data/a', kind: 'geojson', opacity: 100, isShown: true }] }
		],
		[
			'?overlay=60.off.xyz!data/a',
			{ overlays: [{ url: 'data/a', kind: 'xyz', opacity: 60, isShown: false }] }
		]
	])('writes no more than %s', (link, view) => {
		expect(writeView({ ...FIRST_VIEW, ...view })).toBe(link);
	});

	test.each<[Base, Base, boolean]>([
		['none', 'none', true],
		['none', 'embedded', false],
		['none', { url: 'none' }, false],
		[{ url: 'none' }, 'none', false],
		[{ url: 'a.pmtiles' }, { url: 'a.pmtiles' }, true],
		[{ url: 'a.pmtiles' }, { url: 'b.pmtiles' }, false]
	])('knows whether %j and %j are one base', (one, other, isSame) => {
		expect(isSameBase(one, other)).toBe(isSame);
	});

	test('has an empty filter only where nothing is asked for', () => {
		expect(isEmpty(NO_FILTER)).toBe(true);
		expect(isEmpty({ ...NO_FILTER, text: '站' })).toBe(false);
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
		['https://a.example/ows', null],
		['https://a.example/b.pmtiles/about', null],
		['https://a.example/b.json.html', null],
		['https://a.example/WMTSCapabilities.xml.html', null],
		['https://a.example/{z}/{x}', null],
		['https://a.example/{z}/{y}', null],
		['https://a.example/{x}/{y}', null]
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
