import { beforeAll, describe, expect, test } from 'vitest';
import type { Atlas } from '../../src/lib/atlas/atlas';
import { briefOf } from '../../src/lib/atlas/brief';
import { articlePage, pagesOf } from '../../src/lib/pages/addresses';
import { compile } from '../../src/lib/compile/compile';
import { readAtlas } from '../../src/pipeline/read-folder';

let atlas: Atlas;
beforeAll(async () => {
	const { data, issues } = await readAtlas('tests/fixtures/second-atlas');
	expect(issues).toEqual([]);
	atlas = compile(data!);
});

describe('an atlas of two articles', () => {
	test('has all sites on the page of each, those of its text first', () => {
		const [first, second] = [briefOf(atlas, 'zh'), briefOf(atlas, 'zh', 'coming')];
		const ids = ({ sites }: typeof first) => sites.map(({ id }) => id);
		expect([...ids(second)].sort()).toEqual([...ids(first)].sort());
		expect(ids(second).slice(0, 4)).toEqual([
			'line-27',
			'line-10-houbao-lanhua-road',
			'line-10-nanping',
			'houbao-station'
		]);
	});

	test('numbers passages by the article that is read, and names the other where it is first', () => {
		const site = (article: string, id: string) =>
			briefOf(atlas, 'en', article).sites.find((one) => one.id === id);
		expect(site('opened', 'houbao-station')).toMatchObject({ passages: [1], introducedBy: 1 });
		expect(site('opened', 'houbao-station')).not.toHaveProperty('elsewhere');
		const there = { passages: [2], introducedBy: 2, elsewhere: 'opened' };
		expect(site('coming', 'houbao-station')).toMatchObject(there);
		const nowhere = { passages: [], introducedBy: null, elsewhere: 'coming' };
		expect(site('opened', 'line-27')).toMatchObject(nowhere);
	});

	test('has a page for each, the first at the root', () => {
		expect(articlePage('opened', atlas.articles)).toBe('');
		expect(pagesOf(atlas).slice(0, 2)).toEqual(['', 'articles/coming/']);
	});

	test('refuses an article that it does not have', () => {
		expect(() => briefOf(atlas, 'zh', 'lost')).toThrow('jialing-metro has no article lost');
	});
});
