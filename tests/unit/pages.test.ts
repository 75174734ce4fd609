import { describe, expect, it } from 'vitest';
import type { Site, Station } from '../../src/lib/atlas/atlas';
import { directionTo } from '../../src/lib/geo/direction';
import { pagesOf } from '../../src/lib/pages/addresses';
import { excerptOf } from '../../src/lib/pages/excerpt';
import { placeScript } from '../../src/lib/pages/json-ld';
import { oembedOf } from '../../src/lib/pages/oembed';
import { manifestOf } from '../../src/lib/pages/manifest';
import { nearestStations } from '../../src/lib/measure/nearest-stations';
import { promisedSites, totalsOf, tracksOf } from '../../src/lib/pages/promises';
import { sitemapXml } from '../../src/lib/pages/sitemap';
import { spanOf } from '../../src/lib/atlas/span';
import { axisOf, labelledYears, place, rowsOf } from '../../src/lib/pages/timeline';
import { textWidth } from '../../src/lib/style/name-place';
import { wrapText } from '../../src/lib/style/svg/wrap-text';
import { fixtureAtlas } from '../support/fixture-atlas';

const atlas = fixtureAtlas();
const siteOf = (id: string) => atlas.sites.find((site) => site.id === id)!;

describe('spanOf', () => {
	const days = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

	it('is one day for a day, and all of a month or year of which no more is known', () => {
		expect(spanOf('2025-06-27')).toEqual({ start: days('2025-06-27'), end: days('2025-06-28') });
		expect(spanOf('2024-02')).toEqual({ start: days('2024-02-01'), end: days('2024-03-01') });
		expect(spanOf('2025-12')).toEqual({ start: days('2025-12-01'), end: days('2026-01-01') });
		expect(spanOf('2025')).toEqual({ start: days('2025-01-01'), end: days('2026-01-01') });
	});
});

describe('a timeline', () => {
	const axis = axisOf([spanOf('2025-06-27'), spanOf('2026-11-23')]);

	it('runs over whole years', () => {
		expect(axis.years).toEqual([
			{ year: 2025, at: 0 },
			{ year: 2026, at: 50 }
		]);
		expect(axisOf([spanOf('2025')]).years.map(({ year }) => year)).toEqual([2025]);
	});

	it('places a day as a point and a month or a year as a stretch', () => {
		expect(place('2026-01-01', axis)).toMatchObject({ x: 50, isSpan: false });
		expect(place('2026', axis)).toEqual({ x: 50, width: 50, middle: 75, isSpan: true });
		const month = place('2025-01', axis);
		expect(month).toMatchObject({ x: 0, isSpan: true });
		expect(month.width).toBeCloseTo((31 / 730) * 100, 1);
	});

	it('writes no more years than have room', () => {
		const long = axisOf([spanOf('2011'), spanOf('2026')]);
		expect(labelledYears(long).map(({ year }) => year)).toEqual([
			2011, 2014, 2017, 2020, 2023, 2026
		]);
	});

	it('stacks marks that would touch, and uses a row again once it is free', () => {
		expect(rowsOf([0, 3, 5, 12], 8)).toEqual([0, 1, 2, 0]);
	});
});

describe('directionTo', () => {
	it.each([
		['n', [0, 1]],
		['ne', [1, 1]],
		['e', [1, 0]],
		['se', [1, -1]],
		['s', [0, -1]],
		['sw', [-1, -1]],
		['w', [-1, 0]],
		['nw', [-1, 1]]
	] as const)('is %s', (direction, [x, y]) => {
		expect(directionTo([106.6, 0.5], [106.6 + x / 100, 0.5 + y / 100])).toBe(direction);
	});
});

describe('nearestStations', () => {
	const stations = [
		station('far', [90.2, 0.1]),
		station('east', [90.12, 0.1]),
		station('north', [90.1, 0.11]),
		station('here', [90.1001, 0.1]),
		station('soon', [90.1, 0.095], { inService: false, accuracy: 900 }),
		station('late', [90.4, 0.1], { inService: false }),
		station('nowhere', null, { inService: false })
	];

	it('gives the three nearest in service, and those to come that are as near', () => {
		const near = nearestStations(siteOf('1st-harbour'), stations)!;
		expect(near.inService.map(({ station: { id } }) => id)).toEqual(['here', 'north', 'east']);
		expect(near.notYetOpen.map(({ station: { id } }) => id)).toEqual(['soon']);
	});

	it('tells distances no more exactly than both places are known', () => {
		const near = nearestStations(siteOf('1st-harbour'), stations)!;
		// 1106 m and 2226 m on the ellipsoid; the site is known to 30 m, the stations to 20 m.
		expect(near.inService.slice(1).map(({ metres, direction }) => [metres, direction])).toEqual([
			[1110, 'n'],
			[2230, 'e']
		]);
		expect(near.notYetOpen[0]).toMatchObject({ metres: 600, direction: null, within: 1500 });
	});

	it('names no direction to what may be at the very place', () => {
		expect(nearestStations(siteOf('1st-harbour'), stations)!.inService[0]).toMatchObject({
			direction: null,
			within: 70
		});
	});

	it('measures from the nearest position of a line', () => {
		const near = nearestStations(
			{
				...siteOf('coast-section'),
				location: { ...siteOf('coast-section').location, accuracy: 30 }
			},
			[station('above', [90.11, 0.11])]
		)!;
		expect(near.inService[0]).toMatchObject({ metres: 1110, direction: 'n' });
	});

	it('has nothing to say of a place that nobody has located', () => {
		expect(nearestStations(siteOf('tide-laboratory'), stations)).toBeNull();
	});
});

describe('placeScript', () => {
	const read = (site: Site, address?: string) => {
		const script = placeScript(site, { ...(address && { address }) }, 'en');
		const json = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(script)?.[1];
		return JSON.parse(json ?? '') as Record<string, unknown>;
	};

	it('can not be ended by a name', () => {
		const site = { ...siteOf('1st-harbour'), name: { zh: '港', en: '</script><script>alert(1)' } };
		expect(read(site)['name']).toBe('</script><script>alert(1)');
	});

	it('has coordinates with their accuracy where the place is known', () => {
		expect(read(siteOf('1st-harbour'))).toMatchObject({
			geo: { '@type': 'GeoCoordinates', latitude: 0.1, longitude: 90.1 },
			additionalProperty: { name: 'accuracy', value: 30, unitCode: 'MTR' }
		});
		expect(read(siteOf('coast-section'))).toMatchObject({
			geo: { '@type': 'GeoShape', box: '0.1,90.1 0.12,90.14' }
		});
	});

	it('has none where only an area is known or nothing at all, and never an address', () => {
		for (const id of ['lagoon', 'tide-laboratory'])
			expect(read(siteOf(id))).not.toHaveProperty('geo');
		for (const site of atlas.sites) expect(read(site)).not.toHaveProperty('address');
	});

	it('names the page where the atlas has an address', () => {
		expect(read(siteOf('lagoon'), 'https://reef.example/a/')).toMatchObject({
			url: 'https://reef.example/a/en/sites/lagoon/',
			image: 'https://reef.example/a/data/cards/lagoon.en.png'
		});
		expect(read(siteOf('lagoon'))).not.toHaveProperty('url');
	});
});

describe('sitemapXml', () => {
	it('has every page in both languages, each with all its alternates', () => {
		const xml = sitemapXml('https://reef.example/a&b/', pagesOf(atlas));
		const locs = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);
		expect(locs).toHaveLength(2 * (6 + atlas.sites.length));
		expect(locs).toContain('https://reef.example/a&amp;b/en/sites/lagoon/');
		expect([...xml.matchAll(/hreflang="x-default"/g)]).toHaveLength(locs.length);
	});

	it('lists nothing without an address', () => {
		expect(sitemapXml(undefined, pagesOf(atlas))).not.toContain('<url>');
	});
});

describe('oembedOf', () => {
	it('gives the embed of the language, by whole addresses', () => {
		const address = 'https://atlas.example/';
		const title = { zh: '图', en: 'A "map"' };
		expect(oembedOf({ address, title }, 'zh')).toMatchObject({ version: '1.0', type: 'rich' });
		const { html, thumbnail_url } = oembedOf({ address, title }, 'en') ?? {};
		expect(html).toContain('src="https://atlas.example/en/embed/" title="A &quot;map&quot;"');
		expect(thumbnail_url).toBe('https://atlas.example/data/cards/atlas.en.png');
	});

	it('is nothing without an address', () => {
		expect(oembedOf({ title: { zh: '图', en: 'map' } }, 'zh')).toBeNull();
	});
});

describe('manifestOf', () => {
	it('finds the icons from its own folder', () => {
		expect(manifestOf(atlas, 'zh')).toMatchObject({ start_url: './', lang: 'zh-Hans' });
		expect(JSON.stringify(manifestOf(atlas, 'en'))).toContain('"../data/icons/icon-192.png"');
	});
});

describe('promises', () => {
	const sites = promisedSites(atlas.sites);

	it('are counted by outcome', () => {
		expect(totalsOf(sites)).toEqual([
			{ outcome: 'kept', count: 1 },
			{ outcome: 'not-due', count: 1 }
		]);
	});

	it('are drawn by what is known: what is not due or unknown is never late', () => {
		const [kept, notDue] = sites;
		const promise = kept!.promise;
		const unknown = {
			...kept!,
			promise: { ...promise, outcome: 'unknown' as const, by: '2025-03' }
		};
		const missed = {
			...kept!,
			promise: { ...promise, outcome: 'not-kept' as const, by: '2025-03' }
		};
		const { tracks, asOfAt } = tracksOf([kept!, notDue!, unknown, missed], '2026-11-01');
		expect(tracks.map(({ late }) => late !== null)).toEqual([false, false, false, true]);
		expect(tracks[0]?.event?.day).toBe('2025-06-27');
		expect(tracks[1]).toMatchObject({ due: null, event: null });
		expect(asOfAt).toBeGreaterThan(90);
	});
});

describe('excerptOf', () => {
	it('is the first sentence that names the site', () => {
		const parts = [
			{ text: '先说别处。' },
			{ text: '港站', site: 'a' },
			{ text: '开了。后来又关。' }
		];
		expect(excerptOf({ n: 1, parts, sites: ['a'] }, 'a')).toEqual([
			{ text: '港站', site: 'a' },
			{ text: '开了。' }
		]);
		expect(excerptOf({ n: 1, parts, sites: ['a'] }, 'b')).toEqual([]);
	});
});

describe('wrapText', () => {
	it('breaks between Han characters and between words, never before a closing mark', () => {
		expect(wrapText('重庆东站，开通。', 4)).toEqual(['重庆东', '站，开', '通。']);
		expect(wrapText('Metro Line 6, East Station', 8)).toEqual(['Metro Line 6,', 'East Station']);
	});

	it('goes on in the next line where a word or an address is wider than one', () => {
		const address = 'https://atlas.example/en/?site=east-station';
		const lines = wrapText(`See ${address}`, 10);
		expect(lines[0]).toBe('See');
		expect(lines.slice(1).join('')).toBe(address);
		for (const line of lines) expect(textWidth(line, 1, 0)).toBeLessThanOrEqual(10);
	});
});

function station(
	id: string,
	position: [number, number] | null,
	more: Partial<Station> = {}
): Station {
	const name = { zh: id, en: id };
	return {
		id,
		name,
		lines: ['line-1'],
		inService: true,
		position,
		accuracy: position && 20,
		...more
	};
}
