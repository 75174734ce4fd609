import type { Lang } from '../atlas/atlas';
import { namesOf, plain } from './names';
import { linksOf } from './walk';
import type { Rule } from './rule';

const LANGS: Lang[] = ['zh', 'en'];

export const mentionName: Rule = {
	name: 'mention-name',
	why: {
		zh: '链接上的文字应当是地点的名称，搜索和别的文章才能凭它找到。',
		en: 'What a link says should be a name that search and other texts find the site by.'
	},
	severity: 'warning',
	find: (data) => {
		const sites = new Map(data.sites.map(({ id, properties }) => [id, properties]));
		return data.articles.flatMap((article) =>
			LANGS.flatMap((lang) =>
				linksOf(article, lang).flatMap(({ place, passage, text, site }) => {
					const properties = sites.get(site);
					if (!properties) return [];
					const names = namesOf(properties, lang);
					if (names.some((name) => plain(name) === plain(text))) return [];
					return [
						{
							...place,
							message: {
								zh: `第${passage}段称它为“${text}”，它的名称是${names.join('、')}。`,
								en: `Passage ${passage} calls it "${text}"; its names are ${names.join(', ')}.`
							},
							fix: {
								zh: `链接它的名称，或把“${text}”加进"aliases.${lang}"。`,
								en: `Link one of its names, or add "${text}" to "aliases.${lang}".`
							}
						}
					];
				})
			)
		);
	}
};
