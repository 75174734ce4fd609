import { beforeAll, expect, test } from 'vitest';
import type { Station } from '../../src/lib/atlas/atlas';
import { briefOf, type SiteBrief } from '../../src/lib/atlas/brief';
import type { LngLat } from '../../src/lib/atlas/schema';
import { neighbourhood, type Nearby } from '../../src/lib/near/nearby';
import { committedAtlas } from '../support/committed-atlas';

let sites: SiteBrief[];
let stations: Station[];

beforeAll(async () => {
	const all = await committedAtlas();
	sites = briefOf(all.atlas, 'zh').sites;
	stations = all.stations;
});

const name = ({ what }: Nearby) => ('site' in what ? what.site.id : what.station.id);
const at = (id: string) => sites.find((site) => site.id === id)!.anchor!;
const around = (at: LngLat, reach: number, error = 0) =>
	neighbourhood({ at, error }, { sites, stations }, reach);

test('the place itself is nearest, and all is in order', () => {
	const { within } = around(at('chongqing-east-station'), 3000);
	expect(name(within[0]!)).toBe('chongqing-east-station');
	const known = within.map(({ metres }) => metres);
	expect(known).toEqual(known.toSorted((a, b) => a - b));
});

test('what is near grows with the reach', () => {
	const place = at('chongqing-east-station');
	const names = [1000, 3000, 5000].map((reach) => {
		const { within, perhaps } = around(place, reach);
		return [...within, ...perhaps].map(name);
	});
	expect(names[2]!.length).toBeGreaterThan(names[0]!.length);
	for (const [i, some] of names.slice(0, 2).entries())
		for (const one of some) expect(names[i + 1]).toContain(one);
});

test('a place that is known badly is somewhere within, and only surely or perhaps so', () => {
	const plot = sites.find(({ id }) => id === 'plot-006-01')!;
	const { accuracy } = plot.location;
	const center = plot.anchor!;
	const sure = around(center, accuracy! + 100).within.find((near) => name(near) === plot.id);
	expect(sure).toMatchObject({ somewhereWithin: expect.closeTo(accuracy!, -3) as number });
	expect(around(center, accuracy! - 600).perhaps.map(name)).toContain(plot.id);
});

test('stations in service are not told of, those to come are', () => {
	const { within } = around(at('chongqing-east-station'), 3000);
	const told = within.filter(({ what }) => 'station' in what).map(name);
	expect(told).toContain('l24-chongqing-east');
	expect(told).not.toContain('chongqing-east-railway-station');
});

test('says in which direction, unless so little is known that it may be any', () => {
	const [lng, lat] = at('cqupt');
	const south = around([lng, lat - 0.02], 5000).within.find((near) => name(near) === 'cqupt');
	expect(south).toMatchObject({ direction: 'n' });
	const vague = around([lng, lat - 0.02], 10_000, 5000).within.find(
		(near) => name(near) === 'cqupt'
	);
	expect(vague).toMatchObject({ direction: null });
});

test('far from everything it still knows the nearest place', () => {
	const { within, perhaps, nearest } = around([121.47, 31.23], 5000);
	expect([...within, ...perhaps]).toEqual([]);
	expect(nearest!.metres).toBeGreaterThan(1_000_000);
});

test('tells nothing twice', () => {
	const { within, perhaps } = around(at('chongqing-east-station'), 3000);
	const names = [...within, ...perhaps].map(name);
	expect(new Set(names).size).toBe(names.length);
});

// 0.01 degrees of latitude are 1,108.5 m on the ellipsoid there.
test.each([
	['a site', 0, { metres: 1110, somewhereWithin: null, direction: 'n' }, null],
	['a site known to a street', 400, { metres: 1100, somewhereWithin: null, direction: 'n' }, null],
	['a site known to a quarter', 600, { metres: 1100, somewhereWithin: 1800, direction: 'n' }, 1200],
	['a site known to a town', 3000, { metres: 1000, somewhereWithin: 4500, direction: null }, 4000]
])('%s is told as exactly as its place is known', (_, accuracy, told, stationWithin) => {
	const here: LngLat = [106.6, 29.5];
	const what = {
		id: 'a',
		geometry: { type: 'Point', coordinates: [106.6, 29.51] },
		location: { precision: 'approximate', accuracy }
	} as unknown as SiteBrief;
	const nowhere = { ...what, geometry: null } as SiteBrief;
	const station = { id: 'b', inService: false, position: [106.6, 29.505], accuracy } as Station;
	const found = neighbourhood(
		{ at: here, error: 0 },
		{ sites: [what, nowhere], stations: [station, { ...station, position: null }] },
		10_000
	);
	expect(found.within.map(name)).toEqual(['b', 'a']);
	expect(found.within[0]).toMatchObject({ somewhereWithin: stationWithin });
	expect(found.nearest).toEqual({ what: { site: what }, ...told });
});

test('of two that are told with one distance the nearer comes first', () => {
	const siteAt = (id: string, lat: number) =>
		({
			id,
			geometry: { type: 'Point', coordinates: [106.6, lat] },
			location: { precision: 'exact', accuracy: 0 }
		}) as unknown as SiteBrief;
	const sites = [siteAt('further', 29.51002), siteAt('nearer', 29.51001), siteAt('third', 29.51)];
	const found = neighbourhood({ at: [106.6, 29.5], error: 0 }, { sites, stations: [] }, 10_000);
	expect(found.within.map(({ metres }) => metres)).toEqual([1110, 1110, 1110]);
	expect(found.within.map(name)).toEqual(['third', 'nearer', 'further']);
});
