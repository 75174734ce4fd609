import { describe, expect, it } from 'vitest';
import { addArticle } from '../../src/lib/draft/add-article';
import { done, stepOf, type Changes, type Draft } from '../../src/lib/draft/draft';
import { articleSlugs } from '../../src/lib/draft/find-files';
import { checkDraft } from '../../src/lib/draft/told';
import { folderTexts } from '../support/studio';

// The day of the fixture's "asOf": what is checked later, its check refuses.
const TODAY = '2026-11-28';
const ARTICLE = {
	slug: 'bridges',
	title: { zh: '江上的桥', en: 'Bridges on the river' },
	date: '2026-11',
	paragraphs: 4
};

function second(): Draft {
	return new Map(Object.entries(folderTexts('tests/fixtures/second-atlas')));
}

function applied(draft: Draft, changes: Changes): Draft {
	const step = stepOf(draft, changes, { label: { zh: '新增报道', en: 'new article' } });
	return step ? done(draft, step) : draft;
}

describe('an article that is added', () => {
	it('comes last, with a record, a citation and two headlines', () => {
		const draft = applied(second(), addArticle(second(), ARTICLE, TODAY));
		expect(articleSlugs(draft)).toEqual(['opened', 'coming', 'bridges']);
		expect(JSON.parse(draft.get('articles/bridges/article.json') ?? '')).toEqual({
			schema: 1,
			id: 'bridges',
			source: 'bridges',
			date: '2026-11',
			authors: [],
			paragraphs: 4
		});
		expect(draft.get('articles/bridges/zh.md')).toBe('# 江上的桥\n');
		expect(draft.get('articles/bridges/en.md')).toBe('# Bridges on the river\n');
	});

	it('breaks no rule that was kept before', () => {
		const day = new Date(TODAY);
		const before = checkDraft(second(), day).filter(({ severity }) => severity === 'error');
		const after = checkDraft(applied(second(), addArticle(second(), ARTICLE, TODAY)), day);
		expect(after.filter(({ severity }) => severity === 'error')).toEqual(before);
	});

	it('leaves the rest of the files byte for byte', () => {
		const draft = second();
		const changes = addArticle(draft, ARTICLE, TODAY);
		const sources = changes.get('sources.json') ?? '';
		const citations = draft.get('sources.json') ?? '';
		const same = citations.slice(0, citations.lastIndexOf('}', citations.lastIndexOf(']')) + 1);
		expect(sources.startsWith(same)).toBe(true);
	});

	it('gets a citation with an id of its own where its name is taken', () => {
		const changes = addArticle(second(), { ...ARTICLE, slug: 'text-opened' }, TODAY);
		const record: unknown = JSON.parse(changes.get('articles/text-opened/article.json') ?? '');
		expect(record).toMatchObject({ id: 'text-opened', source: 'text-opened-2' });
	});

	it('is listed also where no list was', () => {
		const changes = addArticle(new Map([['atlas.json', '{ "schema": 1 }\n']]), ARTICLE, TODAY);
		expect(JSON.parse(changes.get('atlas.json') ?? '')).toEqual({
			schema: 1,
			articles: ['bridges']
		});
		expect(JSON.parse(changes.get('sources.json') ?? '')).toMatchObject({
			sources: [{ id: 'bridges', kind: 'article', publisher: null, title: null, url: null }]
		});
	});
});
