import { describe, expect, it } from 'vitest';
import { articleNotes, articleNotesPath } from '../../src/lib/draft/article-notes';
import { retellingBlocks } from '../../src/lib/draft/retelling-text';
import type { Told } from '../../src/lib/draft/told';
import { pickedPlace } from '../../src/lib/propose/picked-name';
import { spell } from '../../src/lib/propose/spell';
import { markedParts, spansByParagraph } from '../../src/lib/studio/text/marked-parts';
import { toldByPassage } from '../../src/lib/studio/text/told-by-passage';

describe('a paragraph of the article', () => {
	const line = '从东站到新村路再到西站。';
	const mention = (text: string, site: string) => {
		const start = line.indexOf(text);
		return { start, end: start + text.length, text, site };
	};

	it('is parted by the places that it names', () => {
		const parts = markedParts(
			line,
			[mention('东站', 'east')],
			[{ start: 4, end: 7, text: '新村路', name: '新村路' }]
		);
		expect(parts).toEqual([
			{ text: '从' },
			{ text: '东站', site: 'east' },
			{ text: '到' },
			{ text: '新村路', proposed: '新村路' },
			{ text: '再到西站。' }
		]);
	});

	it('shows a known place rather than a proposed one', () => {
		const spans = [{ start: 1, end: 4, text: '东站到', name: '东站到' }];
		expect(markedParts(line, [mention('东站', 'east')], spans).map(({ text }) => text)).toEqual([
			'从',
			'东站',
			'到新村路再到西站。'
		]);
	});

	it('shows nothing that was proposed of another text', () => {
		const spans = [{ start: 0, end: 3, text: '旧村路', name: '旧村路' }];
		expect(markedParts(line, [], spans)).toEqual([{ text: line }]);
	});

	it('is whole without names', () => {
		expect(markedParts(line, [], [])).toEqual([{ text: line }]);
		expect(markedParts('', [], [])).toEqual([]);
	});
});

describe('a name that an editor picked', () => {
	const lines = ['新村小筑，就是新村小筑。', '', '在新村小筑。'];

	it('is proposed with every place where it stands', () => {
		const place = pickedPlace('新村小筑', lines, new Set(), spell);
		expect(place).toMatchObject({ name: '新村小筑', count: 3, id: 'xincunxiaozhu', kind: 'area' });
		expect(spansByParagraph([place])).toEqual(
			new Map([
				[
					1,
					[
						{ start: 0, end: 4, text: '新村小筑', name: '新村小筑' },
						{ start: 7, end: 11, text: '新村小筑', name: '新村小筑' }
					]
				],
				[3, [{ start: 1, end: 5, text: '新村小筑', name: '新村小筑' }]]
			])
		);
	});

	it('gets the kind that its ending says, and a free id', () => {
		const place = pickedPlace('新村路', ['新村路'], new Set(['xincun-road']), spell);
		expect(place).toMatchObject({ id: 'xincun-road-2', kind: 'road' });
		expect(pickedPlace('New Lane', ['New Lane'], new Set(), spell).id).toBe('new-lane');
	});
});

describe('what is wrong with an article', () => {
	const text = '# 题\n\n## 节\n\n一 {#p1}\n\n二 {#p2}\n\n散句\n';
	const blocks = retellingBlocks(text);
	const sides = {
		zh: { file: 'articles/a/zh.md', blocks },
		en: { file: 'articles/a/en.md', blocks }
	};
	const told = (file: string, offset?: number): Told => ({
		rule: 'test',
		severity: 'error',
		file,
		message: { zh: '', en: '' },
		fix: { zh: '', en: '' },
		...(offset !== undefined && { offset })
	});

	it('stands at its passage, a heading at the one below', () => {
		const all = [
			told('articles/a/zh.md', text.indexOf('一')),
			told('articles/a/en.md', text.indexOf('#p2')),
			told('articles/a/zh.md', text.indexOf('## 节'))
		];
		const { passages, others } = toldByPassage(all, 'a', sides);
		expect(passages.get(1)).toEqual({ zh: [all[0], all[2]], en: [] });
		expect(passages.get(2)).toEqual({ zh: [], en: [all[1]] });
		expect(others).toEqual([]);
	});

	it('is told of no passage where none is meant, and of no other article', () => {
		const all = [
			told('articles/a/zh.md', 0),
			told('articles/a/zh.md', text.indexOf('散句')),
			told('articles/a/article.json', 3),
			told('articles/a/en.md')
		];
		const { passages, others } = toldByPassage([...all, told('articles/b/zh.md', 0)], 'a', sides);
		expect(others).toEqual(all);
		expect(passages.size).toBe(0);
	});
});

describe('notes on an article', () => {
	it('are empty until something is noted', () => {
		expect(articleNotes(new Map(), 'a')).toEqual({ notPlaces: [], picked: [], forms: {} });
		const notes = { notPlaces: ['甲路'], forms: { 乙路: { other: 'Yi Road' } } };
		const draft = new Map([[articleNotesPath('a'), JSON.stringify(notes)]]);
		expect(articleNotes(draft, 'a')).toEqual({ picked: [], ...notes });
	});
});
