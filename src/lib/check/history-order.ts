import type { HistoryEntry } from '../atlas/schema';
import { isAfter } from './dates';
import { inside, placeOfLine, placeOfSite, type Place } from './walk';
import type { Finding, Rule } from './rule';

export const historyOrder: Rule = {
	name: 'history-order',
	why: {
		zh: '地图显示的状态，是经过里的最后一条。',
		en: 'The last entry of a history is the status that the map shows.'
	},
	severity: 'error',
	find: (data) => [
		...data.sites.flatMap((site) => {
			return disorder(site.properties.history, inside(placeOfSite(site), 'properties'));
		}),
		...data.lines.flatMap((line) => disorder(line.history, placeOfLine(data, line)))
	]
};

function disorder(history: readonly HistoryEntry[], place: Place): Finding[] {
	return history.flatMap(({ date, status }, i) => {
		const before = history[i - 1];
		if (!before || !isAfter(before.date, date)) return [];
		return [
			{
				...inside(place, 'history', i, 'date'),
				message: {
					zh: `经过的时间倒了：${before.date}的"${before.status}"排在${date}的"${status}"前面。`,
					en: `The history goes back in time: "${before.status}" on ${before.date} stands before "${status}" on ${date}.`
				},
				fix: { zh: '把最早的一条放在最前面。', en: 'Put the oldest entry first.' }
			}
		];
	});
}
