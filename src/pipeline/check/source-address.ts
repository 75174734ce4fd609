import { placeOfSource } from './walk';
import type { Rule } from './rule';

/** Kinds that the product does not link: copies of others' work, and lists of search results. */
const UNLINKED = new Set(['reprint', 'search']);

export const sourceAddress: Rule = {
	name: 'source-address',
	why: "We name reprints but never send readers to a copy of another publisher's work.",
	severity: 'error',
	find: (data) =>
		data.sources
			.filter(({ kind, url }) => UNLINKED.has(kind) && url !== null)
			.map(({ id, kind, url }) => ({
				...placeOfSource(data, id),
				message: `The source is a ${kind}, but has the address ${url}.`,
				fix: 'Write "url": null, or cite the first publisher instead.'
			}))
};
