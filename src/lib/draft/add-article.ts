import type { ArticleFile, Bilingual, Source } from '../atlas/schema';
import { suggestId } from '../propose/suggest-id';
import { setAt, written } from '../source/edit-json';
import type { Changes, Draft } from './draft';
import { articleSlugs, jsonOf } from './find-files';

/** What is known of an article before it is retold. */
export interface NewArticle {
	/** Name of its folder: free, and an id by its form. */
	slug: string;
	/** Headlines of the retellings. */
	title: Bilingual;
	/** Day, month or year of the article. */
	date: string;
	/** How many paragraphs the original has. */
	paragraphs: number;
}

/**
 * Adds an article at the end of the atlas's list: its record, a citation of which only the date is
 * known, and two retellings that have a headline and no passage yet.
 *
 * @param today `YYYY-MM-DD`
 * @throws Error if atlas.json or sources.json is not JSON
 */
export function addArticle(draft: Draft, article: NewArticle, today: string): Changes {
	const { slug, title, date, paragraphs } = article;
	const citations = sourceIds(draft);
	const source = suggestId([slug], new Set(citations.filter((id) => id !== null)));
	const citation: Source = {
		id: source,
		kind: 'article',
		publisher: null,
		title: null,
		about: {
			zh: `本图志转述的报道：${title.zh}`,
			en: `The article that the atlas retells: ${title.en}`
		},
		date,
		url: null,
		checked: today
	};
	const record: ArticleFile = { schema: 1, id: slug, source, date, authors: [], paragraphs };
	const folder = `articles/${slug}`;
	const atlas = draft.get('atlas.json') ?? '{}\n';
	const sources = draft.get('sources.json') ?? '{ "schema": 1, "sources": [] }\n';
	return new Map([
		['atlas.json', setAt(atlas, ['articles', articleSlugs(draft).length], slug)],
		['sources.json', setAt(sources, ['sources', citations.length], citation)],
		[`${folder}/article.json`, `${written(record)}\n`],
		[`${folder}/zh.md`, `# ${title.zh}\n`],
		[`${folder}/en.md`, `# ${title.en}\n`]
	]);
}

/** Ids of the citations in their order; `null` where one has none. */
function sourceIds(draft: Draft): (string | null)[] {
	const items = jsonOf(draft, 'sources.json').root?.members?.get('sources')?.items ?? [];
	return items.map(({ members }) => {
		const id: unknown = members?.get('id')?.value;
		return typeof id === 'string' ? id : null;
	});
}
