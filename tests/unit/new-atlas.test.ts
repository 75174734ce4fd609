import { describe, expect, it } from 'vitest';
import { newAtlas, type Beginning } from '../../src/lib/draft/new-atlas';
import { checkDraft } from '../../src/lib/draft/told';

const BEGUN: Beginning = {
	id: 'reed',
	district: { zh: '苇区', en: 'Reed District' },
	bounds: [82.9, 38.9, 83.1, 39.1],
	article: {
		slug: 'daily',
		publisher: { zh: '日报', en: 'Daily' },
		title: '苇区之春',
		date: '2025-01-05',
		url: 'https://daily.example/a',
		text: '一\r\n\r\n二\n\n'
	},
	today: '2026-01-02'
};

function json(texts: ReadonlyMap<string, string>, path: string): unknown {
	return JSON.parse(texts.get(path)!);
}

describe('an atlas that is begun', () => {
	it.each([
		['with all that is known of its article', BEGUN],
		[
			'with no more than its day',
			{
				...BEGUN,
				article: { ...BEGUN.article, publisher: null, title: null, url: null, text: '' }
			}
		]
	])('has nothing wrong: %s', (_, beginning) => {
		const faults = checkDraft(newAtlas(beginning), new Date('2026-01-02'));
		expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('has the article’s citation, and as many paragraphs as its text has lines', () => {
		const texts = newAtlas(BEGUN);
		expect(json(texts, 'sources.json')).toMatchObject({
			sources: [{ id: 'daily', title: '苇区之春', date: '2025-01-05', checked: '2026-01-02' }]
		});
		expect(json(texts, 'articles/daily/article.json')).toMatchObject({
			id: 'daily',
			paragraphs: 3
		});
		expect(texts.get('articles/daily/zh.md')).toBe('# 苇区之春\n');
		expect(texts.get('articles/daily/en.md')).toBe('# Reed District atlas\n');
	});

	it('has the district’s name on the map and no example', () => {
		const texts = newAtlas(BEGUN);
		expect(json(texts, 'atlas.json')).toMatchObject({ layers: ['names'], articles: ['daily'] });
		expect(json(texts, 'layers/names.geojson')).toMatchObject({
			features: [{ geometry: { coordinates: [83, 39] }, properties: { name: BEGUN.district } }]
		});
		expect(json(texts, 'sites.geojson')).toMatchObject({ features: [] });
		expect([...texts.keys()].filter((path) => path.startsWith('layers/'))).toEqual([
			'layers/names.layer.json',
			'layers/names.geojson'
		]);
	});

	it('keeps the article’s text on the device, if there is one', () => {
		const own = (texts: ReadonlyMap<string, string>) =>
			[...texts].filter(([path]) => path.startsWith('.studio/'));
		expect(own(newAtlas(BEGUN))).toEqual([['.studio/daily.txt', BEGUN.article.text]]);
		const blank = newAtlas({ ...BEGUN, article: { ...BEGUN.article, title: null, text: ' \n' } });
		expect(own(blank)).toEqual([]);
		expect(json(blank, 'articles/daily/article.json')).toMatchObject({ paragraphs: 1 });
		expect(blank.get('articles/daily/zh.md')).toBe('# 苇区图志\n');
	});
});
