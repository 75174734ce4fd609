import { placeOfSite } from './walk';
import type { Rule } from './rule';

const PUBLISHED = new Set(['article', 'official', 'press', 'reprint']);

export const dateless: Rule = {
	name: 'dateless',
	why: 'A status is only as good as the day on which somebody published it.',
	severity: 'warning',
	find: (data) => {
		const sources = new Map(data.sources.map((source) => [source.id, source]));
		return data.sites.flatMap((site) => {
			const newest = site.properties.history.at(-1);
			const cited = (newest?.sources ?? []).map((id) => sources.get(id));
			const isUndated = cited.every((one) => one && PUBLISHED.has(one.kind) && one.date === null);
			if (!newest || !isUndated) return [];
			return [
				{
					...placeOfSite(site),
					message: `The status "${newest.status}" of ${newest.date} rests only on undated sources: ${newest.sources.join(', ')}.`,
					fix: 'Find the day of publication, or add a source that has one.'
				}
			];
		});
	}
};
