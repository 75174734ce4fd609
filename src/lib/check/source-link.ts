import { jsonPathText } from '../source/json-path';
import { linksIn } from './links';
import { inside, isUnread, recordsOf } from './walk';
import type { Rule } from './rule';

export const sourceLink: Rule = {
	name: 'source-link',
	why: {
		zh: '每句话都要写来源；找不到的来源什么也证明不了。',
		en: 'Every statement names its source; a name that leads nowhere proves nothing.'
	},
	severity: 'error',
	find: (data) => {
		const known = new Set(data.sources.map(({ id }) => id));
		return recordsOf(data).flatMap(({ place, record }) =>
			linksIn(record)
				.filter(({ id }) => !known.has(id) && !isUnread(data, 'sources.json', id))
				.map(({ id, path }) => ({
					...inside(place, ...path),
					message: {
						zh: `"${jsonPathText(path)}"写的来源"${id}"，sources.json里没有。`,
						en: `"${jsonPathText(path)}" names the source "${id}", which sources.json does not have.`
					},
					fix: {
						zh: '改正id，或把来源加进sources.json。',
						en: 'Correct the id, or add the source to sources.json.'
					}
				}))
		);
	}
};
