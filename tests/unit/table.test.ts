import { describe, expect, test } from 'vitest';
import { briefOf, detailsOf, type SiteBrief } from '../../src/lib/atlas/brief';
import type { HistoryEntry, Status } from '../../src/lib/atlas/schema';
import { cellOf } from '../../src/lib/explorer/tools/table/cells';
import { rowAfterKey } from '../../src/lib/explorer/tools/table/grid-keys';
import type { Known } from '../../src/lib/explorer/tools/table/known';
import { sortSites } from '../../src/lib/explorer/tools/table/sort-sites';
import { sumsByStatus } from '../../src/lib/explorer/tools/table/summary';
import { en } from '../../src/lib/explorer/strings/en';
import { zh } from '../../src/lib/explorer/strings/zh';
import { standingOn } from '../../src/lib/shown/standing-on';
import type { Column } from '../../src/lib/view/table';
import { fixtureAtlas } from '../support/fixture-atlas';

const atlas = fixtureAtlas();
const { sites, lines } = briefOf(atlas, 'zh');
const details = detailsOf(atlas).sites;
const [harbour, coast, lagoon, laboratory] = sites as [SiteBrief, SiteBrief, SiteBrief, SiteBrief];

function known(changes: Partial<Known> = {}): Known {
	return {
		lang: 'zh',
		strings: zh,
		lines,
		day: null,
		perhaps: new Set(),
		statusOf: ({ status }) => ({ status, basis: 'known' }),
		detailsOf: (id) => details[id] ?? null,
		...changes
	};
}

/** The ids in a column's order, upwards. */
function order(list: readonly SiteBrief[], column: Column, descending = false, from = known()) {
	return sortSites(list, { column, descending }, from).map(({ id }) => id);
}

const named = (names: readonly string[]): SiteBrief[] =>
	names.map((name) => ({ ...harbour, id: name, name: { zh: name, en: name } }));
const dated = (dates: readonly string[]): SiteBrief[] =>
	dates.map((date) => ({ ...harbour, id: date, standing: { date, kind: 'as-of' } }));

describe('rows are sorted', () => {
	test('in the order of the text as long as nobody asks', () => {
		expect(sortSites(sites, null, known())).toBe(sites);
	});

	test('by pinyin in Chinese, and numbers by their size', () => {
		const names = ['南滨路', '10号线', '茶园', '2号线', '北站'];
		expect(order(named(names), 'name')).toEqual(['2号线', '10号线', '北站', '茶园', '南滨路']);
		expect(order(named(names), 'name', true)[0]).toBe('南滨路');
	});

	test('by dates as they became certain, whatever their exactness', () => {
		const dates = ['2026', '2025', '2025-12-31', '2025-06', '2025-12', '2025-06-27'];
		const sorted = ['2025-06-27', '2025-06', '2025-12-31', '2025-12', '2025', '2026'];
		expect(order(dated(dates), 'since')).toEqual(sorted);
	});

	test('with what is not known last, upwards and downwards', () => {
		const ids = sites.map(({ id }) => id);
		for (const descending of [false, true])
			for (const column of ['lng', 'lat', 'precision', 'accuracy'] as const) {
				const sorted = order(sites, column, descending);
				expect(sorted.toSorted()).toEqual(ids.toSorted());
				expect(sorted.at(-1), column).toBe(laboratory.id);
			}
		expect(order(sites, 'lng')).toEqual([lagoon.id, harbour.id, coast.id, laboratory.id]);
		expect(order(sites, 'length')[0]).toBe(coast.id);
		expect(order(sites, 'outcome', true).slice(0, 2)).toEqual([coast.id, harbour.id]);
	});

	test('with equals in the order of the text in both directions', () => {
		const same = ['c', 'a', 'b'].map((id) => ({ ...harbour, id }));
		expect(order(same, 'status')).toEqual(['c', 'a', 'b']);
		expect(order(same, 'status', true)).toEqual(['c', 'a', 'b']);
	});

	test('by the status of the shown day, unknown last', () => {
		const statuses: Record<string, Status> = { [harbour.id]: 'unknown', [coast.id]: 'existing' };
		const statusOf = ({ id }: SiteBrief) => {
			return { status: statuses[id] ?? 'open', basis: 'uncertain' } as const;
		};
		const sorted = order(sites, 'status', true, known({ statusOf }));
		expect([sorted[0], sorted.at(-1)]).toEqual([coast.id, harbour.id]);
	});

	test('by the other language under its own head', () => {
		const list = named(['乙', '甲']).map((site, index) => {
			return { ...site, name: { zh: site.name.zh, en: ['Zeta', 'Alpha'][index] ?? '' } };
		});
		expect(order(list, 'other')).toEqual(['甲', '乙']);
	});
});

describe('a cell', () => {
	const textOf = (site: SiteBrief, column: Column, from = known()) => cellOf(site, column, from);

	test('has the length of a line and says that it only joins points', () => {
		// 0.02 degrees along the equator and as much askew: 2.22 and 3.15 km.
		expect(textOf(coast, 'length')).toEqual({ text: '5.4', note: '示意' });
		expect(textOf(lagoon, 'length').text).toBe('');
	});

	test('has six decimals of a position, or nothing', () => {
		expect([textOf(harbour, 'lng').text, textOf(harbour, 'lat').text]).toEqual([
			'90.100000',
			'0.100000'
		]);
		expect(textOf(laboratory, 'lng').text).toBe('');
	});

	test('tells what a status rests on', () => {
		const statusOf = () => ({ status: 'planned', basis: 'promised' }) as const;
		expect(textOf(harbour, 'status', known({ statusOf }))).toEqual({
			text: '计划中',
			note: '当日为承诺期限'
		});
	});

	test('tells since when what is shown holds, on the shown day', () => {
		expect(textOf(harbour, 'since').text).toBe('2025年6月27日起');
		expect(textOf(harbour, 'since', known({ day: '2024-01-01' })).text).toBe('截至2023年5月');
		expect(textOf(harbour, 'since', known({ day: '2023-01-01' })).text).toBe('');
	});

	test('tells promise, line, paragraphs and sources in the language of the page', () => {
		const english = known({ lang: 'en', strings: en });
		expect(textOf(harbour, 'promise', english).text).toBe('due 2025 · Opens\nwithin the year');
		expect(textOf(coast, 'line', english).text).toBe('Line 1');
		expect(textOf(harbour, 'passages').text).toBe('1、3');
		expect(textOf(harbour, 'sources').text).toBe('2');
	});

	test('says when what it tells was not loaded, rather than that there is none', () => {
		const bare = known({ detailsOf: () => null });
		expect(textOf(harbour, 'promise', bare).text).toBe('未载入');
		expect(textOf(laboratory, 'promise').text).toBe('');
	});

	test('marks what the filter keeps only perhaps', () => {
		expect(textOf(lagoon, 'name', known({ perhaps: new Set([lagoon.id]) })).note).toBe('可能符合');
	});
});

test('the standing on a day counts what is certain by its end', () => {
	const entry = (date: string, status: Status): HistoryEntry => {
		return { date, status, note: { zh: '注', en: 'note' }, sources: [] };
	};
	const history = [entry('2024', 'under-construction'), entry('2025-06', 'open')];
	const dateOn = (day: string) => standingOn(history, day)?.entry.date ?? null;
	expect(['2024-12-30', '2024-12-31', '2025-06-29', '2025-06-30'].map(dateOn)).toEqual([
		null,
		'2024',
		'2024',
		'2025-06'
	]);
});

test('sums count places and the kilometres of lines by status', () => {
	const sums = sumsByStatus(sites, ({ status }) => ({ status, basis: 'known' }));
	expect(sums.reduce((total, { count }) => total + count, 0)).toBe(sites.length);
	const planned = sums.find(({ status }) => status === 'planned');
	expect(planned?.count).toBe(sites.filter(({ status }) => status === 'planned').length);
	expect(planned?.metres).toBeCloseTo(5370, -2);
	expect(planned?.schematicMetres).toBe(planned?.metres);
	expect(
		sums.filter(({ status }) => status !== 'planned').every(({ metres }) => metres === 0)
	).toBe(true);
});

test.each([
	['ArrowDown', 4, 5],
	['ArrowUp', 0, 0],
	['PageDown', 4, 9],
	['PageUp', 4, 0],
	['Home', 4, 0],
	['End', 4, 9],
	['ArrowDown', 9, 9],
	['x', 4, null]
])('%s leads from row %i to %j', (key, index, to) => {
	expect(rowAfterKey(key, { index, count: 10, page: 6 })).toBe(to);
});
