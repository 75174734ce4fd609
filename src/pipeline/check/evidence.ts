import type { HistoryEntry } from '../../lib/atlas/schema';
import type { SourceData } from '../types';
import { isAfter } from './dates';
import { placeOfLine, placeOfSite, type Place } from './walk';
import type { Finding, Rule } from './rule';

/** Statuses that somebody must have seen. */
const SEEN = new Set(['open', 'under-construction']);

export const evidence: Rule = {
	name: 'evidence',
	why: 'What was published before a day can promise what happens on it, never report it.',
	severity: 'warning',
	find: (data) => [
		...data.sites.flatMap((site) => early(data, site.properties.history, placeOfSite(site))),
		...data.lines.flatMap((line) => early(data, line.history, placeOfLine(data, line.id)))
	]
};

function early(data: SourceData, history: readonly HistoryEntry[], place: Place): Finding[] {
	const dates = new Map(data.sources.map(({ id, date }) => [id, date]));
	return history
		.filter(({ date, status, sources }) => {
			const isEarly = (id: string): boolean => isAfter(date, dates.get(id) ?? date);
			return SEEN.has(status) && sources.every(isEarly);
		})
		.map(({ date, status, sources }) => ({
			...place,
			message: `"${status}" on ${date} rests only on sources from before that day: ${sources.join(', ')}.`,
			fix: 'Cite a source that reports it, or give the day on which it was known.'
		}));
}
