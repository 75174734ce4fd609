import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { briefOf } from '../../src/lib/atlas/brief';
import { pictureCamera } from '../../src/lib/explorer/picture/camera';
import { withDensity } from '../../src/lib/explorer/picture/png-density';
import { captionStrip } from '../../src/lib/explorer/picture/strip';
import { homeCamera, seenBounds } from '../../src/lib/geo/camera';
import { metresPerPixel, roundLength } from '../../src/lib/geo/scale';
import { textWidth } from '../../src/lib/style/name-place';
import { fixtureAtlas } from '../support/fixture-atlas';

const atlas = fixtureAtlas();
const size = { width: 540, height: 360 };

describe('a PNG', () => {
	/** One grey pixel, with these chunks after its header. */
	function pixel(...more: Buffer[]): Uint8Array {
		const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
		const image = deflateSync(Buffer.from([0, 128]));
		const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
		const parts = [chunk('IHDR', header), ...more, chunk('IDAT', image), chunk('IEND')];
		return new Uint8Array(Buffer.concat([signature, ...parts]));
	}

	function chunk(type: string, data = Buffer.alloc(0)): Buffer {
		const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(body));
		return Buffer.concat([length, body, sum]);
	}

	const at300 = chunk('pHYs', Buffer.from([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]));

	test('is told its density right after its header', () => {
		expect(withDensity(pixel(), 300)).toEqual(pixel(at300));
	});

	test('has one density, whatever it said before', () => {
		const at72 = chunk('pHYs', Buffer.from([0, 0, 0x0b, 0x13, 0, 0, 0x0b, 0x13, 1]));
		const colours = chunk('sRGB', Buffer.from([0]));
		expect(withDensity(pixel(colours, at72), 300)).toEqual(pixel(at300, colours));
	});
});

describe('what a picture shows', () => {
	const camera = { center: [90.1, 0.1] as [number, number], zoom: 13 };
	const screen = { width: 800, height: 900 };
	const nothing = { width: 0, height: 0 };

	test('is all the ground that is on the screen, where the atlas knows so much', () => {
		const seen = seenBounds(camera, screen);
		const drawn = pictureCamera({ camera, screen, chosen: [] }, size, atlas);
		const [west, south, east, north] = seenBounds(drawn, size);
		expect(west).toBeLessThanOrEqual(seen[0] + 1e-9);
		expect(south).toBeLessThanOrEqual(seen[1] + 1e-9);
		expect(east).toBeGreaterThanOrEqual(seen[2] - 1e-9);
		expect(north).toBeGreaterThanOrEqual(seen[3] - 1e-9);
	});

	test('is never beyond the bounds of the atlas', () => {
		const far = { camera: { ...camera, zoom: 5 }, screen, chosen: [] };
		const [west, south, east, north] = seenBounds(pictureCamera(far, size, atlas), size);
		expect(west).toBeGreaterThanOrEqual(atlas.bounds[0] - 1e-9);
		expect(south).toBeGreaterThanOrEqual(atlas.bounds[1] - 1e-9);
		expect(east).toBeLessThanOrEqual(atlas.bounds[2] + 1e-9);
		expect(north).toBeLessThanOrEqual(atlas.bounds[3] + 1e-9);
	});

	test('is what is chosen, or the first view, where no map is on the screen', () => {
		const [site] = atlas.sites;
		const chosen = site ? [site.bounds] : [];
		const { center } = pictureCamera({ camera, screen: nothing, chosen }, size, atlas);
		const [west, south, east, north] = site!.bounds;
		expect(center[0]).toBeGreaterThanOrEqual(west);
		expect(center[0]).toBeLessThanOrEqual(east);
		expect(center[1]).toBeGreaterThanOrEqual(south);
		expect(center[1]).toBeLessThanOrEqual(north);
		expect(pictureCamera({ camera: null, screen, chosen: [] }, size, atlas)).toEqual(
			homeCamera(atlas.home, size, atlas.bounds)
		);
	});
});

describe('the scale', () => {
	test('is that of Web Mercator at the latitude of the middle', () => {
		expect(metresPerPixel({ center: [0, 0], zoom: 0 })).toBeCloseTo(78_271.517, 2);
		expect(metresPerPixel({ center: [106, 60], zoom: 1 })).toBeCloseTo(78_271.517 / 4, 2);
	});

	test.each([
		[1, 1],
		[4.9, 2],
		[5, 5],
		[999, 500],
		[1000, 1000],
		[26_000, 20_000]
	])('the longest round length in %d m is %d m', (metres, round) => {
		expect(roundLength(metres)).toBe(round);
	});
});

describe.each(['zh', 'en'] as const)('the strip under a picture in %s', (lang) => {
	const site = briefOf(atlas, lang).sites[0]!;
	const address = `https://atlas.example/${'a-long-folder/'.repeat(12)}?site=${site.id}`;
	const caption = {
		lang,
		atlas: briefOf(atlas, lang),
		credits: ['© OpenStreetMap contributors'],
		site,
		address,
		aside: 60,
		date: null,
		filter: lang === 'zh' ? '状态：已开通' : 'Status: open'
	};

	/** Its lines: left end, size and text. */
	function linesOf(markup: string[]) {
		const texts = markup
			.join('')
			.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)/g);
		return [...texts].map(([, x, y, size, text = '']) => {
			return { x: Number(x), y: Number(y), size: Number(size), text: unescape(text) };
		});
	}

	test.each([360, 540, 810])('at %d pixels says all that it must, within its width', (width) => {
		const { markup, y: bottom } = captionStrip(caption, width, 100);
		const lines = linesOf(markup);
		for (const { x, y, size, text } of lines) {
			expect(x + textWidth(text, size, 0), text).toBeLessThanOrEqual(width);
			expect(y - size).toBeGreaterThan(100);
			expect(y).toBeLessThan(bottom);
		}
		const all = lines
			.map(({ text }) => text)
			.join('')
			.replaceAll(/\s/g, '');
		const { exemption } = atlas.review as { exemption: Record<string, string> };
		for (const text of [
			atlas.title[lang],
			site.name[lang],
			exemption[lang],
			address,
			'CCBY4.0',
			'WGS-84',
			caption.filter
		])
			expect(all).toContain((text ?? '').replaceAll(/\s/g, ''));
		expect(all).toContain('©OpenStreetMapcontributors');
	});

	test('grows where it has less width', () => {
		expect(captionStrip(caption, 360, 0).y).toBeGreaterThan(captionStrip(caption, 810, 0).y);
	});
});

function unescape(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');
}
