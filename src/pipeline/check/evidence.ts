import type { HistoryEntry, Line } from '../../lib/atlas/schema';
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
		...data.sites.flatMap((site) => {
			return early(data, seenIn(site.properties.history), placeOfSite(site));
		}),
		...data.lines.flatMap((line) => {
			const statements = [...seenIn(line.history), ...openingsOf(line)];
			return early(data, statements, placeOfLine(data, line.id));
		})
	]
};

/** What somebody must have seen on a day, and who says so. */
interface Statement {
	what: string;
	date: string;
	sources: readonly string[];
}

function seenIn(history: readonly HistoryEntry[]): Statement[] {
	return history
		.filter(({ status }) => SEEN.has(status))
		.map(({ status, date, sources }) => ({ what: `"${status}"`, date, sources }));
}

function openingsOf({ sections = [] }: Line): Statement[] {
	return sections.flatMap(({ from, to, opened, sources }) => {
		return opened === null ? [] : [{ what: `The opening of ${from}–${to}`, date: opened, sources }];
	});
}

function early(data: SourceData, statements: readonly Statement[], place: Place): Finding[] {
	const dates = new Map(data.sources.map(({ id, date }) => [id, date]));
	return statements
		.filter(({ date, sources }) => {
			const isEarly = (id: string): boolean => isAfter(date, dates.get(id) ?? date);
			return sources.every(isEarly);
		})
		.map(({ what, date, sources }) => ({
			...place,
			message: `${what} on ${date} rests only on sources from before that day: ${sources.join(', ')}.`,
			fix: 'Cite a source that reports it, or give the day on which it was known.'
		}));
}
