import { describe, expect, it } from 'vitest';
import { copiedRun, copyIndex } from '../../src/lib/text/copied';

const ORIGINAL = [
	'甲市将在年底之前建成一座横跨大河的双层新桥，桥上行车桥下过轨道。',
	'The town will build a bridge with two decks across the river by the end of next year.'
];
const INDEX = copyIndex(ORIGINAL);

describe('words that a retelling took from its article', () => {
	it('are found from fourteen Chinese characters on, whatever signs stand between', () => {
		expect(copiedRun(INDEX, ['据称，将在年底之前建成一座横跨大河'])).toBe(
			'将在年底之前建成一座横跨大河'
		);
		expect(copiedRun(INDEX, ['年底之前建成一座横跨大河'])).toBeNull();
		expect(copiedRun(INDEX, ['横跨大河的双层新桥。桥上行车、桥下过轨道'])).toBe(
			'横跨大河的双层新桥。桥上行车、桥下过轨道'
		);
	});

	it('are found from eight English words on, in either case', () => {
		expect(copiedRun(INDEX, ['It WILL build a bridge with two decks across a valley.'])).toBe(
			'WILL build a bridge with two decks across'
		);
		expect(copiedRun(INDEX, ['Bridge with two decks across the river.'])).toBeNull();
	});

	it('end where the passage goes on in its own words', () => {
		const text = '将在年底之前建成一座横跨大河的桥，将在年底之前建成一座横跨大河的桥';
		expect(copiedRun(INDEX, [text])).toBe('将在年底之前建成一座横跨大河的');
	});

	it('do not go on across a name', () => {
		expect(copiedRun(INDEX, ['将在年底之前建成', '一座横跨大河的'])).toBeNull();
	});

	it('are none where there is no text', () => {
		expect(copiedRun(copyIndex([]), ORIGINAL)).toBeNull();
	});
});
