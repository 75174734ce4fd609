import { passagesOf, placeOfPassage } from './walk';
import type { Rule } from './rule';

export const passageSites: Rule = {
	name: 'passage-sites',
	why: {
		zh: '同一段在两种语言里提到的地点要相同，读者才会被带到同样的地方。',
		en: 'A passage names the same sites in both languages, so that both lead to the same places.'
	},
	severity: 'error',
	find: (data) =>
		data.articles.flatMap((article) => {
			const english = new Map(passagesOf(article, 'en').map(({ n, sites }) => [n, sites]));
			return passagesOf(article, 'zh').flatMap(({ n, sites }) => {
				const other = english.get(n);
				if (!other) return [];
				const only = [
					{ file: 'zh.md', ids: sites.filter((id) => !other.includes(id)) },
					{ file: 'en.md', ids: other.filter((id) => !sites.includes(id)) }
				].filter(({ ids }) => ids.length > 0);
				const [first] = only;
				if (!first) return [];
				const zh = only.map(({ file, ids }) => `只有${file}链接了${ids.join('、')}`);
				const en = only.map(({ file, ids }) => `only ${file} links ${ids.join(', ')}`);
				return [
					{
						...placeOfPassage(article, first.file === 'zh.md' ? 'en' : 'zh', n),
						message: {
							zh: `第${n}段：${zh.join('，')}。`,
							en: `In passage ${n} ${en.join(', ')}.`
						},
						fix: {
							zh: '两种语言链接同样的地点。',
							en: 'Link the same sites in both languages.'
						}
					}
				];
			});
		})
};
