import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { Atlas, Site } from '../../src/lib/atlas/atlas';
import type { HistoryEntry, LineSection } from '../../src/lib/atlas/schema';
import { lastDayOf } from '../../src/lib/atlas/span';
import { atomOf } from '../../src/lib/pages/atom';
import { exactnessOf, feedOf, type Feed } from '../../src/lib/pages/feed';
import { jsonFeedOf } from '../../src/lib/pages/json-feed';
import { newsOf, openPromises } from '../../src/lib/pages/news';
import { committedAtlas } from '../support/committed-atlas';
import { fixtureAtlas } from '../support/fixture-atlas';

const reef = fixtureAtlas();
const committed = await committedAtlas();

const entry = (date: string, status: Site['status'], source = 'reef-map'): HistoryEntry => {
	return { date, status, note: { zh: '据报道', en: 'As reported' }, sources: [source] };
};

/** The invented atlas, with these histories in place of its own. */
function reefWith(histories: Record<string, HistoryEntry[]>, sections?: LineSection[]): Atlas {
	const sites = reef.sites.map((site) => {
		return { ...site, history: histories[site.id] ?? site.history };
	});
	const lines = reef.lines.map((line) => ({ ...line, ...(sections && { sections }) }));
	return { ...reef, sites, lines, address: 'https://reef.example/a&b/' };
}

const idsOf = (atlas: Atlas) => newsOf(atlas, []).map(({ id }) => id);

describe('newsOf', () => {
	it('tells what has another status than before, and nothing that confirms one', () => {
		const atlas = reefWith({
			'1st-harbour': [
				entry('2024', 'planned'),
				entry('2025-03', 'under-construction'),
				entry('2025-05', 'under-construction'),
				entry('2025-06-27', 'open'),
				entry('2025-07-27', 'open')
			]
		});
		const news = newsOf(atlas, []);
		expect(news.map(({ date, status, before }) => [date, status, before?.date])).toEqual([
			['2025-06-27', 'open', '2025-05'],
			['2025-03', 'under-construction', '2024']
		]);
	});

	it('leaves out what was before the article, and what the article itself says', () => {
		const atlas = reefWith({
			'1st-harbour': [entry('2023', 'planned'), entry('2024-12', 'under-construction')],
			'coast-section': [entry('2024', 'planned'), entry('2025-01', 'open', 'reef-news')],
			// May be after the article of 2 January.
			lagoon: [entry('2024', 'planned'), entry('2025', 'open')]
		});
		expect(idsOf(atlas)).toEqual(['lagoon.open']);
	});

	it('sorts by when a change is certain, the newest first', () => {
		const atlas = reefWith({
			'1st-harbour': [entry('2024', 'planned'), entry('2025-06-27', 'open')],
			'coast-section': [entry('2024', 'planned'), entry('2025', 'open')],
			lagoon: [entry('2024', 'planned'), entry('2025-06', 'open')],
			'tide-laboratory': [entry('2024', 'planned'), entry('2025-12-31', 'open')]
		});
		expect(idsOf(atlas)).toEqual([
			'tide-laboratory.open',
			'coast-section.open',
			'lagoon.open',
			'1st-harbour.open'
		]);
	});

	it('keeps an id when the date becomes more exact or the wording better, and gives none twice', () => {
		const changed = (date: string) =>
			reefWith({
				lagoon: [
					entry('2024', 'open'),
					entry('2025-03', 'unknown'),
					entry('2025-04', 'open'),
					entry(date, 'unknown')
				]
			});
		const ids = ['lagoon.unknown.2', 'lagoon.open', 'lagoon.unknown'];
		expect(idsOf(changed('2025-06'))).toEqual(ids);
		expect(idsOf(changed('2025-06-27'))).toEqual(ids);
	});

	it('tells of sections of lines and of late stations, but once with the site of the line', () => {
		const histories = {
			'coast-section': [entry('2024', 'planned'), entry('2025-06-27', 'open')]
		};
		const section = { from: 'a', to: 'b', sources: ['reef-map'] };
		const atlas = reefWith(histories, [
			{ ...section, opened: '2025-06-27' },
			{ ...section, to: 'c', opened: '2025-08', later: [{ stations: ['d'], opened: '2026-01' }] },
			{ ...section, to: 'e', opened: '2011' },
			{ ...section, to: 'f', opened: null }
		]);
		const names = { c: { zh: '丙', en: 'Cee' }, d: { zh: '丁', en: 'Dee' } };
		const stations = Object.entries(names).map(([id, name]) => ({ id, name }));
		expect(newsOf(atlas, stations).map(({ id, name }) => [id, name.zh, name.en])).toEqual([
			['line.line-1.d.open', '1号线丁站', 'Line 1: Dee'],
			['line.line-1.a.c.open', '1号线a—丙段', 'Line 1, a–Cee'],
			['coast-section.open', '1号线海岸段', 'Line 1, coast section']
		]);
	});

	it('tells of the committed atlas what its histories say', () => {
		const news = newsOf(committed.atlas, committed.stations);
		expect(
			news.filter(({ status }) => status === 'open').map(({ id, date }) => [id, date])
		).toEqual(
			expect.arrayContaining([
				['line.4.shimahelijiao.min-an-avenue.open', '2026-02-10'],
				['chongqing-east-station.open', '2025-06-27'],
				['metro-line-6-east-station.open', '2025-06-27']
			])
		);
		// The section of line 6 is the site, the line's tunnel that was holed through is no change.
		expect(news.filter(({ id }) => id.startsWith('line.6'))).toEqual([]);
		for (const { site, date, status, before, note, sources } of news) {
			if (!site) continue;
			const at = site.history.findIndex((one) => one.date === date && one.status === status);
			expect(site.history[at]).toMatchObject({ note, sources });
			expect(site.history[at - 1]).toBe(before);
			expect(before?.status).not.toBe(status);
		}
	});
});

describe('openPromises', () => {
	it('has what is not known to be kept, with the last word that tells something', () => {
		const { atlas, stations } = committed;
		const promises = openPromises(atlas.sites, newsOf(atlas, stations));
		const open = atlas.sites.filter(({ promise }) => promise && promise.outcome !== 'kept');
		expect(promises.map(({ site }) => site.id)).toEqual(open.map(({ id }) => id));
		const tunnel = promises.find(({ site }) => site.id === 'jiangnan-tunnel')!;
		expect(tunnel.last).toMatchObject({ date: '2025-03-05', status: 'under-construction' });
		expect(tunnel.silence).toMatchObject({ date: '2026-11-23' });
		expect(tunnel.id).toBe('jiangnan-tunnel.unknown');
	});
});

const ATOM = 'http://www.w3.org/2005/Atom';
/** https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

function parsed(xml: string): Element {
	const faults: string[] = [];
	const parser = new DOMParser({ onError: (_level, message) => faults.push(message) });
	const root = parser.parseFromString(xml, 'application/xml').documentElement!;
	expect(faults).toEqual([]);
	expect([root.namespaceURI, root.localName]).toEqual([ATOM, 'feed']);
	return root;
}

const children = (parent: Element, name: string) =>
	[...parent.childNodes].filter(
		(node): node is Element =>
			(node as Element).namespaceURI === ATOM && (node as Element).localName === name
	);
const textOf = (parent: Element, name: string) => {
	const found = children(parent, name);
	expect(found, name).toHaveLength(1);
	return found[0]!.textContent ?? '';
};
const links = (parent: Element, rel: string) =>
	children(parent, 'link').filter((link) => link.getAttribute('rel') === rel);

describe.each(['zh', 'en'] as const)('the feeds in %s', (lang) => {
	const { atlas, stations } = committed;
	const news = newsOf(atlas, stations);
	const feed = feedOf(atlas, news, lang)!;
	const prefix = `${atlas.address}${lang === 'en' ? 'en/' : ''}`;

	it('have each change once, newest first, at a day on which it was certain', () => {
		expect(feed.entries).toHaveLength(news.length);
		expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(news.length);
		for (const [i, { id, at, title, text, page }] of feed.entries.entries()) {
			const { id: own, date, name, site, note } = news[i]!;
			expect(id).toBe(`${prefix}changes/#${own}`);
			expect(at.slice(0, 10)).toBe(lastDayOf(date));
			expect(at <= (feed.entries[i - 1]?.at ?? feed.updated)).toBe(true);
			expect(title).toContain(name[lang]);
			if (note) expect(text).toContain(note[lang]);
			expect(page).toBe(site ? `${prefix}sites/${site.id}/` : id);
		}
	});

	it('make an Atom feed with all that RFC 4287 asks for', () => {
		const root = parsed(atomOf(feed));
		expect(root.getAttribute('xml:lang')).toBe(lang === 'zh' ? 'zh-Hans' : 'en');
		expect(new URL(textOf(root, 'id')).href).toBe(`${prefix}changes/`);
		expect(textOf(root, 'title')).toBe(feed.title);
		expect(textOf(root, 'updated')).toBe('2026-11-23T12:00:00Z');
		// Its authors are those of the entries, which have none of their own.
		expect(textOf(children(root, 'author')[0]!, 'name')).toBe(atlas.title[lang]);
		expect(links(root, 'self')[0]!.getAttribute('href')).toBe(`${prefix}changes.atom`);
		expect(links(root, 'alternate')).toHaveLength(1);
		const entries = children(root, 'entry');
		expect(entries).toHaveLength(news.length);
		for (const [i, one] of entries.entries()) {
			const { at, title, text, sources } = feed.entries[i]!;
			expect(new URL(textOf(one, 'id')).protocol).toBe('https:');
			expect(textOf(one, 'title')).toBe(title);
			expect(textOf(one, 'updated')).toMatch(TIME);
			expect(textOf(one, 'published')).toBe(at);
			expect(textOf(one, 'content')).toBe(text);
			expect(links(one, 'alternate')).toHaveLength(1);
			expect(links(one, 'via').map((link) => link.getAttribute('href'))).toEqual(
				sources.map(({ url }) => url)
			);
			for (const link of children(one, 'link'))
				expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
		}
	});

	it('make a JSON Feed 1.1 with all that it asks for', () => {
		const json = JSON.parse(JSON.stringify(jsonFeedOf(feed))) as ReturnType<typeof jsonFeedOf>;
		expect(json).toMatchObject({
			version: 'https://jsonfeed.org/version/1.1',
			title: feed.title,
			home_page_url: `${prefix}changes/`,
			feed_url: `${prefix}changes.json`,
			language: lang === 'zh' ? 'zh-Hans' : 'en',
			authors: [{ name: atlas.title[lang] }]
		});
		expect(json.items).toHaveLength(news.length);
		for (const item of json.items) {
			for (const text of [item.id, item.title, item.content_text]) expect(text).not.toBe('');
			expect(item.url).toMatch(/^https:\/\//);
			expect(item.date_published).toMatch(TIME);
			expect(item.tags).toHaveLength(1);
		}
	});

	it('name the sources of every entry, and link those that may be linked', () => {
		for (const [i, { text, sources }] of feed.entries.entries()) {
			const cited = news[i]!.sources.map((id) => atlas.sources[id]!);
			for (const { publisher } of cited) if (publisher) expect(text).toContain(publisher[lang]);
			expect(sources.map(({ url }) => url)).toEqual(cited.flatMap(({ url }) => url ?? []));
		}
	});
});

describe('a feed', () => {
	const feedWith = (histories: Record<string, HistoryEntry[]>): Feed => {
		const atlas = reefWith(histories);
		return feedOf(atlas, newsOf(atlas, []), 'en')!;
	};

	it('says of a month that it is one, and is certain at its end', () => {
		const { entries } = feedWith({ lagoon: [entry('2024', 'planned'), entry('2025-06', 'open')] });
		expect(entries[0]).toMatchObject({ at: '2025-06-30T12:00:00Z', title: '=Lagoon+1: open' });
		expect(entries[0]!.text).toContain('June 2025 (only the month is known): open.');
		expect(exactnessOf('2025', 'zh')).toBe('（只知年份）');
	});

	it('is never certain later than the day of the data', () => {
		const { entries } = feedWith({ lagoon: [entry('2024', 'planned'), entry('2026', 'open')] });
		expect(entries[0]!.at).toBe('2026-11-01T12:00:00Z');
	});

	it('words silence as silence, with the last word before', () => {
		const { entries } = feedWith({
			lagoon: [entry('2025-03', 'under-construction'), entry('2026-11-01', 'unknown')]
		});
		expect(entries[0]!.title).toBe('=Lagoon+1: no newer word');
		expect(entries[0]!.text).toContain(
			'As of 1 November 2026: As reported Last word, of March 2025: under construction.'
		);
	});

	it('escapes what XML would read as markup', () => {
		const feed = feedWith({ '1st-harbour': [entry('2024', 'planned'), entry('2025-06', 'open')] });
		const root = parsed(atomOf(feed));
		expect(textOf(root, 'id')).toBe('https://reef.example/a&b/en/changes/');
		const [one] = children(root, 'entry');
		expect(textOf(one!, 'title')).toBe('Harbour "Reef", <North> & South: open');
	});

	it('is none without an address', () => {
		expect(feedOf(reef, [], 'zh')).toBeNull();
	});
});
