import type { Lang } from '../../lib/atlas/atlas';
import { namesOf, plain } from './names';
import { placeOfSite } from './walk';
import type { Finding, Rule } from './rule';

const LANGS: Lang[] = ['zh', 'en'];

export const ambiguousName: Rule = {
	name: 'ambiguous-name',
	why: 'A name finds one site: with two, neither search nor a mention knows which is meant.',
	severity: 'error',
	find: (data) =>
		LANGS.flatMap((lang) => {
			const owners = new Map<string, string>();
			return data.sites.flatMap((site) =>
				namesOf(site.properties, lang).flatMap((name): Finding[] => {
					const owner = owners.get(plain(name)) ?? site.id;
					owners.set(plain(name), owner);
					if (owner === site.id) return [];
					return [
						{
							...placeOfSite(site),
							message: `"${name}" is also a name of ${owner}.`,
							fix: 'Keep it for the site that texts mean by it, and give the other a longer one.'
						}
					];
				})
			);
		})
};
