import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../src/lib/atlas/schema';
import { handOverLinks, MAP_APPS, type MapApp } from '../../src/lib/geo/hand-over';
import { metresBetween } from '../../src/lib/geo/nearest';
import { bd09, gcj02 } from '../support/chinese-datums';
import { committedAtlas } from '../support/committed-atlas';

const { atlas } = await committedAtlas();
const placed = atlas.sites.flatMap(({ anchor, ...site }) => (anchor ? { ...site, anchor } : []));

const same = (position: LngLat): [number, number] => position;
const EXPECTED: Record<MapApp, (position: LngLat) => [number, number]> = {
	amap: gcj02,
	baidu: bd09,
	tencent: gcj02,
	apple: gcj02,
	google: gcj02,
	geo: same
};

/** What an app reads out of its link: [lng, lat] as written, and the name. */
const READ: Record<MapApp, (href: string) => { lng: string; lat: string; name: string | null }> = {
	amap: (href) => {
		const query = queryOf(href, 'https://uri.amap.com/marker');
		expect(query.get('coordinate')).toBe('gaode');
		expect(query.get('callnative')).toBe('1');
		const [lng = '', lat = ''] = query.get('position')!.split(',');
		return { lng, lat, name: query.get('name') };
	},
	baidu: (href) => {
		const query = queryOf(href, 'https://api.map.baidu.com/marker');
		expect(query.get('coord_type')).toBe('bd09ll');
		expect(query.get('output')).toBe('html');
		expect(query.get('content')).not.toBe('');
		expect(query.get('src')).toMatch(/^webapp\.[a-z-]+\.[a-z-]+$/);
		const [lat = '', lng = ''] = query.get('location')!.split(',');
		return { lng, lat, name: query.get('title') };
	},
	tencent: (href) => {
		const query = queryOf(href, 'https://apis.map.qq.com/uri/v1/marker');
		expect(query.get('referer')).not.toBe('');
		expect(query.get('coord_type')).toBeNull();
		const parts = query.get('marker')!.split(';');
		const marker = new Map(
			parts.map((part) => part.split(/:(.*)/s).slice(0, 2) as [string, string])
		);
		expect([...marker.keys()]).toEqual(['coord', 'title', 'addr']);
		const [lat = '', lng = ''] = marker.get('coord')!.split(',');
		return { lng, lat, name: marker.get('title')! };
	},
	apple: (href) => {
		const query = queryOf(href, 'https://maps.apple.com/');
		const [lat = '', lng = ''] = query.get('ll')!.split(',');
		return { lng, lat, name: query.get('q') };
	},
	google: (href) => {
		const query = queryOf(href, 'https://www.google.com/maps/search/');
		expect(query.get('api')).toBe('1');
		const [lat = '', lng = ''] = query.get('query')!.split(',');
		return { lng, lat, name: null };
	},
	geo: (href) => {
		const [, lat = '', lng = '', again, label = ''] =
			/^geo:(-?[\d.]+),(-?[\d.]+)\?q=([-\d.,]+)\(([^()]*)\)$/.exec(href)!;
		expect(again).toBe(`${lat},${lng}`);
		return { lng, lat, name: decodeURIComponent(label) };
	}
};

function queryOf(href: string, address: string): URLSearchParams {
	const url = new URL(href);
	expect(url.origin + url.pathname).toBe(address);
	return url.searchParams;
}

describe('the formulas to compare with', () => {
	it('give the pair that their publishers give', () => {
		const [lng, lat] = gcj02([121.5272106, 31.1774276]);
		expect(lng).toBeCloseTo(121.531541859215, 8);
		expect(lat).toBeCloseTo(31.17530398364597, 8);
	});

	it('give back what sources read off a map of each datum', () => {
		const readings = atlas.sites.flatMap(({ geometry, location: { reading } }) =>
			geometry?.type === 'Point' && reading ? { geometry, reading } : []
		);
		expect(new Set(readings.map(({ reading }) => reading.datum))).toContain('GCJ-02');
		for (const { geometry, reading } of readings) {
			const shift = { 'WGS-84': same, 'GCJ-02': gcj02, 'BD-09': bd09 }[reading.datum];
			const at = shift(geometry.coordinates as LngLat);
			expect(metresBetween(at, reading.position)).toBeLessThan(2);
		}
	});
});

describe.each(MAP_APPS)('a link to %s', (app) => {
	const linkOf = (position: LngLat, name: string) =>
		handOverLinks({ position, name, atlas: atlas.title.zh }).find((one) => one.app === app)!.href;

	it('gives every site that has a place in the datum of the app, and its name', () => {
		expect(placed.length).toBeGreaterThan(20);
		for (const { id, anchor, name } of placed) {
			const read = READ[app](linkOf(anchor, name.zh));
			const [lng, lat] = EXPECTED[app](anchor);
			expect(read.lng, id).toMatch(/^\d+\.\d{6}$/);
			expect(read.lat, id).toMatch(/^\d+\.\d{6}$/);
			// A unit of the last decimal, which is 0.1 m.
			expect(Math.abs(Number(read.lng) - lng), id).toBeLessThan(1.1e-6);
			expect(Math.abs(Number(read.lat) - lat), id).toBeLessThan(1.1e-6);
			if (read.name !== null) expect(read.name).toBe(name.zh);
		}
	});

	it('gives WGS-84 where no map is shifted', () => {
		const read = READ[app](linkOf([-0.1276, -51.5072], 'X'));
		expect([read.lng, read.lat]).toEqual(['-0.127600', '-51.507200']);
	});

	it('keeps its form whatever the name', () => {
		const href = linkOf([106.6, 29.5], 'A (b); c: d|e & f=g? #h');
		const { name } = READ[app](href);
		expect(href).not.toContain('#');
		if (app === 'tencent') expect(name).toBe('A (b)  c  d e & f=g? #h');
		else if (app === 'geo') expect(name).toBe('A [b]; c: d|e & f=g? #h');
		else if (app !== 'google') expect(name).toBe('A (b); c: d|e & f=g? #h');
	});
});
