import type { Bilingual, HistoryEntry, Line } from '../atlas/schema';
import type { SourceData } from '../source/types';
import type { JsonPath } from '../source/json-path';
import { isAfter } from './dates';
import { inside, placeOfLine, placeOfSite, type Place } from './walk';
import type { Finding, Rule } from './rule';

/** Statuses that somebody must have seen. */
const SEEN = new Set(['open', 'under-construction']);

export const evidence: Rule = {
	name: 'evidence',
	why: {
		zh: '某天之前发表的东西，可以预告那天的事，不能证明它发生了。',
		en: 'What was published before a day can promise what happens on it, never report it.'
	},
	severity: 'warning',
	find: (data) => [
		...data.sites.flatMap((site) => {
			const place = inside(placeOfSite(site), 'properties');
			return early(data, seenIn(site.properties.history), place);
		}),
		...data.lines.flatMap((line) => {
			const statements = [...seenIn(line.history), ...openingsOf(line)];
			return early(data, statements, placeOfLine(data, line));
		})
	]
};

/** What somebody must have seen on a day, and who says so. */
interface Statement {
	what: Bilingual;
	date: string;
	sources: readonly string[];
	path: JsonPath;
}

function seenIn(history: readonly HistoryEntry[]): Statement[] {
	return history.flatMap(({ status, date, sources }, i) => {
		if (!SEEN.has(status)) return [];
		const what = { zh: `状态"${status}"`, en: `"${status}"` };
		return [{ what, date, sources, path: ['history', i, 'sources'] }];
	});
}

function openingsOf({ sections = [] }: Line): Statement[] {
	return sections.flatMap(({ from, to, opened, sources }, i) => {
		const name = `${from}–${to}`;
		const what = { zh: `${name}的开通`, en: `The opening of ${name}` };
		return opened === null
			? []
			: [{ what, date: opened, sources, path: ['sections', i, 'sources'] }];
	});
}

function early(data: SourceData, statements: readonly Statement[], place: Place): Finding[] {
	const dates = new Map(data.sources.map(({ id, date }) => [id, date]));
	return statements
		.filter(({ date, sources }) => {
			const isEarly = (id: string): boolean => isAfter(date, dates.get(id) ?? date);
			return sources.every(isEarly);
		})
		.map(({ what, date, sources, path }) => ({
			...inside(place, ...path),
			message: {
				zh: `${what.zh}（${date}）只依据那天之前的来源：${sources.join('、')}。`,
				en: `${what.en} on ${date} rests only on sources from before that day: ${sources.join(', ')}.`
			},
			fix: {
				zh: '引用报道此事的来源，或写消息已知的那一天。',
				en: 'Cite a source that reports it, or give the day on which it was known.'
			}
		}));
}
