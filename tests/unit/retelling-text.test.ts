import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	headingAbove,
	renumbered,
	retellingBlocks,
	withHeading,
	withoutHeading,
	withoutPassage,
	withPassage,
	withTitle
} from '../../src/lib/draft/retelling-text';
import { parseRetelling } from '../../src/lib/source/retelling';

const TEXT = `# 标题

## 第一节

甲段提到[东站](site:east). {#p3}

乙段
有两行。 {#p7}

## 第二节
丙段。 {#p9}
`;

const passages = (text: string) =>
	retellingBlocks(text).flatMap(({ type, n, text }) => (type === 'passage' ? [[n, text]] : []));

describe('blocks of a retelling', () => {
	it('are title, headings and passages with their words', () => {
		expect(retellingBlocks(TEXT).map(({ type, n, text }) => [type, n, text])).toEqual([
			['title', 0, '标题'],
			['heading', 0, '第一节'],
			['passage', 3, '甲段提到[东站](site:east).'],
			['passage', 7, '乙段\n有两行。'],
			['heading', 0, '第二节'],
			['passage', 9, '丙段。']
		]);
	});

	it('say where the words stand', () => {
		for (const { words, text } of retellingBlocks(TEXT))
			expect(TEXT.slice(words.start, words.end)).toBe(text);
	});

	it('are those that the reader of the data finds, in every retelling of the atlas', () => {
		for (const lang of ['zh', 'en']) {
			const file = `geodata/articles/nanan-2025-01/${lang}.md`;
			const text = readFileSync(file, 'utf8');
			const { places, retelling } = parseRetelling(text, file);
			const blocks = retellingBlocks(text);
			expect(blocks.find(({ type }) => type === 'title')?.text).toBe(retelling.title);
			expect(
				blocks.flatMap(({ type, n, start, end }) => (type === 'passage' ? [[n, start, end]] : []))
			).toEqual([...places].map(([n, { start, end }]) => [n, start, end]));
			expect(blocks.some(({ type }) => type === 'other')).toBe(false);
		}
	});

	it('leave alone what is none of them', () => {
		const text = '# 标题\n\n没有编号。\n\n### 太深\n\n- 一项 {#p2}\n';
		expect(retellingBlocks(text).map(({ type }) => type)).toEqual([
			'title',
			'other',
			'other',
			'passage'
		]);
	});

	it('keep blanks that are being typed', () => {
		expect(passages('hello  {#p2}\n')).toEqual([[2, 'hello ']]);
	});

	it('are none in an empty text', () => {
		expect(retellingBlocks('')).toEqual([]);
	});
});

describe('edits of a retelling', () => {
	it('change nothing when they write what is there', () => {
		for (const { type, n, text } of retellingBlocks(TEXT)) {
			if (type === 'passage') expect(withPassage(TEXT, n, text)).toBe(TEXT);
			if (type === 'title') expect(withTitle(TEXT, text)).toBe(TEXT);
		}
		expect(withHeading(TEXT, 3, '第一节')).toBe(TEXT);
		expect(renumbered(TEXT, new Map())).toBe(TEXT);
	});

	it('change the words of one passage', () => {
		expect(withPassage(TEXT, 7, '新的。')).toBe(TEXT.replace('乙段\n有两行。', '新的。'));
	});

	it('put a new passage behind the one before it', () => {
		expect(withPassage(TEXT, 5, '新的。')).toBe(TEXT.replace('{#p3}\n', '{#p3}\n\n新的。 {#p5}\n'));
		expect(withPassage(TEXT, 12, '新的。')).toBe(`${TEXT}\n新的。 {#p12}\n`);
		expect(withPassage(TEXT, 1, '新的。')).toBe(TEXT.replace('甲段', '新的。 {#p1}\n\n甲段'));
		expect(withPassage('', 1, '新的。')).toBe('新的。 {#p1}\n');
		expect(withPassage('# 标题\n', 1, '新的。')).toBe('# 标题\n\n新的。 {#p1}\n');
	});

	it('put a new passage beside its neighbours, also where these stand in another order', () => {
		const text = '## 甲\n\n后 {#p8}\n\n## 乙\n\n前 {#p3}\n';
		expect(passages(withPassage(text, 2, '新')).map(([n]) => n)).toEqual([8, 2, 3]);
		expect(passages(withPassage(text, 4, '新')).map(([n]) => n)).toEqual([8, 3, 4]);
		expect(passages(withPassage(text, 9, '新')).map(([n]) => n)).toEqual([8, 9, 3]);
	});

	it('take a passage and its lone heading away, and give back the text when it is put again', () => {
		expect(withoutPassage(TEXT, 9)).toBe(TEXT.replace('\n## 第二节\n丙段。 {#p9}\n', ''));
		const more = withPassage(TEXT, 5, '新的。');
		expect(withoutPassage(more, 5)).toBe(TEXT);
		expect(withoutPassage(TEXT, 4)).toBe(TEXT);
	});

	it('leave a heading under which something else stands', () => {
		expect(withoutPassage(TEXT, 3)).toBe(TEXT.replace('甲段提到[东站](site:east). {#p3}\n\n', ''));
		const other = TEXT.replace('乙段\n有两行。 {#p7}', '没有编号。');
		expect(withoutPassage(other, 3)).toContain('## 第一节');
		const alone = TEXT.replace('乙段\n有两行。 {#p7}\n\n', '');
		expect(withoutPassage(alone, 3)).toBe('# 标题\n\n## 第二节\n丙段。 {#p9}\n');
		expect(withoutPassage('甲。 {#p1}', 1)).toBe('');
	});

	it('never let a passage fall apart', () => {
		const text = withPassage(TEXT, 3, '一\n\n二\n## 三');
		expect(passages(text)[0]).toEqual([3, '一\n二 ## 三']);
		expect(passages(withPassage(TEXT, 3, '# 一'))[0]).toEqual([3, '# 一']);
	});

	it('keep an emptied passage until it is taken away', () => {
		expect(passages(withPassage(TEXT, 3, ''))[0]).toEqual([3, '']);
	});

	it('write, change and take away headings', () => {
		const more = withHeading(TEXT, 7, '新节');
		expect(headingAbove(retellingBlocks(more), 7)?.text).toBe('新节');
		expect(withHeading(more, 7, '改了')).toBe(more.replace('新节', '改了'));
		expect(withoutHeading(more, 7)).toBe(TEXT);
		expect(withHeading(TEXT, 99, '新节')).toBe(TEXT);
	});

	it('write a title, also where there is none', () => {
		expect(withTitle(TEXT, '别的')).toBe(TEXT.replace('标题', '别的'));
		expect(withTitle('', '别的')).toBe('# 别的\n');
		expect(withTitle('## 节\n', '别的')).toBe('# 别的\n\n## 节\n');
		expect(withTitle(TEXT, '两 \n 行\n的')).toBe(TEXT.replace('标题', '两 行 的'));
		expect(withTitle('\uFEFF# 旧\n', '新')).toBe('\uFEFF# 新\n');
		expect(withTitle('# 一\n\n# 二\n', '新')).toBe('# 新\n\n# 二\n');
	});

	it('renumber all passages at once', () => {
		const numbers = new Map([
			[3, 7],
			[7, 3]
		]);
		expect(passages(renumbered(TEXT, numbers)).map(([n]) => n)).toEqual([7, 3, 9]);
	});

	it('keep the line ends of the file', () => {
		const text = TEXT.replaceAll('\n', '\r\n');
		expect(withPassage(text, 5, '一\n二')).toBe(
			withPassage(TEXT, 5, '一\n二').replaceAll('\n', '\r\n')
		);
		expect(withoutPassage(text, 9)).toBe(withoutPassage(TEXT, 9).replaceAll('\n', '\r\n'));
	});
});

describe('edits of any retelling', () => {
	const words = fc
		.string({ unit: fc.constantFrom(...'站桥a()[]*_#{}。 '), minLength: 1, maxLength: 12 })
		.filter((text) => text === text.trim() && !/^#|\{#p\d+\}$/.test(text));
	const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 });
	const texts = fc
		.tuple(
			numbers,
			fc.infiniteStream(fc.tuple(words, fc.option(words))),
			fc.constantFrom('\n', '\r\n')
		)
		.map(([all, stream, lineEnd]) => {
			const parts = all.map((n) => {
				const {
					value: [said, heading]
				} = stream.next() as IteratorYieldResult<[string, string | null]>;
				return `${heading === null ? '' : `## ${heading}\n\n`}${said} {#p${n}}`;
			});
			return { all, text: `# 题\n\n${parts.join('\n\n')}\n`.replaceAll('\n', lineEnd) };
		});

	it('write one passage and leave the others', () => {
		fc.assert(
			fc.property(texts, fc.integer({ min: 1, max: 99 }), words, ({ all, text }, n, said) => {
				const edited = withPassage(text, n, said);
				expect(new Map(passages(edited) as [number, string][])).toEqual(
					new Map([...(passages(text) as [number, string][]), [n, said]])
				);
				expect(passages(edited)).toHaveLength(new Set([...all, n]).size);
				if (all.includes(n)) return;
				const again = withoutPassage(edited, n);
				expect(passages(again)).toEqual(passages(text));
			})
		);
	});

	it('take one passage away and leave the others', () => {
		fc.assert(
			fc.property(texts, fc.nat(), ({ all, text }, nth) => {
				const n = all[nth % all.length]!;
				expect(passages(withoutPassage(text, n))).toEqual(
					passages(text).filter(([other]) => other !== n)
				);
			})
		);
	});

	it('number passages anew and back again', () => {
		fc.assert(
			fc.property(texts, ({ all, text }) => {
				const there = new Map(all.map((n, i) => [n, 100 + i]));
				const back = new Map(all.map((n, i) => [100 + i, n]));
				const moved = renumbered(text, there);
				expect(passages(moved).map(([n]) => n)).toEqual(all.map((_, i) => 100 + i));
				expect(renumbered(moved, back)).toBe(text);
			})
		);
	});

	it('write and take away a heading', () => {
		fc.assert(
			fc.property(texts, fc.nat(), words, ({ all, text }, nth, heading) => {
				const n = all[nth % all.length]!;
				const edited = withHeading(text, n, heading);
				expect(headingAbove(retellingBlocks(edited), n)?.text).toBe(heading);
				expect(passages(edited)).toEqual(passages(text));
				if (!headingAbove(retellingBlocks(text), n)) expect(withoutHeading(edited, n)).toBe(text);
			})
		);
	});
});
