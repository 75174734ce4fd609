import { gazetteerOf } from '../source/gazetteer-of';
import type { SourceSite } from '../source/types';
import { plain } from './names';
import { inside, placeOfSite, walk, type Place } from './walk';
import type { Rule } from './rule';

export const ambiguousName: Rule = {
	name: 'ambiguous-name',
	why: {
		zh: '一个名称只能找到一处地点：两处同名，搜索和链接都不知道指哪一处。',
		en: 'A name finds one site: with two, neither search nor a mention knows which is meant.'
	},
	severity: 'error',
	find: (data) =>
		gazetteerOf(data).ambiguous.flatMap(({ name, sites: [owner, ...others] }) =>
			data.sites
				.filter(({ id }) => others.includes(id))
				.map((site) => ({
					...placeOfName(site, name),
					message: {
						zh: `“${name}”也是${owner}的名称。`,
						en: `"${name}" is also a name of ${owner}.`
					},
					fix: {
						zh: '文章里指哪一处就留给哪一处，给另一处换个更长的名称。',
						en: 'Keep it for the site that texts mean by it, and give the other a longer one.'
					}
				}))
		)
};

/** Where a site gives itself a name, or its name if it spells that one in another way. */
function placeOfName(site: SourceSite, wanted: string): Place {
	const { name, aliases } = site.properties;
	const place = inside(placeOfSite(site), 'properties');
	let found = inside(place, 'name');
	walk({ name, aliases }, (value, _key, path) => {
		if (typeof value === 'string' && plain(value) === plain(wanted)) found = inside(place, ...path);
	});
	return found;
}
