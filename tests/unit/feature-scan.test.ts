import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureScan } from '../../src/pipeline/tiles/feature-scan';

/** What the scan finds in a text that comes in pieces of these lengths, again and again. */
function found(text: string, lengths: number[] = [text.length]) {
	const bytes = Buffer.from(text);
	const scan = new FeatureScan();
	const features: { text: string; offset: number; line: number }[] = [];
	for (let at = 0, i = 0; at < bytes.length; i++) {
		const end = at + lengths[i % lengths.length]!;
		for (const { bytes: own, offset, line } of scan.push(bytes.subarray(at, end)))
			features.push({ text: Buffer.from(own).toString(), offset, line });
		at = end;
	}
	scan.end();
	return features;
}

describe('FeatureScan', () => {
	it('finds the same features in whatever pieces the bytes come', () => {
		const value = fc.jsonValue({ maxDepth: 3 });
		fc.assert(
			fc.property(
				fc.array(fc.record({ 'a"\\[': value, features: value, é重: value })),
				fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
				fc.constantFrom(undefined, 2),
				(items, lengths, indent) => {
					const texts = items.map((item) => JSON.stringify(item, null, indent));
					const collection = JSON.stringify(
						{ note: ['{', { '}': ']' }], features: items, type: 'FeatureCollection' },
						null,
						indent
					);
					const inside = found(collection, lengths).map(({ text }) => JSON.parse(text) as unknown);
					expect(inside).toEqual(JSON.parse(JSON.stringify(items)));
					const lines = texts.filter((text) => !/"features": ?\[/.test(text));
					expect(found(lines.join('\n'), lengths).map(({ text }) => text)).toEqual(lines);
				}
			)
		);
	});

	it('tells where in the file each begins', () => {
		const text = '{"type":"FeatureCollection","features":[\n{"é":1},\n  {"b":2}]}\n{"c":3}';
		const bytes = Buffer.from(text);
		const features = found(text, [3]);
		expect(features.map(({ line }) => line)).toEqual([2, 3, 4]);
		for (const { text: own, offset } of features) {
			const length = Buffer.byteLength(own);
			expect(bytes.subarray(offset, offset + length).toString()).toBe(own);
		}
	});

	it('gives what should be a feature as it is', () => {
		const text = '{"features":[ 1 , null,"x",[{}]],"type":"FeatureCollection"}';
		expect(found(text, [1]).map(({ text: own }) => own)).toEqual(['1', 'null', '"x"', '[{}]']);
	});

	it.each([
		['{"features":[{},]', '"]" after a comma'],
		['{"features":[{} {}', '"{" where "," or "]" should follow'],
		['{"features":[,', '"," where a feature should begin'],
		['{"a":1},{"a":1}', 'a comma between two values'],
		['[{"a":1}]', '"[" where an object should begin'],
		['{a:1}', '"a" where a name in quotes should stand'],
		['{"features":[{"a":', 'the file ends too soon, in a feature that begins in line 1'],
		['{"features":[{}]', 'the file ends too soon']
	])('says why %s can’t be read on', (text, message) => {
		expect(() => found(text, [4])).toThrow(message);
	});
});
