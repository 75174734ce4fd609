import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorParagraphs, fitOfText, type Anchor, type Signed } from '../../src/lib/text/anchor';
import { figuresOf } from '../../src/lib/text/figures';
import { createGazetteer } from '../../src/lib/text/mentions';
import { wordingShares } from '../../src/lib/text/wording';
import { INVENTED_ARTICLE, INVENTED_PASSAGES, INVENTED_PLACES } from '../support/invented-article';
import { runs } from '../support/runs';

/** A line and its number in the article; `null` for a line that an edit put in. */
interface Line {
	n: number | null;
	text: string;
}

const gazetteer = createGazetteer(INVENTED_PLACES);
const lines: Line[] = INVENTED_ARTICLE.map((text, i) => ({ n: i + 1, text }));

function anchors(of: readonly Line[]): Anchor[] {
	return anchorParagraphs(
		of.map(({ text }) => text),
		INVENTED_PASSAGES,
		gazetteer
	);
}

function anchorOf(n: number, of: readonly Line[]): Anchor | undefined {
	return anchors(of).find((anchor) => anchor.n === n);
}

function without(...numbers: number[]): Line[] {
	return lines.filter(({ n }) => n === null || !numbers.includes(n));
}

function inserted(at: number, ...texts: string[]): Line[] {
	const added = texts.map((text) => ({ n: null, text }));
	return [...lines.slice(0, at - 1), ...added, ...lines.slice(at - 1)];
}

function swapped(a: number, b: number): Line[] {
	const other = new Map([
		[a, b],
		[b, a]
	]);
	return lines.map((line, i) => lines[(other.get(i + 1) ?? i + 1) - 1] ?? line);
}

function everyLine(change: (text: string) => string): Line[] {
	return lines.map(({ n, text }) => ({ n, text: change(text) }));
}

describe('anchorParagraphs', () => {
	it('finds every passage of the text as it was', () => {
		const places = anchors(lines).map(({ state, paragraph }) => [state, paragraph]);
		expect(places).toEqual(INVENTED_PASSAGES.map(({ n }) => ['found', n]));
	});

	it.each([
		['with Windows line ends and a byte order mark', everyLine((text) => `\uFEFF${text}\r`)],
		['with full-width punctuation', everyLine((text) => text.replaceAll(',', '，'))],
		['with full-width digits', everyLine((text) => text.replace(/\d/g, wide))],
		['with other numerals', everyLine((text) => text.replace('8号线', '八号线'))],
		['with small numbers written out', everyLine((text) => text.replace('5个', '五个'))],
		['with blank lines between', lines.flatMap((line) => [line, { n: null, text: '' }])],
		['without layout lines', lines.filter(({ text }) => text !== '|')],
		['with five lines put in', inserted(9, '天气晴好。', '', '读者来信3封。', '编者按', '|')],
		['with two neighbours changed', swapped(8, 9)],
		['with two lines changed', swapped(8, 17)],
		['with a block moved to the end', [...without(14, 15, 16), ...lines.slice(13, 16)]]
	])('finds every passage of a text %s', (_, edited) => {
		for (const anchor of anchors(edited)) {
			expect(anchor.state, `p${anchor.n}: ${anchor.why}`).toBe('found');
			expect(edited[(anchor.paragraph ?? 0) - 1]?.n).toBe(anchor.n);
		}
	});

	it.each(INVENTED_PASSAGES.map(({ n }) => n))(
		'gives passage %i no other paragraph when its own is gone',
		(n) => {
			const anchor = anchorOf(n, without(n));
			expect(anchor?.paragraph).toBeNull();
			expect(anchor?.state).toBe('orphaned');
		}
	);

	it('tells two paragraphs about one place apart by their figures, and if one is gone', () => {
		expect(anchorOf(10, swapped(10, 11))?.paragraph).toBe(11);
		expect(anchorOf(11, swapped(10, 11))?.paragraph).toBe(10);
		expect(anchorOf(10, without(10))?.state).toBe('orphaned');
		expect(anchorOf(11, without(10))?.paragraph).toBe(10);
	});

	it('tells paragraphs that name one place and no figure apart by order', () => {
		const twins = ['枫溪东站甲。', '青禾大学。', '枫溪东站乙。'];
		const passages = [
			{ n: 1, sites: ['east-station'], figures: [], words: '' },
			{ n: 2, sites: ['qinghe-university'], figures: [], words: '' },
			{ n: 3, sites: ['east-station'], figures: [], words: '' }
		];
		const at = (texts: string[]) =>
			anchorParagraphs(texts, passages, gazetteer).map(({ paragraph }) => paragraph);
		expect(at(twins)).toEqual([1, 2, 3]);
		expect(at(['', '', ...twins])).toEqual([3, 4, 5]);
	});

	it('calls a passage ambiguous if two paragraphs answer to it equally well', () => {
		const anchor = anchorOf(13, inserted(13, INVENTED_ARTICLE[12] ?? ''));
		expect(anchor).toMatchObject({ state: 'ambiguous', paragraph: null, candidates: [13, 14] });
	});

	it('trusts one place without a figure only near where it was', () => {
		const passages = [
			{ n: 1, sites: ['cloud-lab'], figures: ['800'], words: '' },
			{ n: 2, sites: ['cloud-lab'], figures: [], words: '' }
		];
		const far = Array.from({ length: 9 }, () => '天气晴好。');
		const at = (...texts: string[]) => anchorParagraphs(texts, passages, gazetteer)[1]?.paragraph;
		expect(at('云上实验室有800篇。', '', '云上实验室。')).toBe(3);
		expect(at('云上实验室有800篇。', ...far, '云上实验室。')).toBeNull();
	});

	it('takes a small number as the sign of one of two paragraphs, wherever it stands', () => {
		const passages = [
			{ n: 1, sites: ['cloud-lab'], figures: ['800'], words: '' },
			{ n: 2, sites: ['cloud-lab'], figures: ['4'], words: '' }
		];
		const far = Array.from({ length: 9 }, () => '天气晴好。');
		const texts = ['云上实验室有800篇。', ...far, '云上实验室第4次。'];
		expect(anchorParagraphs(texts, passages, gazetteer)[1]?.paragraph).toBe(11);
	});

	it('wants two thirds of what a passage says to find it far from its place', () => {
		const passages = [{ n: 1, sites: ['stone-bridge', 'cloud-lab'], figures: [], words: '' }];
		const far = Array.from({ length: 9 }, () => '天气晴好。');
		const at = (...texts: string[]) => anchorParagraphs(texts, passages, gazetteer)[0]?.paragraph;
		expect(at('石桥。')).toBe(1);
		expect(at(...far, '石桥和云上实验室。')).toBe(10);
		expect(at(...far, '石桥。')).toBeNull();
	});

	it('wants half of the sites', () => {
		const fits = (text: string) =>
			anchorParagraphs(
				[text],
				[{ n: 1, sites: ['stone-bridge', 'cloud-lab', 'egret-pier'], figures: [], words: '' }],
				gazetteer
			)[0]?.state;
		expect(fits('石桥和云上实验室。')).toBe('found');
		expect(fits('石桥。')).toBe('orphaned');
	});

	it('wants a figure of a passage that has some, but no year or small number', () => {
		const fits = (text: string) =>
			anchorParagraphs(
				[text],
				[{ n: 1, sites: ['cloud-lab'], figures: ['2025', '3', '800'], words: '' }],
				gazetteer
			)[0]?.state;
		expect(fits('云上实验室发表论文八百篇。')).toBe('found');
		expect(fits('云上实验室2025年有3间。')).toBe('orphaned');
	});

	it('orphans a passage that says nothing to find it by', () => {
		const [anchor] = anchorParagraphs(
			['甲。'],
			[{ n: 1, sites: [], figures: [], words: '' }],
			gazetteer
		);
		expect(anchor?.state).toBe('orphaned');
	});

	it('anchors nothing wrongly and 98 % rightly in 200 edited texts', () => {
		let surviving = 0;
		let found = 0;
		fc.assert(
			fc.property(edit, (edited) => {
				const places = new Map(edited.map(({ n }, i) => [n, i + 1]));
				for (const { n, paragraph, why } of anchors(edited)) {
					if (paragraph !== null) expect(paragraph, `p${n}: ${why}`).toBe(places.get(n));
					if (places.has(n)) surviving++;
					if (paragraph !== null) found++;
				}
			}),
			runs(200)
		);
		expect(found / surviving).toBeGreaterThanOrEqual(0.98);
	});
});

describe('anchorParagraphs in a text without order', () => {
	it('anchors nothing wrongly in 100 shuffled texts', () => {
		const shuffled = fc.shuffledSubarray(lines, { minLength: lines.length });
		fc.assert(
			fc.property(shuffled, (edited) => {
				for (const { n, paragraph, why } of anchors(edited)) {
					if (paragraph !== null) expect(edited[paragraph - 1]?.n, `p${n}: ${why}`).toBe(n);
				}
			}),
			runs(100)
		);
	});
});

/** What a passage says, and where in these tests it comes from. */
function passage(n: number, sites: string[], figures: string[] = [], words = ''): Signed {
	return { n, sites, figures, words };
}

/** The number of the paragraph of each passage. */
function placed(texts: readonly string[], ...passages: Signed[]): (number | null)[] {
	return anchorParagraphs(texts, passages, gazetteer).map(({ paragraph }) => paragraph);
}

/** Lines that say nothing, so that what follows them is far from where it was. */
const FAR = Array.from({ length: 9 }, () => '天气晴好。');

describe('what decides by content', () => {
	it('is one place or figure of four, and less is not', () => {
		const four = ['石桥、青禾大学和白鹭码头。', ...FAR, '石桥、青禾大学、白鹭码头和云上实验室。'];
		const sites = ['stone-bridge', 'qinghe-university', 'egret-pier', 'cloud-lab'];
		expect(placed(four, passage(5, sites))).toEqual([11]);
		expect(placed(four.toReversed(), passage(5, sites))).toEqual([1]);
		const five = four.map((text) => text.replace('石桥', '石桥、北岸轴厂'));
		expect(placed(five, passage(5, [...sites, 'north-works']))).toEqual([null]);
	});

	it('is two thirds of what a passage says, wherever the paragraph stands', () => {
		const sites = ['stone-bridge', 'cloud-lab', 'egret-pier'];
		expect(placed([...FAR, '石桥和云上实验室。'], passage(1, sites))).toEqual([10]);
		const more = [...sites, 'qinghe-university', 'north-works'];
		expect(placed([...FAR, '石桥、云上实验室和青禾大学。'], passage(1, more))).toEqual([null]);
	});

	it('is what is left once others have theirs, if the passage names two places or an amount', () => {
		const first = '云上实验室和石桥有800篇、900人。';
		const both = passage(1, ['cloud-lab', 'stone-bridge'], ['800', '900']);
		const texts = (text: string) => [first, ...FAR, text];
		expect(placed(texts('云上实验室有800篇。'), both, passage(2, ['cloud-lab'], ['800']))).toEqual([
			1, 11
		]);
		expect(
			placed(texts('云上实验室和石桥。'), both, passage(2, ['cloud-lab', 'stone-bridge']))
		).toEqual([1, 11]);
		expect(placed(texts('云上实验室。'), both, passage(2, ['cloud-lab'], ['2025']))).toEqual([
			1,
			null
		]);
	});

	it('is what is left also if the others come later', () => {
		const both = passage(2, ['cloud-lab', 'stone-bridge'], ['800', '900']);
		const texts = [...FAR, '云上实验室有800篇。', ...FAR, '云上实验室和石桥有800篇、900人。'];
		expect(placed(texts, passage(1, ['cloud-lab'], ['800']), both)).toEqual([10, 20]);
	});

	it('is never a year or a small number alone', () => {
		expect(placed(['2025年,3次。'], passage(1, [], ['2025', '3']))).toEqual([1]);
		expect(placed(['2025年。'], passage(1, [], ['2025', '3']))).toEqual([1]);
		expect(placed(['2025年。'], passage(1, [], ['2025', '3', '5']))).toEqual([null]);
		expect(placed([...FAR, '2025年,3次。'], passage(1, [], ['2025', '3']))).toEqual([null]);
	});

	it('is no figure of a name', () => {
		const code = passage(1, [], ['12/03']);
		expect(placed(['依照12/03的批复,石桥要重修。'], code)).toEqual([1]);
		expect(placed(['石桥边的甲12/03地块成交。'], code)).toEqual([null]);
		expect(placed(['其中12石桥34座。'], passage(1, [], ['1234']))).toEqual([null]);
	});

	it('is half of the amounts, if a passage names no place', () => {
		expect(placed(['产出800件。'], passage(1, [], ['800', '900']))).toEqual([1]);
		expect(placed(['产出800件。'], passage(1, [], ['800', '900', '700']))).toEqual([null]);
	});

	it('is half of the amounts right after the paragraph that names half of the places', () => {
		const two = passage(2, ['cloud-lab', 'stone-bridge'], ['800', '900']);
		expect(placed(['云上实验室建了新楼。', '那里产出800件。'], two)).toEqual([2]);
		expect(placed(['白鹭码头建了新楼。', '那里产出800件。'], two)).toEqual([null]);
		const three = passage(2, ['cloud-lab', 'stone-bridge', 'egret-pier'], ['800', '900']);
		expect(placed(['云上实验室建了新楼。', '那里产出800件。'], three)).toEqual([null]);
		const many = passage(2, ['cloud-lab'], ['800', '900', '700']);
		expect(placed(['云上实验室建了新楼。', '那里产出800件。'], many)).toEqual([null]);
	});

	it('looks for the paragraph before behind layout, but not behind words', () => {
		const texts = (between: string) => ['云上实验室建了新楼。', between, '那里产出800件。'];
		const third = passage(3, ['cloud-lab'], ['800', '900']);
		expect(placed(texts('|'), third)).toEqual([3]);
		expect(placed(texts(''), third)).toEqual([3]);
		expect(placed(texts('天气晴好。'), third)).toEqual([null]);
		expect(placed(texts('2024'), third)).toEqual([null]);
	});

	it('is all of the amounts in a paragraph that names no place', () => {
		const lab = passage(2, ['cloud-lab'], ['800', '900']);
		expect(placed(['天气晴好。', '产出800件、900套。'], lab)).toEqual([2]);
		expect(placed(['天气晴好。', '产出800件。'], lab)).toEqual([null]);
		expect(placed(['天气晴好。', '石桥产出800件、900套。'], lab)).toEqual([null]);
	});
});

describe('what decides by wording', () => {
	const bridge = (n: number, words: string) => passage(n, ['stone-bridge'], [], words);

	it('is a third of what a passage says in its own words', () => {
		const texts = [...FAR, '石桥的灯光。', '石桥。'];
		expect(placed(texts, bridge(1, '灯光,水文,步道'))).toEqual([10]);
		expect(placed(texts, bridge(1, '灯光,水文,步道,路灯'))).toEqual([null]);
	});

	it('is twice as much as any other paragraph has', () => {
		const texts = (one: string, other: string) => [...FAR, `石桥${one}。`, `石桥${other}。`];
		const words = '灯光,水文,步道';
		expect(placed(texts('水文', '灯光,步道'), bridge(1, words))).toEqual([11]);
		expect(placed(texts('灯光,步道', '水文'), bridge(1, words))).toEqual([10]);
		expect(placed(texts('灯光,步道,水文', '路灯,花坛'), bridge(1, `${words},路灯,花坛`))).toEqual([
			null
		]);
	});

	it('decides nothing that another passage says as much', () => {
		const texts = [...FAR, '石桥的灯光。', ...FAR, '石桥。'];
		expect(placed(texts, bridge(1, '灯光'), bridge(2, '灯光'))).toEqual([null, null]);
		expect(placed(texts, bridge(1, '灯光'), bridge(2, '灯光,水文'))).toEqual([10, null]);
		expect(placed(texts, bridge(1, '灯光'), passage(2, ['cloud-lab'], [], '灯光'))).toEqual([
			10,
			null
		]);
		const elsewhere = passage(2, ['stone-bridge'], ['800'], '灯光');
		expect(placed([...texts, '石桥800米。'], bridge(1, '灯光'), elsewhere)).toEqual([10, 21]);
	});

	it('decides what is left once another passage has its place', () => {
		const texts = [...FAR, '石桥的灯光。', ...FAR, '石桥的灯光,步道。'];
		expect(placed(texts, bridge(1, '灯光,水文'), bridge(2, '灯光,步道'))).toEqual([10, 20]);
		const both = passage(2, ['stone-bridge', 'cloud-lab'], [], '灯光');
		const three = [...FAR, '石桥的灯光。', '石桥。', '石桥和云上实验室。'];
		expect(placed(three, bridge(1, '灯光'), both)).toEqual([10, 12]);
	});

	it('keeps a passage from a near paragraph if a far one has a sixth of its words', () => {
		const texts = ['石桥。', ...FAR, '石桥的灯光。'];
		expect(placed(texts, bridge(1, '灯光,水文,步道,路灯,花坛,长椅'))).toEqual([null]);
		expect(placed(texts, bridge(1, '灯光,水文,步道,路灯,花坛,长椅,围栏'))).toEqual([1]);
	});

	it('does not if the near one has more than half as much, or says more', () => {
		const words = '灯光,水文,步道,路灯,花坛,长椅,围栏,石阶,台地,草坪';
		const texts = (near: string, far: string) => [`石桥${near}。`, ...FAR, `石桥${far}。`];
		expect(placed(texts('灯光', '水文,步道'), bridge(1, words))).toEqual([null]);
		expect(placed(texts('灯光,路灯', '水文,步道,花坛'), bridge(1, words))).toEqual([1]);
		const amounts = passage(
			1,
			['stone-bridge'],
			['300', '400', '500', '600'],
			'灯光,水文,步道,路灯'
		);
		expect(placed(texts('300米,400米', '300米,灯光'), amounts)).toEqual([1]);
		expect(placed(texts('300米,400米', '300米,400米,灯光'), amounts)).toEqual([null]);
	});

	it('keeps a passage from a near paragraph that has the words of another', () => {
		const texts = ['石桥的灯光。'];
		const other = bridge(2, '灯光,水文,步道,路灯');
		expect(placed(texts, bridge(1, ''), other)).toEqual([null, 1]);
		expect(placed(texts, bridge(1, '灯光,花坛,长椅,围栏,石阶,台地,草坪,门楼'), other)).toEqual([
			null,
			1
		]);
		expect(placed(texts, bridge(1, '灯光,花坛,长椅,围栏,石阶,台地,草坪'), other)).toEqual([
			1,
			null
		]);
		const sixth = bridge(2, '灯光,水文,步道,路灯,花坛,长椅');
		expect(placed(texts, bridge(1, ''), sixth)).toEqual([null, 1]);
		const faint = bridge(2, '灯光,水文,步道,路灯,花坛,长椅,围栏');
		expect(placed(texts, bridge(1, ''), faint)).toEqual([1, null]);
	});

	it('keeps it only if that is the best of the other, which has none yet', () => {
		const other = bridge(9, '灯光,水文,步道,路灯');
		const later = ['石桥。', '', '石桥的灯光。'];
		expect(placed(later, bridge(3, ''), other)).toEqual([null, null]);
		const twice = ['石桥的灯光。', '', '石桥的灯光。'];
		expect(placed(twice, bridge(1, ''), bridge(9, '灯光,水文,步道'))).toEqual([1, null]);
		const both = passage(2, ['stone-bridge', 'cloud-lab'], [], '灯光,水文,步道,路灯');
		const texts = ['石桥的灯光。', '', '石桥和云上实验室。'];
		expect(placed(texts, bridge(1, ''), both)).toEqual([1, 3]);
	});
});

describe('what decides by order', () => {
	const lab = (n: number) => passage(n, ['cloud-lab'], [`${n}00`]);
	const said = (n: number) => `云上实验室有${n}00篇。`;
	const thin = (n: number) => passage(n, ['cloud-lab']);
	const blank = (length: number) => Array.from({ length }, () => '');

	it('is the place after the passage before, give or take two lines', () => {
		expect(placed([said(1), ...blank(2), '云上实验室。'], lab(1), thin(2))).toEqual([1, 4]);
		expect(placed([said(1), ...blank(3), '云上实验室。'], lab(1), thin(2))).toEqual([1, null]);
		const moved = (lines: number) => [...blank(4), '云上实验室。', ...blank(lines), said(1)];
		expect(placed(moved(0), lab(1), thin(2))).toEqual([6, 5]);
		expect(placed(moved(1), lab(1), thin(2))).toEqual([7, null]);
	});

	it('is anywhere between where the neighbours went', () => {
		const texts = [said(1), ...blank(4), '云上实验室。', ...blank(4), said(3)];
		expect(placed(texts, lab(1), thin(2), lab(3))).toEqual([1, 6, 11]);
		expect(placed([...blank(5), '云上实验室。', ...blank(5), said(2)], thin(1), lab(2))).toEqual([
			6, 12
		]);
	});

	it('is the place beside a neighbour that moved', () => {
		const passages = (at: number) => [1, 2, 3, 4, 5, 6].map((n) => (n === at ? thin(n) : lab(n)));
		const moved = (...pair: string[]) => [1, 2, 5, 6].map(said).concat(blank(9), pair);
		expect(placed(moved('云上实验室。', said(4)), ...passages(3))).toEqual([1, 2, 14, 15, 3, 4]);
		expect(placed(moved(said(3), '云上实验室。'), ...passages(4))).toEqual([1, 2, 14, 15, 3, 4]);
		expect(placed(moved(said(4), '', '', '', '云上实验室。'), ...passages(3))).toEqual([
			1,
			2,
			null,
			14,
			3,
			4
		]);
	});

	it('is nothing where fewer than three quarters of the passages kept their order', () => {
		const passages = [1, 2, 3, 4].map(lab).concat(thin(5));
		const texts = (...order: number[]) => [...order.map(said), '云上实验室。'];
		expect(placed(texts(4, 1, 2, 3), ...passages)).toEqual([2, 3, 4, 1, 5]);
		expect(placed(texts(4, 3, 1, 2), ...passages)).toEqual([3, 4, 2, 1, null]);
		const first = ['云上实验室。', ...[5, 4, 2, 3].map(said)];
		expect(placed(first, thin(1), ...[2, 3, 4, 5].map(lab))).toEqual([null, 4, 5, 3, 2]);
	});

	it('gives a paragraph to the nearest of two that only it can be of', () => {
		expect(placed(['云上实验室。'], thin(1), thin(2))).toEqual([1, null]);
		expect(placed(['', '云上实验室。'], thin(1), thin(2))).toEqual([null, 2]);
		expect(placed(['', '云上实验室。'], thin(1), thin(3))).toEqual([null, null]);
	});

	it('decides between two as near by what they say, if they differ enough', () => {
		const amounts = ['200', '300', '400', '500', '600', '700', '800'];
		const rich = passage(2, ['cloud-lab'], amounts);
		const less = '云上实验室有200篇。';
		expect(placed([less, '', '云上实验室有200篇、300人、400间。'], rich)).toEqual([3]);
		expect(placed([less, '', '云上实验室有200篇、300人。'], rich)).toEqual([null]);
		expect(placed(['', less, '云上实验室有200篇、300人。'], rich)).toEqual([2]);
	});

	it('is told in the order of the passages that were given', () => {
		const texts = [
			said(1),
			'云上实验室。',
			'石桥。',
			said(4),
			'云上实验室。',
			...blank(9),
			said(9)
		];
		const passages = [lab(1), thin(2), passage(3, ['stone-bridge']), lab(4), thin(5), lab(9)];
		expect(placed(texts, ...passages)).toEqual([1, 2, 3, 4, 5, 15]);
		expect(placed(texts, ...passages.toReversed())).toEqual([15, 5, 4, 3, 2, 1]);
	});
});

describe('a paragraph that was joined from two', () => {
	const host = passage(1, ['cloud-lab'], ['800', '900']);
	const joined = (text: string) => [`云上实验室有800篇、900人,${text}。`];

	it('is of both, if it says an amount or two places of the second', () => {
		expect(placed(joined('石桥长700米'), host, passage(2, ['stone-bridge'], ['700']))).toEqual([
			1, 1
		]);
		const two = passage(2, ['stone-bridge', 'egret-pier']);
		expect(placed(joined('石桥和白鹭码头'), host, two)).toEqual([1, 1]);
		expect(placed(joined('石桥和白鹭码头'), { ...two, n: 1 }, { ...host, n: 2 })).toEqual([1, 1]);
	});

	it('is of both, if it has a third of the words of the second', () => {
		const bridge = (words: string) => passage(2, ['stone-bridge'], [], words);
		expect(placed(joined('石桥的灯光'), host, bridge('灯光,水文,步道'))).toEqual([1, 1]);
		expect(placed(joined('石桥的灯光'), host, bridge('灯光,水文,步道,路灯'))).toEqual([1, null]);
	});

	it.each([
		['one place', '石桥', passage(2, ['stone-bridge'])],
		['a year', '石桥2025年', passage(2, ['stone-bridge'], ['2025'])],
		['an amount that the first says too', '石桥', passage(2, ['stone-bridge'], ['800'])],
		['places that the first names too', '石桥', passage(2, ['cloud-lab', 'stone-bridge'])],
		[
			'half of its places',
			'石桥和白鹭码头',
			passage(2, ['stone-bridge', 'egret-pier', 'plot', 'north-works'])
		],
		[
			'its places without any of its amounts',
			'石桥和白鹭码头',
			passage(2, ['stone-bridge', 'egret-pier'], ['700'])
		]
	])('is of the first alone, if it says %s of the second', (_, text, second) => {
		expect(placed(joined(text), host, second)).toEqual([1, null]);
	});

	it('is enough with two thirds of what the second says', () => {
		const second = passage(2, ['stone-bridge', 'egret-pier', 'plot']);
		expect(placed(joined('石桥和白鹭码头'), host, second)).toEqual([1, 1]);
	});

	it('is of neighbours only, and of none that may have a paragraph of its own', () => {
		const second = passage(3, ['stone-bridge', 'egret-pier']);
		const between = passage(2, ['qinghe-university'], ['700']);
		const texts = [...joined('石桥和白鹭码头'), '青禾大学有700人。'];
		expect(placed(texts, host, between, second)).toEqual([1, 2, null]);
		const twice = ['石桥和白鹭码头。', '石桥和白鹭码头。'];
		expect(placed([...joined('石桥和白鹭码头'), ...FAR, ...twice], host, second)).toEqual([
			1,
			null
		]);
	});
});

describe('what is told of a passage', () => {
	const only = (texts: readonly string[], ...passages: Signed[]) =>
		anchorParagraphs(texts, passages, gazetteer)[0];

	it('is what its paragraph has of it', () => {
		const said = passage(1, ['cloud-lab', 'stone-bridge'], ['800', '900', '2025', '3']);
		expect(only(['2025年,云上实验室有800篇。'], said)).toEqual({
			n: 1,
			state: 'found',
			paragraph: 1,
			candidates: [1],
			score: 0.5,
			why: 'names 1 of 2 places, states 1 of 2 figures'
		});
		expect(only(['2025年。'], passage(1, [], ['2025', '3']))).toMatchObject({
			score: 0.25,
			why: 'states 1 of 2 years and small numbers'
		});
	});

	it('is which paragraphs would fit, best first', () => {
		const amounts = passage(4, ['cloud-lab'], ['800', '900', '700', '600']);
		const texts = ['云上实验室有800篇。', ...FAR, '云上实验室有800篇、900人。'];
		expect(only(texts, amounts)).toEqual({
			n: 4,
			state: 'ambiguous',
			paragraph: null,
			candidates: [11, 1],
			score: 0.6,
			why: 'paragraph 11, 1 would fit, but neither content nor order decides'
		});
	});

	it('is what no paragraph has', () => {
		expect(only(['石桥。'], passage(1, ['cloud-lab'], ['800']))).toMatchObject({
			state: 'orphaned',
			candidates: [],
			score: 0,
			why: 'no free paragraph has cloud-lab, 800'
		});
		expect(only(['石桥。'], passage(1, []))?.why).toBe(
			'it names no place and no figure to find it by'
		);
	});
});

describe('wordingShares', () => {
	it.each([
		['pairs of characters that follow each other', '步行道', '步行,行人', 1 / 2],
		['no characters on both sides of a sign', '灯,光', '灯光', 0],
		['no single character', '桥', '桥', 0],
		['whole Latin words, in any case', 'Lakes Lab', 'lake LAB', 1 / 2],
		['no single letters or digits', 'x 12 Я', 'x 12 Я', 0],
		['nothing of nothing', '', '灯光', 0]
	])('counts %s', (_, words, text, share) => {
		expect(wordingShares([words], [text])).toEqual([[share]]);
	});

	it('counts more what few paragraphs have', () => {
		expect(wordingShares(['灯光,水文'], ['灯光', '灯光,水文', '花坛'])).toEqual([[1 / 3, 1, 0]]);
	});
});

describe('fitOfText', () => {
	it('is the share of passages found', () => {
		expect(fitOfText(anchors(lines))).toBe(1);
		expect(fitOfText(anchors([{ n: null, text: '云上实验室有9间房。' }]))).toBeLessThan(0.1);
		expect(fitOfText([])).toBe(0);
	});
});

describe('figuresOf', () => {
	it.each([
		['产量达1,100万套', ['11000000']],
		['产量达1100 万套', ['11000000']],
		['11 million sets', ['11000000']],
		['1.1亿元', ['110000000']],
		['90%以上', ['90%']],
		['百分之九十', ['90%']],
		['90 per cent', ['90%']],
		['50个和五十个', ['50']],
		['“3+2”和012/03', ['3+2', '012/03']],
		['2024年12月30日', ['2024', '12-30']],
		['一月十四日', ['01-14']],
		['14 January 2025', ['01-14', '2025']],
		['on December 30th', ['12-30']],
		['二〇二五年三次', ['2025', '3']],
		['统一、一批、三大、唯一、第一届', []],
		['6号线一期、Line 6 phase 2、R2', []],
		['3,100 firms', ['3100']]
	])('reads %j as %j', (text, figures) => {
		expect(figuresOf(text)).toEqual(figures);
	});
});

function wide(digit: string): string {
	return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

const position = fc.nat({ max: lines.length - 1 });
const filler = fc.constantFrom('天气晴好。', '', '|', '编者按', '2025年,3个部门投入9亿元。');
const edit: fc.Arbitrary<Line[]> = fc.oneof(
	fc
		.array(fc.tuple(position, filler), { minLength: 1, maxLength: 5 })
		.map((added) =>
			added.reduce((all, [at, text]) => all.toSpliced(at, 0, { n: null, text }), lines)
		),
	fc
		.uniqueArray(position, { minLength: 1, maxLength: 3 })
		.map((gone) => without(...gone.map(oneUp))),
	position.filter((i) => i > 0).map((i) => swapped(i, i + 1)),
	fc.constant(
		everyLine((text) => text.replaceAll(',', '，').replace('(', '（').replace(')', '）'))
	),
	fc.constant(everyLine((text) => text.replace(/\d/g, wide))),
	fc.constant(everyLine((text) => text.replace('8号线', '八号线').replace('60人', '六十人')))
);

function oneUp(i: number): number {
	return i + 1;
}
