import type { Lang } from '../atlas/atlas';
import { findMentions, type Gazetteer } from '../text/mentions';
import { gazetteerOf } from '../source/gazetteer-of';
import type { PassagePlace, SourceArticle, SourceData } from '../source/types';
import { passagesOf, placeOfPassage } from './walk';
import type { Finding, Rule } from './rule';

const LANGS: Lang[] = ['zh', 'en'];

export const unlinkedMention: Rule = {
	name: 'unlinked-mention',
	why: {
		zh: '段落里提到却没有链接的地点，读者点不到，地图也不会随它移动。',
		en: 'A place that a passage names without a link can not be chosen, and the map does not follow.'
	},
	severity: 'warning',
	find: (data) => {
		const gazetteer = gazetteerOf(data);
		return data.articles.flatMap((article) =>
			LANGS.flatMap((lang) => unlinked(data, gazetteer, article, lang))
		);
	}
};

/** Of each site that a passage names and nowhere links, the first time it is named. */
function unlinked(
	data: SourceData,
	gazetteer: Gazetteer,
	article: SourceArticle,
	lang: Lang
): Finding[] {
	return passagesOf(article, lang).flatMap(({ n, sites }) => {
		const place = placeOfPassage(article, lang, n);
		const passage = article.places[lang].get(n);
		const text = data.files.get(place.file)?.text;
		if (!passage || text === undefined) return [];
		const told = new Set(sites);
		return findMentions(gazetteer, plainText(text, passage)).flatMap((mention): Finding[] => {
			if (told.has(mention.site)) return [];
			told.add(mention.site);
			return [
				{
					...place,
					offset: passage.start + mention.start,
					feature: mention.site,
					message: {
						zh: `第${n}段提到“${mention.text}”，却没有链接它。`,
						en: `Passage ${n} names "${mention.text}" without a link.`
					},
					fix: {
						zh: `写成[${mention.text}](site:${mention.site})，两种语言都链接；如果指的是别的，换个说法。`,
						en: `Write [${mention.text}](site:${mention.site}) in both languages, or other words if it means another thing.`
					}
				}
			];
		});
	});
}

/** The passage's Markdown with blanks for its links, so that offsets stay. */
function plainText(text: string, { start, end, links }: PassagePlace): string {
	return links.reduce(
		(rest, link) => {
			const [from, to] = [link.start - start, link.end - start];
			return rest.slice(0, from) + '\n'.repeat(to - from) + rest.slice(to);
		},
		text.slice(start, end)
	);
}
