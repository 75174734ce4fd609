import { isArticleUnread, passagesOf, placeOfSite } from './walk';
import type { Rule } from './rule';

export const unnamedSite: Rule = {
	name: 'unnamed-site',
	why: 'The atlas holds what its articles name; a site that no passage names can not be reached.',
	severity: 'error',
	find: (data) => {
		if (data.articles.some((article) => isArticleUnread(data, article))) return [];
		const passages = data.articles.flatMap((article) => passagesOf(article, 'zh'));
		const named = new Set(passages.flatMap(({ sites }) => sites));
		return data.sites
			.filter(({ id }) => !named.has(id))
			.map((site) => ({
				...placeOfSite(site),
				message: `No passage of any zh.md names "${site.properties.name.zh}".`,
				fix: `Link it where it is told of: [${site.properties.name.zh}](site:${site.id}).`
			}));
	}
};
