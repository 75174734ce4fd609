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
