import type { HistoryEntry, Source } from '../atlas/schema';
import { inside, placeOfLine, placeOfSite, type Place } from './walk';
import type { Finding, Rule } from './rule';

const PUBLISHED = new Set(['article', 'official', 'press', 'reprint']);

export const dateless: Rule = {
	name: 'dateless',
	why: {
		zh: '状态可不可信，要看它是哪天由谁发布的。',
		en: 'A status is only as good as the day on which somebody published it.'
	},
	severity: 'warning',
	find: (data) => {
		const sources = new Map(data.sources.map((source) => [source.id, source]));
		return [
			...data.sites.flatMap((site) => {
				const place = inside(placeOfSite(site), 'properties');
				return undated(site.properties.history, sources, place);
			}),
			...data.lines.flatMap((line) => undated(line.history, sources, placeOfLine(data, line)))
		];
	}
};

/** The newest status, if it rests only on undated sources. */
function undated(
	history: readonly HistoryEntry[],
	sources: ReadonlyMap<string, Source>,
	place: Place
): Finding[] {
	const newest = history.at(-1);
	const cited = (newest?.sources ?? []).map((id) => sources.get(id));
	const isUndated = cited.every((one) => one && PUBLISHED.has(one.kind) && one.date === null);
	if (!newest || !isUndated) return [];
	const { status, date } = newest;
	return [
		{
			...inside(place, 'history', history.length - 1, 'sources'),
			message: {
				zh: `${date}的状态"${status}"只依据没有日期的来源：${newest.sources.join('、')}。`,
				en: `The status "${status}" of ${date} rests only on undated sources: ${newest.sources.join(', ')}.`
			},
			fix: {
				zh: '查明发布日期，或补一个有日期的来源。',
				en: 'Find the day of publication, or add a source that has one.'
			}
		}
	];
}
