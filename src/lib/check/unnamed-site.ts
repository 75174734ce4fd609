import { inside, isAnyArticleUnread, passagesOf, placeOfSite } from './walk';
import type { Rule } from './rule';

export const unnamedSite: Rule = {
	name: 'unnamed-site',
	why: {
		zh: '图志收的是文章提到的地点；没有段落提到的，读者到不了。',
		en: 'The atlas holds what its articles name; a site that no passage names can not be reached.'
	},
	severity: 'error',
	find: (data) => {
		if (isAnyArticleUnread(data)) return [];
		const passages = data.articles.flatMap((article) => passagesOf(article, 'zh'));
		const named = new Set(passages.flatMap(({ sites }) => sites));
		return data.sites
			.filter(({ id }) => !named.has(id))
			.map((site) => {
				const name = site.properties.name.zh;
				return {
					...inside(placeOfSite(site), 'id'),
					message: {
						zh: `没有一个zh.md的段落提到“${name}”。`,
						en: `No passage of any zh.md names "${name}".`
					},
					fix: {
						zh: `在讲到它的地方加上链接：[${name}](site:${site.id})。`,
						en: `Link it where it is told of: [${name}](site:${site.id}).`
					}
				};
			});
	}
};
