import { describe, expect, test } from 'vitest';
import type { SiteBrief } from '../../src/lib/atlas/brief';
import type { HistoryEntry, SitePromise, Status } from '../../src/lib/atlas/schema';
import { standingOf } from '../../src/lib/atlas/standing';
import { dayOfMonth, monthOf, timeEvents } from '../../src/lib/explorer/time';
import { isIn, isNear } from '../../src/lib/shown/reach';
import { shownOf, type Known } from '../../src/lib/shown/shown';
import { standingOn } from '../../src/lib/shown/standing-on';
import { statusOn } from '../../src/lib/shown/status-on';
import { NO_FILTER, type Filter } from '../../src/lib/view/filter';

const entry = (date: string, status: Status): HistoryEntry => ({
	date,
	status,
	note: { zh: '注', en: 'note' },
	sources: ['a']
});

const promise = (by: string, outcome: SitePromise['outcome']): SitePromise => ({
	what: { zh: '建成', en: 'built' },
	by,
	passage: 1,
	outcome,
	asOf: null
});

describe('the status on a day', () => {
	const opened = [
		entry('2023-04', 'planned'),
		entry('2024', 'under-construction'),
		entry('2025-06-27', 'open'),
		entry('2025-07-27', 'open')
	];
	const asOf = '2026-11-23';

	test.each([
		['before the first word', '2023-03-31', 'unknown', 'uncertain'],
		['on the first day of that month', '2023-04-01', 'planned', 'uncertain'],
		['within the month of the first word', '2023-04-10', 'planned', 'uncertain'],
		['after it, and before something else was said', '2023-08-01', 'planned', 'uncertain'],
		['within the year of a change', '2024-06-30', 'planned', 'uncertain'],
		['at the end of that year', '2024-12-31', 'under-construction', 'known'],
		['up to the day before it opened', '2025-06-26', 'under-construction', 'known'],
		['on that day', '2025-06-27', 'open', 'known'],
		['long after', '2026-11-23', 'open', 'known'],
		['in the future: what is open stays so', '2030-12-31', 'open', 'known']
	])('%s', (_, day, status, basis) => {
		expect(statusOn({ history: opened, promise: null }, day, asOf)).toEqual({ status, basis });
	});

	test('of what was there before is so earlier too, but nobody knows since when', () => {
		const history = [entry('2025-01', 'existing')];
		expect(statusOn({ history, promise: null }, '2015-01-01', asOf)).toEqual({
			status: 'existing',
			basis: 'uncertain'
		});
	});

	test('without any word is unknown', () => {
		expect(statusOn({ history: [], promise: null }, '2025-01-01', asOf)).toEqual({
			status: 'unknown',
			basis: 'uncertain'
		});
	});

	test('between two words that say the same is known', () => {
		const history = [entry('2024', 'under-construction'), entry('2026', 'under-construction')];
		expect(statusOn({ history, promise: null }, '2025-06-01', asOf)).toEqual({
			status: 'under-construction',
			basis: 'known'
		});
	});

	test('after the last word on what is being built is uncertain', () => {
		const history = [entry('2026-09-24', 'under-construction')];
		expect(statusOn({ history, promise: null }, '2026-10-01', asOf)).toEqual({
			status: 'under-construction',
			basis: 'uncertain'
		});
	});

	test('is no longer promised where the data has gone past the day of the promise', () => {
		const told = {
			history: [entry('2026-09-24', 'under-construction')],
			promise: promise(asOf, 'not-due')
		};
		expect(statusOn(told, '2030-06-01', asOf).basis).toBe('uncertain');
	});

	test.each([
		['2029-12-30', 'not-due', 'uncertain'],
		['2029-12-31', 'not-due', 'promised'],
		['2030-06-01', 'not-due', 'promised'],
		// What is known to be late or unknown is no promise for a day to come.
		['2030-06-01', 'not-kept', 'uncertain'],
		['2030-06-01', 'unknown', 'uncertain']
	] as const)(
		'in the future, %s with a promise for 2029 that is %s, is %s',
		(day, outcome, basis) => {
			const history = [entry('2026-09-24', 'under-construction')];
			const told = { history, promise: promise('2029', outcome) };
			expect(statusOn(told, day, asOf)).toEqual({ status: 'under-construction', basis });
		}
	);
});

describe('what can be said of a status', () => {
	const history = [
		entry('2023-04', 'planned'),
		entry('2025-06-27', 'open'),
		entry('2025', 'open'),
		entry('2026-02', 'unknown')
	];

	test.each([
		['2023-04-29', null],
		['2023-04-30', { entry: history[0], kind: 'as-of' }],
		['2025-06-26', { entry: history[0], kind: 'as-of' }],
		['2025-06-27', { entry: history[1], kind: 'since' }],
		['2025-12-31', { entry: history[1], kind: 'since' }],
		['2026-02-28', { entry: history[3], kind: 'as-of' }]
	])('by the end of %s rests on the entries that are certain then', (day, standing) => {
		expect(standingOn(history, day)).toEqual(standing);
	});

	test('counts an opening from the last break, and needs a history', () => {
		const reopened = [entry('2001', 'open'), entry('2010', 'unknown'), entry('2012', 'open')];
		expect(standingOf({ history: reopened })).toEqual({ entry: reopened[2], kind: 'since' });
		expect(standingOf({ history: reopened.slice(0, 1) }).entry).toBe(reopened[0]);
		expect(() => standingOf({ history: [] })).toThrow('without history');
	});
});

describe('conditions of place', () => {
	const at = (lng: number, lat: number, accuracy: number | null = 0) => ({
		geometry: { type: 'Point' as const, coordinates: [lng, lat] },
		location: { precision: 'exact' as const, accuracy }
	});
	// 0.01 degrees of latitude are 1,112 m on the sphere.
	const origin = { type: 'Point' as const, coordinates: [106.6, 29.5] };

	test.each([
		[at(106.6, 29.5), 0, 'yes'],
		[at(106.6, 29.51), 1113, 'yes'],
		[at(106.6, 29.51), 1111, 'no'],
		[at(106.6, 29.51, 300), 1111, 'maybe'],
		[at(106.6, 29.51, 300), 1413, 'yes'],
		[at(106.6, 29.51, 300), 800, 'no']
	])('distance respects how well a place is known: %#', (site, metres, answer) => {
		expect(isNear(site, origin, metres)).toBe(answer);
	});

	test('an unlocated place is judged by the circle that holds it', () => {
		const site = {
			geometry: null,
			location: {
				precision: 'unlocated' as const,
				accuracy: null,
				area: { center: [106.6, 29.51] as [number, number], radius: 3000 }
			}
		};
		expect(isNear(site, origin, 500)).toBe('maybe');
		expect(isNear(site, origin, 4200)).toBe('yes');
		expect(
			isNear({ geometry: null, location: { precision: 'unlocated', accuracy: null } }, origin, 1e5)
		).toBe('no');
	});

	test.each([
		[1113, 'yes'],
		[1111, 'no']
	])('a line is as far as its nearest position, whichever of the two it is: %i m', (metres, is) => {
		const coordinates = [
			[106.5, 29.51],
			[106.7, 29.51]
		];
		const line = { type: 'LineString' as const, coordinates };
		const { location } = at(0, 0);
		expect(isNear({ geometry: line, location }, origin, metres)).toBe(is);
		expect(isNear({ geometry: origin, location }, line, metres)).toBe(is);
	});

	test('a line that crosses another is no way off', () => {
		const line = (coordinates: number[][]) => ({ type: 'LineString' as const, coordinates });
		const site = {
			geometry: line([
				[106.5, 29.4],
				[106.7, 29.6]
			]),
			location: { precision: 'exact' as const, accuracy: 0 }
		};
		expect(
			isNear(
				site,
				line([
					[106.5, 29.6],
					[106.7, 29.4]
				]),
				1
			)
		).toBe('yes');
	});

	const square = {
		type: 'Polygon' as const,
		coordinates: [
			[
				[106.5, 29.4],
				[106.6, 29.4],
				[106.6, 29.5],
				[106.5, 29.5],
				[106.5, 29.4]
			]
		]
	};
	test.each([
		[at(106.55, 29.45, 200), 'yes'],
		[at(106.55, 29.4), 'yes'],
		[at(106.599, 29.45, 200), 'maybe'],
		[at(106.601, 29.45, 200), 'maybe'],
		[at(106.65, 29.45, 200), 'no']
	])('an area: %#', (site, answer) => {
		expect(isIn(site, square)).toBe(answer);
	});

	test('a line lies in an area as soon as any of it does; what has no place lies in none', () => {
		const { location } = at(0, 0, 5000);
		const line = (to: number) => ({
			type: 'LineString' as const,
			coordinates: [
				[106.7, 29.45],
				[to, 29.45]
			]
		});
		expect(isIn({ geometry: line(106.55), location }, square)).toBe('yes');
		expect(isIn({ geometry: line(106.61), location }, square)).toBe('no');
		expect(isIn({ geometry: null, location }, square)).toBe('no');
	});
});

describe('what a day and a filter show', () => {
	const site = (id: string, more: Partial<SiteBrief>): SiteBrief => ({
		id,
		name: { zh: id, en: id },
		kind: 'station',
		theme: 'rail',
		geometry: { type: 'Point', coordinates: [106.6, 29.5] },
		status: 'open',
		anchor: [106.6, 29.5],
		bounds: [106.6, 29.5, 106.6, 29.5],
		passages: [1],
		introducedBy: 1,
		location: { precision: 'exact', accuracy: 0 },
		standing: { date: '2025', kind: 'since' },
		...more
	});
	const told = (
		history: HistoryEntry[],
		promised: SitePromise | null = null,
		zh: string[] = []
	): Known['details'][string] => ({
		aliases: { zh, en: [] },
		history,
		promise: promised,
		checked: '2026-11-23',
		location: { precision: 'exact', accuracy: 0, basis: { zh: '注', en: 'note' }, sources: ['a'] }
	});
	const known: Known = {
		asOf: '2026-11-23',
		stations: [
			{
				id: 'far',
				name: { zh: '远', en: 'Far' },
				lines: [],
				inService: true,
				position: [107.6, 29.5],
				accuracy: 0
			},
			{
				id: 'chayuan',
				name: { zh: '茶园', en: 'Chayuan' },
				lines: [],
				inService: true,
				position: [106.6, 29.5],
				accuracy: 0
			}
		],
		sites: [
			site('east', { name: { zh: '重庆东站', en: 'Chongqing East' } }),
			site('road', {
				label: { zh: '环路', en: 'Ring' },
				kind: 'road',
				theme: 'road',
				status: 'planned',
				geometry: { type: 'Point', coordinates: [106.7, 29.5] }
			}),
			site('plant', {
				theme: 'industry',
				kind: 'factory',
				location: { precision: 'area', accuracy: 3000 }
			})
		],
		details: {
			east: told([entry('2025-06-27', 'open')], promise('2025', 'kept'), ['东站']),
			road: told([entry('2024', 'planned')]),
			plant: { ...told([entry('2011-05-30', 'existing')]), aliases: { zh: [], en: ['Works'] } }
		}
	};
	/** Corners of an area of some 2 km around a position. */
	const square = (lng: number, lat: number): [number, number][] => [
		[lng - 0.01, lat - 0.01],
		[lng + 0.01, lat - 0.01],
		[lng + 0.01, lat + 0.01],
		[lng - 0.01, lat + 0.01]
	];
	const kept = (filter: Partial<Filter>, date: string | null = null) => {
		const { leftOut } = shownOf({ date, filter: { ...NO_FILTER, ...filter } }, known);
		return known.sites.map(({ id }) => id).filter((id) => !leftOut.has(id));
	};

	test('nothing asked, nothing left out, the present status', () => {
		expect(shownOf({ date: null, filter: NO_FILTER }, known)).toEqual({
			statuses: null,
			leftOut: new Set(),
			perhaps: new Set()
		});
	});

	test.each<[Partial<Filter>, string[]]>([
		[{ theme: ['rail', 'road'] }, ['east', 'road']],
		[{ theme: ['rail'], status: ['planned'] }, []],
		[{ promise: ['kept'] }, ['east']],
		[{ precision: ['area'] }, ['plant']],
		[{ text: '东站' }, ['east']],
		[{ text: ' CHONGQING　east' }, ['east']],
		[{ near: { origin: { station: 'chayuan' }, metres: 800 } }, ['east', 'plant']],
		[{ near: { origin: { site: 'road' }, metres: 800 } }, ['road']],
		[{ text: '环路' }, ['road']],
		[{ text: 'ring' }, ['road']],
		[{ text: 'works' }, ['plant']],
		[{ near: { origin: { at: [106.7, 29.5] }, metres: 800 } }, ['road']],
		[{ near: { origin: { site: 'gone' }, metres: 1 } }, ['east', 'road', 'plant']],
		[{ near: { origin: { station: 'gone' }, metres: 1 } }, ['east', 'road', 'plant']],
		[{ area: square(106.7, 29.5) }, ['road']],
		[{ area: square(106.7, 29.5), near: { origin: { site: 'east' }, metres: 9000 } }, []],
		[{ area: [] }, ['east', 'road', 'plant']]
	])('%j keeps %j', (filter, ids) => {
		expect(kept(filter)).toEqual(ids);
	});

	test('a filter by status goes by the day that is shown', () => {
		expect(kept({ status: ['open'] }, '2025-06-27')).toEqual(['east']);
		expect(kept({ status: ['open'] }, '2025-06-26')).toEqual([]);
	});

	test('goes by the brief alone where no details have come', () => {
		const bare = { ...known, details: {} };
		const filter = { ...NO_FILTER, status: ['open' as const], text: '重庆' };
		const { statuses, leftOut } = shownOf({ date: '2020-01-01', filter }, bare);
		expect(statuses).toEqual({});
		expect([...leftOut]).toEqual(['road', 'plant']);
	});

	test('tells of which it is not sure', () => {
		const near = { origin: { station: 'chayuan' }, metres: 800 };
		const { perhaps } = shownOf({ date: null, filter: { ...NO_FILTER, near } }, known);
		expect([...perhaps]).toEqual(['plant']);
	});
});

describe('the time slider', () => {
	test('goes month by month to its last day', () => {
		expect(monthOf('2025-02-11', 2011)).toBe(169);
		expect(dayOfMonth(169, 2011)).toBe('2025-02-28');
		expect(dayOfMonth(monthOf('2011-01-01', 2011), 2011)).toBe('2011-01-31');
	});

	test('marks what happened and what was promised, within its years', () => {
		const sites = {
			a: {
				history: [entry('2025-06-27', 'open'), entry('1999', 'planned')],
				promise: promise('2025', 'kept')
			},
			b: { history: [entry('2025-06-27', 'open')], promise: promise('2040', 'not-due') }
		};
		const events = timeEvents(
			{ sites, sources: {}, openings: ['2025-06-27', '2004'] } as never,
			[2011, 2030]
		);
		expect(events.map(({ count, isPromise }) => [count, isPromise])).toEqual([
			[3, false],
			[1, true]
		]);
	});
});
