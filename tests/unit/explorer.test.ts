import { describe, expect, test } from 'vitest';
import { formatDay, formatMetres } from '../../src/lib/explorer/format';
import { mentionsOf, shownSections } from '../../src/lib/explorer/mentions';
import { standingOf } from '../../src/lib/atlas/standing';
import type { HistoryEntry, Status } from '../../src/lib/atlas/schema';
import { briefOf } from '../../src/lib/atlas/brief';
import { fixtureAtlas } from '../support/fixture-atlas';

const { article } = briefOf(fixtureAtlas(), 'zh');
const passages = article.sections.flatMap((section) => section.passages);
const [first] = passages;
if (!first) throw new Error('The fixture has no passage.');
const original = {
	article: article.id,
	passages: [{ n: first.n, parts: [{ text: '先', site: first.sites[0] ?? '' }, { text: '后' }] }]
};

describe('the article as the reader sees it', () => {
	test('shows the retelling where there is no original', () => {
		const blocks = shownSections(article, null, 'original').flatMap((section) =>
			section.passages.flatMap((passage) => passage.blocks.map(({ kind }) => kind))
		);
		expect(new Set(blocks)).toEqual(new Set(['retelling']));
	});

	test.each([
		['both', ['retelling', 'original']],
		['retelling', ['retelling']],
		['original', ['original']]
	] as const)('shows %s as %j', (mode, kinds) => {
		const [section] = shownSections(article, original, mode);
		expect(section?.passages[0]?.blocks.map(({ kind }) => kind)).toEqual(kinds);
	});

	test('numbers the mentions of a site through all texts of a passage', () => {
		const mentions = mentionsOf(shownSections(article, original, 'both'));
		const own = mentions.filter(({ site, n }) => site === first.sites[0] && n === first.n);
		expect(own.map(({ k }) => k)).toEqual(own.map((_, index) => index));
		expect(own.length).toBeGreaterThan(1);
	});
});

describe('the present status', () => {
	const entry = (date: string, status: Status): HistoryEntry => ({
		date,
		status,
		note: { zh: '注', en: 'note' },
		sources: ['a']
	});

	test('of what is open dates from the day it opened', () => {
		const history = [
			entry('2024', 'under-construction'),
			entry('2025-06', 'open'),
			entry('2026', 'open')
		];
		expect(standingOf({ history })).toEqual({ entry: history[1], kind: 'since' });
	});

	test('of anything else is as of the newest evidence', () => {
		const history = [entry('2024', 'under-construction'), entry('2026', 'unknown')];
		expect(standingOf({ history })).toEqual({ entry: history[1], kind: 'as-of' });
	});
});

test.each([
	['2025-06-27', '2025年6月27日', '27 June 2025'],
	['2025-01', '2025年1月', 'January 2025'],
	['2024', '2024年', '2024']
])('writes %s as exactly as it is known', (day, zh, en) => {
	expect([formatDay(day, 'zh'), formatDay(day, 'en')]).toEqual([zh, en]);
});

test('writes distances in metres and kilometres', () => {
	expect([formatMetres(800, 'zh'), formatMetres(2200, 'zh')]).toEqual(['800米', '2.2公里']);
	expect([formatMetres(800, 'en'), formatMetres(2200, 'en')]).toEqual(['800 m', '2.2 km']);
});
