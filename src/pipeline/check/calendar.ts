import { exists, isDay } from './dates';
import { recordsOf, walk } from './walk';
import type { Finding, Rule } from './rule';

const KEYS = new Set(['date', 'opened', 'checked', 'asOf', 'by']);

export const calendar: Rule = {
	name: 'calendar',
	why: 'A day that no calendar has is a typing fault.',
	severity: 'error',
	find: (data) =>
		recordsOf(data).flatMap(({ place, record }) => {
			const findings: Finding[] = [];
			walk(record, (value, key, path) => {
				if (!KEYS.has(key) || !isDay(value) || exists(value)) return;
				const message = `"${path}" is ${value}, a day that does not exist.`;
				findings.push({ ...place, message, fix: 'Correct it; write only the month if unsure.' });
			});
			return findings;
		})
};
