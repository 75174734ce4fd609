import { inside, placeOfSource } from './walk';
import type { Rule } from './rule';

/** Kinds that the product does not link: copies of others' work, and lists of search results. */
const UNLINKED = new Set(['reprint', 'search']);

export const sourceAddress: Rule = {
	name: 'source-address',
	why: {
		zh: '转载可以列出，但不能把读者带到别人作品的复制件。',
		en: "We name reprints but never send readers to a copy of another publisher's work."
	},
	severity: 'error',
	find: (data) =>
		data.sources
			.filter(({ kind, url }) => UNLINKED.has(kind) && url !== null)
			.map((source) => ({
				...inside(placeOfSource(data, source), 'url'),
				message: {
					zh: `来源的类型是"${source.kind}"，却写了网址${source.url}。`,
					en: `The source is a ${source.kind}, but has the address ${source.url}.`
				},
				fix: {
					zh: '写"url": null，或改为引用首发者。',
					en: 'Write "url": null, or cite the first publisher instead.'
				}
			}))
};
