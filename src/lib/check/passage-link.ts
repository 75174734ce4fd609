import { inside, isAnyArticleUnread, passagesOf, placeOfSite } from './walk';
import type { Rule } from './rule';

export const passageLink: Rule = {
	name: 'passage-link',
	why: {
		zh: '承诺要链接到作出承诺的那一段。',
		en: 'A promise links to the passage that makes it.'
	},
	severity: 'error',
	find: (data) => {
		if (isAnyArticleUnread(data)) return [];
		const numbers = new Set(
			data.articles.flatMap((article) => passagesOf(article, 'zh').map(({ n }) => n))
		);
		return data.sites.flatMap((site) => {
			const { promise } = site.properties;
			if (!promise || numbers.has(promise.passage)) return [];
			return [
				{
					...inside(placeOfSite(site), 'properties', 'promise', 'passage'),
					message: {
						zh: `"promise.passage"是${promise.passage}，但没有这个编号的段落。`,
						en: `"promise.passage" is ${promise.passage}, but no retelling has a passage with that number.`
					},
					fix: {
						zh: '写作出承诺的那一段{#p…}里的编号。',
						en: 'Write the number in {#p…} of the passage that makes the promise.'
					}
				}
			];
		});
	}
};
