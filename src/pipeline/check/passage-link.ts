import { isArticleUnread, passagesOf, placeOfSite } from './walk';
import type { Rule } from './rule';

export const passageLink: Rule = {
	name: 'passage-link',
	why: 'A promise links to the passage that makes it.',
	severity: 'error',
	find: (data) => {
		if (data.articles.some((article) => isArticleUnread(data, article))) return [];
		const numbers = new Set(
			data.articles.flatMap((article) => passagesOf(article, 'zh').map(({ n }) => n))
		);
		return data.sites.flatMap((site) => {
			const { promise } = site.properties;
			if (!promise || numbers.has(promise.passage)) return [];
			return [
				{
					...placeOfSite(site),
					message: `"promise.passage" is ${promise.passage}, but no retelling has a passage with that number.`,
					fix: 'Write the number in {#p…} of the passage that makes the promise.'
				}
			];
		});
	}
};
