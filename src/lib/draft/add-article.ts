import type { ArticleFile, Source } from '../atlas/schema';
import { insertInList, written } from '../source/edit-json';
import type { Changes, Draft } from './draft';
import { jsonOf } from './find-files';

/**
 * Adds an article of which nothing is known yet: its record, a citation and two retellings that
 * have a title only. The citation takes the article's name, or that with a number.
 *
 * @param slug free, and an id by its form
 * @param today `YYYY-MM-DD`
 * @throws Error if atlas.json or sources.json has not the list that it goes into
 */
export function addArticle(draft: Draft, slug: string, today: string): Changes {
	const sources = draft.get('sources.json') ?? '{ "schema": 1, "sources": [] }\n';
	const records = jsonOf(draft, 'sources.json').root?.members?.get('sources')?.items ?? [];
	const taken = new Set(records.map((node) => node.members?.get('id')?.value));
	let id = slug;
	for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`;
	const citation: Source = {
		id,
		kind: 'article',
		publisher: null,
		title: null,
		about: { zh: '本图志转述的报道', en: 'The article that this atlas retells' },
		date: null,
		url: null,
		checked: today
	};
	const record: ArticleFile = {
		schema: 1,
		id: slug,
		source: id,
		date: today.slice(0, 4),
		authors: [],
		paragraphs: 1
	};
	return new Map([
		['atlas.json', insertInList(draft.get('atlas.json') ?? '', 'articles', [slug])],
		['sources.json', insertInList(sources, 'sources', [citation])],
		[`articles/${slug}/article.json`, `${written(record)}\n`],
		[`articles/${slug}/zh.md`, '# 新文章\n'],
		[`articles/${slug}/en.md`, '# New article\n']
	]);
}
