import { describe, expect, it } from 'vitest';
import { labelFonts } from '../../src/pipeline/label-fonts';
import { unicodeRanges } from '../../src/pipeline/unicode-ranges';

describe('unicodeRanges', () => {
	it('joins neighbours and keeps the order of code points', () => {
		expect(unicodeRanges(new Set('cba&江龙'))).toEqual(['U+26', 'U+61-63', 'U+6C5F', 'U+9F99']);
		expect(unicodeRanges(new Set())).toEqual([]);
	});
});

// the whole font has 10 MB, and compressing takes its time on a busy machine
describe('labelFonts', () => {
	it('asks a small file for the characters of the first view, and another for all others', async () => {
		const [first, rest, ...more] = await labelFonts(new Set('长江'), new Set('长江大桥南岸区'));
		expect(first?.ranges).toEqual(['U+6C5F', 'U+957F']);
		expect(rest?.ranges).toBeUndefined();
		expect(more).toEqual([]);
		expect(first!.bytes.length).toBeLessThan(rest!.bytes.length);
	});

	it('makes one file where the first view writes nothing', async () => {
		const fonts = await labelFonts(new Set(), new Set('长江'));
		expect(fonts.map(({ file }) => file)).toEqual(['map-font.woff2']);
	});

	it('names characters that the font lacks, in either file', async () => {
		await expect(labelFonts(new Set('😀'), new Set('长😀'))).rejects.toThrow('😀 (U+1F600)');
		await expect(labelFonts(new Set('长'), new Set('长😀'))).rejects.toThrow('😀 (U+1F600)');
	});
});
