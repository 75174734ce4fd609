import type { Lang } from '../atlas/atlas';

/** `<html lang>` and `hreflang` of the two languages. */
export const LANGUAGE_TAGS = { zh: 'zh-Hans', en: 'en' } as const satisfies Record<Lang, string>;

/** Path of a page within the site, such as `en/sites/x/`. */
export function pathOf(page: string, lang: Lang): string {
	return lang === 'en' ? `en/${page}` : page;
}

type Listed = readonly { id: string }[];

/** The page of an article: the first one's is that of the atlas. */
export function articlePage(id: string, articles: Listed): string {
	return id === articles[0]?.id ? '' : `articles/${id}/`;
}

/** Every page that search engines should know, as its path in Chinese. */
export function pagesOf({ articles, sites }: { articles: Listed; sites: Listed }): string[] {
	return [
		...articles.map(({ id }) => articlePage(id, articles)),
		...['changes/', 'progress/', 'data/', 'privacy/', 'accessibility/'],
		...sites.map(({ id }) => `sites/${id}/`)
	];
}

/** The feeds of changes: their paths in Chinese, and what they are. */
export const FEEDS = {
	atom: { file: 'changes.atom', type: 'application/atom+xml' },
	json: { file: 'changes.json', type: 'application/feed+json' }
} as const;

/** The share card of a site, or of the whole atlas: its path within `/data/`. */
export function cardFile(lang: Lang, site = 'atlas'): string {
	return `cards/${site}.${lang}.png`;
}

/** The same page in each language, and for readers of neither. */
export function alternatesOf(page: string): { hreflang: string; path: string }[] {
	return [
		{ hreflang: LANGUAGE_TAGS.zh, path: pathOf(page, 'zh') },
		{ hreflang: LANGUAGE_TAGS.en, path: pathOf(page, 'en') },
		{ hreflang: 'x-default', path: pathOf(page, 'zh') }
	];
}
