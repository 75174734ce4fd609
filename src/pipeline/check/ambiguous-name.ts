import { gazetteerOf } from '../article-text';
import { placeOfSite } from './walk';
import type { Rule } from './rule';

export const ambiguousName: Rule = {
	name: 'ambiguous-name',
	why: 'A name finds one site: with two, neither search nor a mention knows which is meant.',
	severity: 'error',
	find: (data) =>
		gazetteerOf(data).ambiguous.flatMap(({ name, sites: [owner, ...others] }) =>
			data.sites
				.filter(({ id }) => others.includes(id))
				.map((site) => ({
					...placeOfSite(site),
					message: `"${name}" is also a name of ${owner}.`,
					fix: 'Keep it for the site that texts mean by it, and give the other a longer one.'
				}))
		)
};
