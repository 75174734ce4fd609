import type { Lang } from '../../lib/atlas/atlas';
import { namesOf, plain } from './names';
import { passagesOf, placeOfPassage } from './walk';
import type { Rule } from './rule';

const LANGS: Lang[] = ['zh', 'en'];

export const mentionName: Rule = {
	name: 'mention-name',
	why: 'What a link says should be a name that search and other texts find the site by.',
	severity: 'warning',
	find: (data) => {
		const sites = new Map(data.sites.map(({ id, properties }) => [id, properties]));
		return data.articles.flatMap((article) =>
			LANGS.flatMap((lang) =>
				passagesOf(article, lang).flatMap(({ n, parts }) =>
					parts.flatMap(({ text, site }) => {
						const properties = site === undefined ? undefined : sites.get(site);
						if (!properties || !site) return [];
						const names = namesOf(properties, lang);
						if (names.some((name) => plain(name) === plain(text))) return [];
						return [
							{
								...placeOfPassage(article, lang, n),
								feature: site,
								message: `Passage ${n} calls it "${text}"; its names are ${names.join(', ')}.`,
								fix: `Link one of its names, or add "${text}" to "aliases.${lang}".`
							}
						];
					})
				)
			)
		);
	}
};
