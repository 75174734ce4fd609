import { linksIn } from './links';
import { inside, placeOfSource, recordsOf } from './walk';
import type { Rule } from './rule';

export const unusedSource: Rule = {
	name: 'unused-source',
	why: {
		zh: '没人引用的来源，要么是多余的，要么是哪句话忘了写来源。',
		en: 'A source that nothing names is left over, or a statement forgot to name it.'
	},
	severity: 'warning',
	find: (data) => {
		// what could not be read may name any of them
		if (data.unread && data.unread.size > 0) return [];
		const used = new Set(
			recordsOf(data).flatMap(({ record }) => linksIn(record).map(({ id }) => id))
		);
		return data.sources
			.filter(({ id }) => !used.has(id))
			.map((source) => ({
				...inside(placeOfSource(data, source), 'id'),
				message: {
					zh: `没有任何地方引用来源"${source.id}"。`,
					en: `Nothing names the source "${source.id}".`
				},
				fix: {
					zh: '在用到它的地方写上它，或删去它。',
					en: 'Name it where it is used, or take it out.'
				}
			}));
	}
};
