import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorParagraphs, fitOfText, type Anchor } from '../../src/lib/text/anchor';
import { figuresOf } from '../../src/lib/text/figures';
import { createGazetteer } from '../../src/lib/text/mentions';
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
