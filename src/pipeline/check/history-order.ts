import type { HistoryEntry } from '../../lib/atlas/schema';
import { isAfter } from './dates';
import { placeOfLine, placeOfSite, type Place } from './walk';
import type { Finding, Rule } from './rule';

export const historyOrder: Rule = {
	name: 'history-order',
	why: 'The last entry of a history is the status that the map shows.',
	severity: 'error',
	find: (data) => [
		...data.sites.flatMap((site) => disorder(site.properties.history, placeOfSite(site))),
		...data.lines.flatMap((line) => disorder(line.history, placeOfLine(data, line.id)))
	]
};

function disorder(history: readonly HistoryEntry[], place: Place): Finding[] {
	return history.flatMap(({ date, status }, i) => {
		const before = history[i - 1];
		if (!before || !isAfter(before.date, date)) return [];
		return [
			{
				...place,
				message: `The history goes back in time: "${before.status}" on ${before.date} stands before "${status}" on ${date}.`,
				fix: 'Put the oldest entry first.'
			}
		];
	});
}
