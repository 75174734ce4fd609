import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mapFontLicence, subsetMapFont } from '../../src/pipeline/font';

// the whole font has 10 MB, and compressing takes its time on a busy machine
describe('subsetMapFont', () => {
	it('gives the same WOFF2 file for the same characters in any order', async () => {
		const one = await subsetMapFont(new Set('长江大桥'));
		const other = await subsetMapFont(new Set('桥大江长'));
		expect(Buffer.from(one.subarray(0, 4)).toString()).toBe('wOF2');
		expect(sha(one)).toBe(sha(other));
	});

	it('grows with the characters and stays small without any', async () => {
		const [none, some] = [await subsetMapFont(new Set()), await subsetMapFont(new Set('长江大桥'))];
		expect(some.length).toBeGreaterThan(none.length);
		expect(none.length).toBeLessThan(20_000);
	});

	it('names every character that the font lacks', async () => {
		await expect(subsetMapFont(new Set(['长', '😀', '\u0007']))).rejects.toThrow(
			'Noto Sans SC has no U+0007, 😀 (U+1F600).'
		);
	});

	it('can be cut to some characters alone, without punctuation', async () => {
		const alone = await subsetMapFont(new Set('长江大桥'), 'these alone');
		expect(alone.length).toBeLessThan((await subsetMapFont(new Set('长江大桥'))).length);
	});

	it('has ASCII and Chinese punctuation, whatever is asked for', async () => {
		const asked = new Set('0 9~，。《》（）—…·');
		expect(sha(await subsetMapFont(asked))).toBe(sha(await subsetMapFont(new Set())));
	});
});

describe('mapFontLicence', () => {
	it('is the path of the SIL Open Font License', async () => {
		const licence = await readFile(mapFontLicence(), 'utf8');
		expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
	});
});

function sha(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
