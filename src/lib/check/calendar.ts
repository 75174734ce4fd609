import { jsonPathText } from '../source/json-path';
import { exists, isDay } from './dates';
import { inside, recordsOf, walk } from './walk';
import type { Finding, Rule } from './rule';

const KEYS = new Set(['date', 'opened', 'checked', 'asOf', 'by']);

export const calendar: Rule = {
	name: 'calendar',
	why: { zh: '日历上没有的日子一定是笔误。', en: 'A day that no calendar has is a typing fault.' },
	severity: 'error',
	find: (data) =>
		recordsOf(data).flatMap(({ place, record }) => {
			const findings: Finding[] = [];
			walk(record, (value, key, path) => {
				if (!KEYS.has(key) || !isDay(value) || exists(value)) return;
				const name = jsonPathText(path);
				findings.push({
					...inside(place, ...path),
					message: {
						zh: `"${name}"是${value}，没有这一天。`,
						en: `"${name}" is ${value}, a day that does not exist.`
					},
					fix: {
						zh: '改正它；拿不准就只写到月份。',
						en: 'Correct it; write only the month if unsure.'
					}
				});
			});
			return findings;
		})
};
