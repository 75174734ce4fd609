import { jsonPathText } from '../source/json-path';
import { daysSince, isDay } from './dates';
import { inside, recordsOf, walk } from './walk';
import type { Finding, Rule } from './rule';

/** Days after which a check no longer vouches for what may have changed since: half a year. */
export const STALE_DAYS = 180;

export const staleCheck: Rule = {
	name: 'stale-check',
	why: {
		zh: '半年没有核对过的条目，可能早已变了；读者却把它当作现状。',
		en: 'What nobody checked for half a year may have changed; readers take it for the present.'
	},
	severity: 'warning',
	find: (data) => {
		const { asOf } = data.atlas;
		return recordsOf(data).flatMap(({ place, record }) => {
			const findings: Finding[] = [];
			walk(record, (value, key, path) => {
				if (key !== 'checked' || !isDay(value)) return;
				const days = daysSince(value, new Date(asOf));
				if (days <= STALE_DAYS) return;
				findings.push({
					...inside(place, ...path),
					message: {
						zh: `"${jsonPathText(path)}"是${value}，到atlas.json的"asOf"（${asOf}）已有${days}天。`,
						en: `"${jsonPathText(path)}" is ${value}, ${days} days before "asOf" of atlas.json, ${asOf}.`
					},
					fix: {
						zh: '对照来源重新核对这一条，再改写日期。',
						en: 'Compare it with its sources again, then write the day.'
					}
				});
			});
			return findings;
		});
	}
};
