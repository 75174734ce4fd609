import { isUnread, recordsOf } from './walk';
import { linksIn } from './links';
import type { Rule } from './rule';

export const sourceLink: Rule = {
	name: 'source-link',
	why: 'Every statement names its source; a name that leads nowhere proves nothing.',
	severity: 'error',
	find: (data) => {
		const known = new Set(data.sources.map(({ id }) => id));
		return recordsOf(data).flatMap(({ place, record }) =>
			linksIn(record)
				.filter(({ id }) => !known.has(id) && !isUnread(data, 'sources.json', id))
				.map(({ id, path }) => ({
					...place,
					message: `"${path}" names the source "${id}", which sources.json does not have.`,
					fix: 'Correct the id, or add the source to sources.json.'
				}))
		);
	}
};
