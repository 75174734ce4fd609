import { describe, expect, it } from 'vitest';
import type { Atlas, Site } from '../../src/lib/atlas/atlas';
import { briefOf, detailsOf, lineBriefs, stationsAsOf } from '../../src/lib/atlas/brief';
import type { LayerRecord, Line, LineSection } from '../../src/lib/atlas/schema';
import { dayOf, lastDayOf } from '../../src/lib/atlas/span';
import { standingOf } from '../../src/lib/atlas/standing';
import { fixtureAtlas } from '../support/fixture-atlas';

const atlas = fixtureAtlas();
const [line] = atlas.lines as [Line];

/** The invented atlas, with its first site changed. */
function withFirst(change: Partial<Site>): Atlas {
	return {
		...atlas,
		sites: atlas.sites.map((site, i) => (i === 0 ? { ...site, ...change } : site))
	};
}

describe('what a page carries of a site', () => {
	const sitesOf = (some: Atlas) =>
		Object.fromEntries(briefOf(some, 'zh').sites.map((site) => [site.id, site]));

	it('is its name, place and standing, and the passages that name it', () => {
		expect(sitesOf(atlas)['1st-harbour']).toEqual({
			id: '1st-harbour',
			name: { zh: '珊瑚港站', en: 'Harbour "Reef", <North> & South' },
			kind: 'station',
			theme: 'rail',
			geometry: { type: 'Point', coordinates: [90.1, 0.1] },
			status: 'open',
			anchor: [90.1, 0.1],
			bounds: [90.0997, 0.0997, 90.1003, 0.1003],
			passages: [1, 3],
			introducedBy: 1,
			location: { precision: 'exact', accuracy: 30 },
			standing: { date: '2025-06-27', kind: 'since' }
		});
	});

	it('is besides its shorter name, its line, that it is schematic, and the circle that holds it', () => {
		const label = { zh: '港', en: 'Harbour' };
		expect(sitesOf(withFirst({ label }))['1st-harbour']).toMatchObject({ label });
		const sites = sitesOf(atlas);
		expect(sites['coast-section']).toMatchObject({
			line: 'line-1',
			location: { schematic: true }
		});
		expect(sites['tide-laboratory']?.location).toEqual({
			precision: 'unlocated',
			accuracy: null,
			area: { center: [90.15, 0.15], radius: 2000 }
		});
	});

	it('is in the order of the text, those that it does not name last', () => {
		const reversed = { ...atlas, sites: [...atlas.sites].reverse() };
		expect(briefOf(reversed, 'zh').sites.map(({ id }) => id)).toEqual([
			'1st-harbour',
			'coast-section',
			'lagoon',
			'tide-laboratory'
		]);
	});
});

describe('what a page carries of its atlas', () => {
	it('is the article in its language, and the titles of all', () => {
		const brief = briefOf(atlas, 'en');
		expect(brief).toMatchObject({
			id: 'reef',
			article: { id: 'reef-2025', title: 'A year of Reef', authors: [], hasOriginal: false },
			articles: [{ id: 'reef-2025', title: 'A year of Reef', date: '2025-01-02' }],
			credits: [{ text: '© OpenStreetMap contributors' }]
		});
		expect(brief).not.toHaveProperty('address');
		const address = 'https://reef.example/';
		expect(briefOf({ ...atlas, address }, 'zh').address).toBe(address);
	});

	it('can not be told without an article', () => {
		expect(() => briefOf({ ...atlas, articles: [] }, 'zh')).toThrow('reef has no article at all.');
	});

	it('has lines with the newest status of each', () => {
		const [first] = line.history;
		const later = { ...first!, status: 'existing' as const };
		const lines = [
			{ ...line, history: [first!, later] },
			{ ...line, history: [] }
		];
		expect(lineBriefs({ lines }).map(({ status }) => status)).toEqual(['existing', 'unknown']);
	});
});

describe('what cards carry besides', () => {
	it('is the history of each site, and the sources that sites cite', () => {
		const details = detailsOf(atlas);
		expect(Object.keys(details.sites)).toEqual(atlas.sites.map(({ id }) => id));
		expect(details.sites['lagoon']).toMatchObject({
			promise: null,
			note: { zh: '轮廓自绘', en: 'Outline drawn by us' },
			checked: '2026-11-01'
		});
		expect(details.sites['1st-harbour']).not.toHaveProperty('note');
		const uncited = { ...atlas.sources['reef-map']!, id: 'uncited' };
		const sources = { ...atlas.sources, uncited };
		expect(Object.keys(detailsOf({ ...atlas, sources }).sources)).toEqual([
			'reef-news',
			'reef-map'
		]);
	});

	it('is whom to write to, where that is known', () => {
		expect(detailsOf(atlas)).not.toHaveProperty('contact');
		const contact = { mail: 'reef@example.org' };
		expect(detailsOf({ ...atlas, contact }).contact).toEqual(contact);
	});

	it('is when sections of the metro opened, where somebody says so', () => {
		const section = (opened: string | null): LineSection => {
			return { from: 'a', to: 'b', opened, sources: ['reef-news'] };
		};
		const lines = [
			line,
			{ ...line, sections: [section('2024-12'), section(null), section('2025')] }
		];
		expect(detailsOf({ ...atlas, lines }).openings).toEqual(['2024-12', '2025']);
	});

	it('is up to which day all stations were checked', () => {
		const layer = (type: LayerRecord['type'], asOf: string): LayerRecord => {
			return { ...atlas.layers[0]!, type, asOf };
		};
		expect(stationsAsOf([layer('water', '2020')])).toBeNull();
		expect(
			stationsAsOf([
				layer('water', '2020'),
				layer('metro-station', '2026-09'),
				layer('metro-station', '2025-12'),
				layer('metro-station', '2026-11')
			])
		).toBe('2025-12');
	});
});

describe('the present status', () => {
	const [harbour] = atlas.sites as [Site];
	const [building, open] = harbour.history;

	it('of what has always been open is so since its first entry', () => {
		const history = [open!, { ...open!, date: '2026' }];
		expect(standingOf({ history })).toEqual({ entry: history[0], kind: 'since' });
	});

	it('of what opened twice is so since the last time', () => {
		const history = [open!, building!, { ...open!, date: '2026' }];
		expect(standingOf({ history })).toEqual({ entry: history[2], kind: 'since' });
	});
});

describe('a date', () => {
	it.each([
		['2025-06-27', '2025-06-27'],
		['2024-02', '2024-02-29'],
		['2025-12', '2025-12-31'],
		['2025', '2025-12-31']
	])('%s has certainly come by %s', (date, day) => {
		expect(lastDayOf(date)).toBe(day);
	});

	it('is counted in days from 1970', () => {
		expect([dayOf(0), dayOf(31), dayOf(-1)]).toEqual(['1970-01-01', '1970-02-01', '1969-12-31']);
	});
});
