import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	passageAt,
	passagesInSight,
	readingLine,
	type Extent
} from '../../src/lib/explorer/reading-line';

const box = { scrollHeight: 5000, clientHeight: 600 };
const extents: Extent[] = [
	{ n: 15, top: -300, bottom: -10 },
	{ n: 16, top: 0, bottom: 190 },
	{ n: 19, top: 200, bottom: 900 },
	{ n: 20, top: 910, bottom: 1000 }
];

describe('the reading line', () => {
	test('lies a third down', () => {
		expect(readingLine({ ...box, scrollTop: 2000 })).toBe(200);
	});

	test('goes to the edges at both ends of the text', () => {
		expect(readingLine({ ...box, scrollTop: 0 })).toBe(0);
		expect(readingLine({ ...box, scrollTop: 4400 })).toBe(600);
	});

	test('moves down over the text as the reader does, past every point of it', () => {
		const at = (scrollTop: number) => scrollTop + readingLine({ ...box, scrollTop });
		expect([at(0), at(4400)]).toEqual([0, 5000]);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4390 }), (top) => {
				const step = at(top + 10) - at(top);
				// Never more than a line of text at a time.
				expect(step).toBeGreaterThan(0);
				expect(step).toBeLessThanOrEqual(20);
			})
		);
	});

	test('is on the last passage that begins above it', () => {
		expect(passageAt(199, extents)).toBe(16);
		expect(passageAt(200, extents)).toBe(19);
		expect(passageAt(4000, extents)).toBe(20);
	});

	test('is on none above the first', () => {
		expect(passageAt(-301, extents)).toBeNull();
		expect(passageAt(100, [])).toBeNull();
	});
});

test('a passage is in sight as soon as any of it is', () => {
	expect(passagesInSight(600, extents)).toEqual([16, 19]);
	expect(passagesInSight(911, extents)).toEqual([16, 19, 20]);
});
