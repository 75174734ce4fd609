import { describe, expect, test } from 'vitest';
import { nextSheet, sheetAt } from '../../src/lib/explorer/sheet';

/** Where the upper edge stands at each stop, from the top of a screen of 844. */
const tops = { peek: 752, half: 395, full: 165 };

describe('a sheet that is let go', () => {
	test.each([
		[740, 'peek'],
		[580, 'peek'],
		[560, 'half'],
		[290, 'half'],
		[270, 'full'],
		[100, 'full'],
		[900, 'peek']
	] as const)('at %i goes to the nearest stop, %s', (top, stop) => {
		expect(sheetAt(tops, top, 0)).toBe(stop);
	});

	test('goes on to the next stop in the direction of a flick', () => {
		expect(sheetAt(tops, 380, -1)).toBe('full');
		expect(sheetAt(tops, 410, 2)).toBe('peek');
		expect(sheetAt(tops, 740, -1.5)).toBe('half');
		expect(sheetAt(tops, 200, 0.5)).toBe('half');
	});

	test('stays at the last stop however hard it is flicked', () => {
		expect(sheetAt(tops, 165, -4)).toBe('full');
		expect(sheetAt(tops, 752, 4)).toBe('peek');
	});

	test('is not moved on by a slow hand', () => {
		expect(sheetAt(tops, 380, -0.2)).toBe('half');
	});
});

test('buttons and arrow keys go stop by stop and end at the last', () => {
	expect([nextSheet('peek', 1), nextSheet('half', 1), nextSheet('full', 1)]).toEqual([
		'half',
		'full',
		'full'
	]);
	expect([nextSheet('full', -1), nextSheet('half', -1), nextSheet('peek', -1)]).toEqual([
		'half',
		'peek',
		'peek'
	]);
});
