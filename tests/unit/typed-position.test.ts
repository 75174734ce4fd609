import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../src/lib/atlas/schema';
import { readParts, readPosition, writeParts } from '../../src/lib/geo/typed-position';

const DISTRICT: Bounds = [106.4, 29.4, 106.8, 29.7];

describe('readPosition', () => {
	it.each([
		['106.57, 29.53', [106.57, 29.53]],
		['  106.57 29.53 ', [106.57, 29.53]],
		['106.57，29.53', [106.57, 29.53]],
		['１０６．５７，２９．５３', [106.57, 29.53]],
		['[106.57, 29.53]', [106.57, 29.53]],
		['106.57、29.53', [106.57, 29.53]],
		['-0.1276, 51.5072', [-0.1276, 51.5072]],
		['东经106.57度，北纬29.53度', [106.57, 29.53]],
		['纬度：29.53 经度：106.57', [106.57, 29.53]],
		['lat=29.53, lng=106.57', [106.57, 29.53]],
		['29.53N 106.57E', [106.57, 29.53]],
		['33.8688° S, 151.2093° E', [151.2093, -33.8688]],
		['106°34′12″E 29°31′48″N', [106.57, 29.53]],
		['29°31\'48"N, 106°34\'12"E', [106.57, 29.53]],
		['东经106度34分12秒，北纬29度31分48秒', [106.57, 29.53]],
		['106°34.2′, 29°31.8′', [106.57, 29.53]],
		['W43°12′, S22°54′', [-43.2, -22.9]],
		['西经43.2度，南纬22.9度', [-43.2, -22.9]],
		['-0°30′, −0°15′', [-0.5, -0.25]],
		['106.57\u300029.53', [106.57, 29.53]],
		['29.53N, 106.57', [106.57, 29.53]],
		['29.53, 106.57E', [106.57, 29.53]],
		['106°59′59″, 29°0′59″', [106.999722, 29.016389]],
		['-180, -90', [-180, -90]],
		['180, 90', [180, 90]],
		['106.12345678, 29.87654321', [106.123457, 29.876543]]
	])('reads %s', (text, position) => {
		expect(readPosition(text)).toEqual({ position, swapped: null });
	});

	it.each([
		['', 'not-two-numbers'],
		['106.57', 'not-two-numbers'],
		['106.57, 29.53, 12', 'not-two-numbers'],
		['about 106.57, 29.53', 'not-two-numbers'],
		['106.57E, 29.53E', 'not-two-numbers'],
		['106°60′, 29°31′', 'not-minutes'],
		['106°34′60″, 29°31′', 'not-minutes'],
		['106°34′, 29°31′60″', 'not-minutes'],
		['181, 29.53', 'not-on-earth'],
		['206.57, 129.53', 'not-on-earth']
	])('does not read %s', (text, error) => {
		expect(readPosition(text)).toEqual({ error, swapped: null });
	});

	it('offers the other order where only that one is possible', () => {
		expect(readPosition('29.53, 106.57')).toEqual({ error: 'swapped', swapped: [106.57, 29.53] });
	});

	it('offers the other order where only that one lies in the atlas', () => {
		expect(readPosition('29.53, 36.5', [36, 29, 37, 30])).toEqual({
			position: [29.53, 36.5],
			swapped: [36.5, 29.53]
		});
		expect(readPosition('106.57, 29.53', DISTRICT)).toMatchObject({ swapped: null });
	});

	it('does not doubt an order that is named', () => {
		for (const text of ['29.53E, 36.5N', '29.53E, 36.5', '29.53, 36.5N'])
			expect(readPosition(text, [36, 29, 37, 30])).toMatchObject({ swapped: null });
	});
});

describe('readParts', () => {
	it('reads a line for each position and begins a part after an empty one', () => {
		const text = '106.57, 29.53\n106.58，29.54\n\n \n106.6 29.5\n106.7 29.6\n';
		const parts = [
			[
				[106.57, 29.53],
				[106.58, 29.54]
			],
			[
				[106.6, 29.5],
				[106.7, 29.6]
			]
		];
		expect(readParts(text)).toEqual({ parts });
		expect(readParts(writeParts(parts))).toEqual({ parts });
	});

	it('names the line that is no position', () => {
		expect(readParts('106.57, 29.53\n\n 29.53, 106.57 ')).toEqual({
			fault: { line: 3, text: '29.53, 106.57', error: 'swapped' }
		});
	});

	it('writes no heights', () => {
		expect(writeParts([[[106.57, 29.53, 200]]])).toBe('106.57, 29.53');
	});
});
