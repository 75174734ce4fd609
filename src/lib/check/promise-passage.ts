import { inside, isAnyArticleUnread, passagesOf, placeOfSite } from './walk';
import type { Rule } from './rule';

export const promisePassage: Rule = {
	name: 'promise-passage',
	why: {
		zh: '读者点承诺，会被带到那一段；那一段不提这个地点，就不知从何说起。',
		en: 'A promise leads readers to its passage; one that does not name the place leaves them lost.'
	},
	severity: 'warning',
	find: (data) => {
		if (isAnyArticleUnread(data)) return [];
		const passages = data.articles.flatMap((article) => passagesOf(article, 'zh'));
		return data.sites.flatMap((site) => {
			const number = site.properties.promise?.passage;
			const told = passages.filter(({ n }) => n === number);
			if (told.length === 0 || told.some(({ sites }) => sites.includes(site.id))) return [];
			return [
				{
					...inside(placeOfSite(site), 'properties', 'promise', 'passage'),
					message: {
						zh: `"promise.passage"是${number}，但第${number}段没有链接这个地点。`,
						en: `"promise.passage" is ${number}, but passage ${number} does not link this site.`
					},
					fix: {
						zh: '写真正作出承诺的那一段的编号，或在那一段链接这个地点。',
						en: 'Write the number of the passage that makes the promise, or link the site in it.'
					}
				}
			];
		});
	}
};
