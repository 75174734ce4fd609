import type { Lang } from '../atlas/atlas';
import { inside, isUnread, linksOf, placeOfFeature, SITES_FILE } from './walk';
import type { Finding, Rule } from './rule';

const LANGS: Lang[] = ['zh', 'en'];

export const siteLink: Rule = {
	name: 'site-link',
	why: {
		zh: '链接到不存在的地点，在页面上就是死链接。',
		en: 'A mention that leads to no site is a dead link on the page.'
	},
	severity: 'error',
	find: (data) => {
		const known = new Set(data.sites.map(({ id }) => id));
		const isDead = (id: string): boolean => !known.has(id) && !isUnread(data, id);
		const mentions = data.articles.flatMap((article) =>
			LANGS.flatMap((lang) =>
				linksOf(article, lang)
					.filter(({ site }) => isDead(site))
					.map(({ place, passage, site }) => ({
						...place,
						message: {
							zh: `第${passage}段链接到地点"${site}"，${SITES_FILE}里没有。`,
							en: `Passage ${passage} links to the site "${site}", which ${SITES_FILE} does not have.`
						},
						fix: {
							zh: '改正"site:"后面的id，或补上这个地点。',
							en: 'Correct the id after "site:", or add the site.'
						}
					}))
			)
		);
		const tracks = data.layers.flatMap(({ file, features }) =>
			features.flatMap((feature): Finding[] => {
				const id = feature.properties['site'];
				if (typeof id !== 'string' || !isDead(id)) return [];
				return [
					{
						...inside(placeOfFeature(file, feature), 'properties', 'site'),
						message: {
							zh: `"site"是"${id}"，${SITES_FILE}里没有。`,
							en: `"site" is "${id}", which ${SITES_FILE} does not have.`
						},
						fix: { zh: '改正id，或补上这个地点。', en: 'Correct the id or add the site.' }
					}
				];
			})
		);
		return [...mentions, ...tracks];
	}
};
