import { linksIn } from './links';
import { SITE_FILES } from '../site-files';
import { isUnread, placeOfSource, recordsOf } from './walk';
import type { Rule } from './rule';

export const unusedSource: Rule = {
	name: 'unused-source',
	why: 'A source that nothing names is left over, or a statement forgot to name it.',
	severity: 'warning',
	find: (data) => {
		const files = data.atlas.layers.map((id) => `layers/${id}.geojson`);
		if (isUnread(data, ...Object.keys(SITE_FILES), 'lines.json', ...files)) return [];
		const used = new Set(
			recordsOf(data).flatMap(({ record }) => linksIn(record).map(({ id }) => id))
		);
		return data.sources
			.filter(({ id }) => !used.has(id))
			.map(({ id }) => ({
				...placeOfSource(data, id),
				message: `Nothing names the source "${id}".`,
				fix: 'Name it where it is used, or take it out.'
			}));
	}
};
