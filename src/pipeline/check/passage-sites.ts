import { passagesOf, placeOfPassage } from './walk';
import type { Rule } from './rule';

export const passageSites: Rule = {
	name: 'passage-sites',
	why: 'A passage names the same sites in both languages, so that both lead to the same places.',
	severity: 'error',
	find: (data) =>
		data.articles.flatMap((article) => {
			const english = new Map(passagesOf(article, 'en').map(({ n, sites }) => [n, sites]));
			return passagesOf(article, 'zh').flatMap(({ n, sites }) => {
				const other = english.get(n);
				if (!other) return [];
				const onlyZh = sites.filter((id) => !other.includes(id));
				const onlyEn = other.filter((id) => !sites.includes(id));
				const told = [
					onlyZh.length > 0 ? `only zh.md links ${onlyZh.join(', ')}` : '',
					onlyEn.length > 0 ? `only en.md links ${onlyEn.join(', ')}` : ''
				].filter((text) => text !== '');
				if (told.length === 0) return [];
				return [
					{
						...placeOfPassage(article, onlyZh.length > 0 ? 'en' : 'zh', n),
						message: `In passage ${n} ${told.join(', ')}.`,
						fix: 'Link the same sites in both languages.'
					}
				];
			});
		})
};
