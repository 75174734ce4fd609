import type { Lang } from '../../lib/atlas/atlas';
import { isUnread, passagesOf, placeOfFeature, placeOfPassage, SITES_FILE } from './walk';
import type { Finding, Rule } from './rule';

const LANGS: Lang[] = ['zh', 'en'];

export const siteLink: Rule = {
	name: 'site-link',
	why: 'A mention that leads to no site is a dead link on the page.',
	severity: 'error',
	find: (data) => {
		const known = new Set(data.sites.map(({ id }) => id));
		const isDead = (id: string): boolean => !known.has(id) && !isUnread(data, id);
		const mentions = data.articles.flatMap((article) =>
			LANGS.flatMap((lang) =>
				passagesOf(article, lang).flatMap(({ n, sites }) =>
					sites.filter(isDead).map((id): Finding => {
						return {
							...placeOfPassage(article, lang, n),
							feature: id,
							message: `Passage ${n} links to the site "${id}", which ${SITES_FILE} does not have.`,
							fix: 'Correct the id after "site:", or add the site.'
						};
					})
				)
			)
		);
		const tracks = data.layers.flatMap(({ file, features }) =>
			features.flatMap((feature): Finding[] => {
				const id = feature.properties['site'];
				if (typeof id !== 'string' || !isDead(id)) return [];
				const message = `"site" is "${id}", which ${SITES_FILE} does not have.`;
				return [
					{ ...placeOfFeature(file, feature), message, fix: 'Correct the id or add the site.' }
				];
			})
		);
		return [...mentions, ...tracks];
	}
};
