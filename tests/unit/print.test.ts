import geographic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { briefOf, detailsOf, type SiteBrief } from '../../src/lib/atlas/brief';
import { contentOf, type Order } from '../../src/lib/explorer/print/content';
import {
	formatScale,
	scaleBarOf,
	scaleNumber,
	withRoundScale
} from '../../src/lib/explorer/print/map-scale';
import { paginate, type Heights } from '../../src/lib/explorer/print/paginate';
import { pageRule, paperSize } from '../../src/lib/explorer/print/paper';
import { shownLegend } from '../../src/lib/explorer/print/shown-legend';
import { today } from '../../src/lib/explorer/print/today';
import { homeCamera, seenBounds } from '../../src/lib/geo/camera';
import { FIRST_VIEW } from '../../src/lib/view/view';
import { fixtureAtlas } from '../support/fixture-atlas';

const atlas = fixtureAtlas();
const brief = briefOf(atlas, 'zh');
const details = detailsOf(atlas);
const ground = { credits: { zh: ['© 测绘者'], en: ['© Surveyors'] }, layers: {} };

describe('the scale of a printed map', () => {
	/** Sizes of the drawing at 4.5 pixels a millimetre: a map of 160 × 120 mm. */
	const size = { width: 720, height: 540 };
	const perMm = 4.5;

	test.each([
		[0, 13],
		[29.5, 12.3],
		[60, 11]
	])('at %d° north and zoom %d is that of the ellipsoid, within half a per cent', (lat, zoom) => {
		const camera = { center: [106.6, lat] as [number, number], zoom };
		const number = scaleNumber(camera, perMm);
		const [west, south, east, north] = seenBounds(camera, size);
		const { WGS84 } = geographic.Geodesic;
		const wide = WGS84.Inverse(lat, west, lat, east).s12 ?? NaN;
		const high = WGS84.Inverse(south, 106.6, north, 106.6).s12 ?? NaN;
		expect(Math.abs((number * 0.16) / wide - 1)).toBeLessThan(0.005);
		expect(Math.abs((number * 0.12) / high - 1)).toBeLessThan(0.008);
	});

	test('is made round by showing a little more', () => {
		const camera = { center: [90.1, 0.1] as [number, number], zoom: 14.2 };
		const round = withRoundScale(camera, perMm, size, atlas.bounds);
		const number = scaleNumber(round, perMm);
		expect(number).toBeGreaterThanOrEqual(scaleNumber(camera, perMm));
		expect(number / scaleNumber(camera, perMm)).toBeLessThan(1.1);
		const unit = 10 ** (Math.floor(Math.log10(number)) - 1);
		expect(number / unit).toBeCloseTo(Math.round(number / unit), 6);
	});

	test('stays as it is where more would lie beyond the atlas', () => {
		const all = homeCamera(atlas.bounds, size, atlas.bounds);
		expect(withRoundScale(all, perMm, size, atlas.bounds)).toBe(all);
	});

	test('is written to three figures', () => {
		expect(formatScale(87_000.4, 'zh')).toBe('1 : 87000');
		expect(formatScale(123_456, 'en')).toBe('1 : 123,000');
		expect(formatScale(9_876, 'en')).toBe('1 : 9,880');
	});

	test.each([
		[100_000, 60, 5000, 50],
		[87_000, 60, 5000, 57.47],
		[17_000, 60, 1000, 58.82],
		[76_000, 20, 1000, 13.16]
	])('1 : %d has in %d mm a bar of %d m, %d mm long', (number, longest, metres, mm) => {
		const bar = scaleBarOf(number, longest);
		expect(bar.metres).toBe(metres);
		expect(bar.mm).toBeCloseTo(mm, 2);
	});
});

describe('paper', () => {
	test('is of ISO 216, held either way', () => {
		expect(paperSize({ paper: 'A4', orientation: 'portrait' })).toEqual({
			width: 210,
			height: 297
		});
		expect(paperSize({ paper: 'A3', orientation: 'landscape' })).toEqual({
			width: 420,
			height: 297
		});
	});

	test('is asked of the browser, with no margin besides the sheet’s own', () => {
		expect(pageRule({ paper: 'A3', orientation: 'landscape' })).toBe(
			'@page { size: A3 landscape; margin: 0; }'
		);
	});
});

describe('pages', () => {
	const rows = Array.from({ length: 23 }, (_, index) => 20 + (index % 4) * 15);
	const list = Array.from({ length: 17 }, (_, index) => 30 + (index % 3) * 10);
	const heights: Heights = { rows, head: 25, list, heading: 40 };
	const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

	test.each([120, 200, 333, 1000])('of %d hold all in order, and no more than they can', (room) => {
		const pages = paginate(heights, room);
		let [row, entry] = [0, 0];
		for (const { rows: own, list: cited } of pages) {
			expect(own[0]).toBe(row);
			expect(cited[0]).toBe(entry);
			[row, entry] = [own[1], cited[1]];
			// Sources come after the last row.
			if (cited[1] > cited[0]) expect(row).toBe(rows.length);
			const ofRows = own[1] > own[0] ? heights.head + sum(rows.slice(...own)) : 0;
			const ofList = cited[1] > cited[0] ? heights.heading + sum(list.slice(...cited)) : 0;
			expect(ofRows + ofList).toBeGreaterThan(0);
			expect(ofRows + ofList).toBeLessThanOrEqual(room);
		}
		expect([row, entry]).toEqual([rows.length, list.length]);
	});

	test('are one for what has room in it, and none for nothing', () => {
		expect(paginate({ ...heights, rows: [10], list: [10] }, 100)).toEqual([
			{ rows: [0, 1], list: [0, 1] }
		]);
		expect(paginate({ ...heights, rows: [], list: [] }, 100)).toEqual([]);
	});

	test('end with a table whose heading would stand alone', () => {
		expect(paginate({ rows: [50], head: 20, list: [40], heading: 20 }, 100)).toEqual([
			{ rows: [0, 1], list: [0, 0] },
			{ rows: [1, 1], list: [0, 1] }
		]);
	});

	test('have one row that is higher than they are', () => {
		const pages = paginate({ rows: [500, 10], head: 20, list: [], heading: 20 }, 100);
		expect(pages.map((page) => page.rows)).toEqual([
			[0, 1],
			[1, 2]
		]);
	});
});

describe.each(['zh', 'en'] as const)('a sheet in %s', (lang) => {
	const [harbour] = brief.sites as [SiteBrief];

	function order(changes: Partial<Order> = {}): Order {
		return {
			atlas: brief,
			lang,
			view: FIRST_VIEW,
			chosen: [],
			shown: null,
			screen: { width: 800, height: 600 },
			format: { paper: 'A4', orientation: 'portrait' },
			kept: brief.sites,
			filter: '',
			address: 'https://atlas.example/',
			hasTable: true,
			today: '2026-11-28',
			...changes
		};
	}
	const sheet = (changes?: Partial<Order>) => contentOf(order(changes), details, ground);

	test('says what every map must say', () => {
		const notes = sheet().notes.join('\n');
		const { exemption } = atlas.review as { exemption: Record<string, string> };
		const said = {
			zh: ['2026年11月1日', '2026年11月28日打印', 'WGS-84', '© 测绘者', 'CC BY 4.0'],
			en: ['1 November 2026', 'Printed on 28 November 2026', 'WGS-84', '© Surveyors', 'CC BY 4.0']
		}[lang];
		for (const one of [...said, exemption[lang] ?? '-']) expect(notes).toContain(one);
		const foot = sheet().foot.join('\n');
		for (const one of ['CC BY 4.0', exemption[lang] ?? '-']) expect(foot).toContain(one);
	});

	test('says the number of a map review where there is one', () => {
		const reviewed = { ...brief, review: { number: 'GS(2026)1' } };
		expect(sheet({ atlas: reviewed }).notes.join()).toContain('GS(2026)1');
	});

	test('leads with filter, day and choice in words', () => {
		const { lead, ringed } = sheet({
			kept: [harbour],
			filter: 'F',
			view: { ...FIRST_VIEW, date: '2025-03-04', site: harbour.id },
			chosen: [harbour],
			shown: {
				leftOut: new Set(brief.sites.slice(1).map(({ id }) => id)),
				perhaps: new Set(),
				statuses: { [harbour.id]: { status: 'planned', basis: 'known' } }
			}
		});
		const said = {
			zh: ['1处', 'F', '2025年3月4日', harbour.name.zh, '计划中'],
			en: ['1 of 4', 'F', '4 March 2025', harbour.name.en, 'Planned']
		}[lang];
		for (const one of said) expect([...lead, ringed].join('\n')).toContain(one);
		expect(sheet().lead).toHaveLength(1);
		expect(sheet().ringed).toBe('');
	});

	test('names the ringed sites of a passage, unless places are switched off', () => {
		const chosen = brief.sites.slice(0, 2);
		const view = { ...FIRST_VIEW, passage: 7 };
		const { ringed } = sheet({ chosen, view });
		expect(ringed).toContain('7');
		for (const { name } of chosen) expect(ringed).toContain(name[lang]);
		expect(sheet({ chosen, view: { ...view, hidden: ['sites'] } }).ringed).toBe('');
	});

	test('numbers its sites, and the sources that they cite as they come', () => {
		const { rows, sources } = sheet().table!;
		expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
		expect(rows.map(({ name }) => name.text)).toEqual(brief.sites.map(({ name }) => name[lang]));
		const numbers = [...new Set(rows.flatMap((row) => row.sources))];
		expect(numbers.toSorted((a, b) => a - b)).toEqual(sources.map((_, index) => index + 1));
		for (const row of rows) {
			const { history, location } = details.sites[row.id]!;
			const cited = new Set([...history.flatMap((entry) => entry.sources), ...location.sources]);
			expect(new Set(row.sources.map((number) => sources[number - 1]!.id))).toEqual(cited);
		}
	});

	test('has the places in the order of the view’s table', () => {
		const sort = { column: 'name', descending: false } as const;
		const view = { ...FIRST_VIEW, table: { ...FIRST_VIEW.table, sort } };
		const [up, down] = [false, true].map((descending) =>
			sheet({
				view: { ...view, table: { ...view.table, sort: { ...sort, descending } } }
			}).table?.rows.map(({ id }) => id)
		);
		expect(up).not.toEqual(brief.sites.map(({ id }) => id));
		expect(down).toEqual(up?.toReversed());
	});

	test('has in its table only what the filter keeps, and no table of nothing', () => {
		expect(sheet({ kept: [harbour] }).table?.rows.map(({ id }) => id)).toEqual([harbour.id]);
		expect(sheet({ kept: [] }).table).toBeNull();
		expect(sheet({ hasTable: false }).table).toBeNull();
	});
});

test('the legend leaves out what is switched off', () => {
	const names = (hidden: Parameters<typeof shownLegend>[1]) =>
		shownLegend(brief, hidden).ground.map(({ name }) => name);
	expect(names([])).toHaveLength(8);
	expect(names(['roads'])).not.toContain('motorway');
	expect(names(['nature', 'rail', 'roads'])).toEqual(['area', 'schematic']);
	const bare = shownLegend(brief, ['sites', 'rail']);
	expect([bare.statuses, bare.precisions, bare.lines]).toEqual([[], [], []]);
});

test('today is the reader’s day, not that of Greenwich', () => {
	expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
	expect(today(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
});
