import { isAfter, isDay } from './dates';
import { recordsOf, walk } from './walk';
import type { Finding, Rule } from './rule';

export const futureDate: Rule = {
	name: 'future-date',
	why: 'Nothing can be known or checked after the day on which the data was gone through.',
	severity: 'error',
	find: (data) =>
		recordsOf(data).flatMap(({ place, record }) => {
			const findings: Finding[] = [];
			walk(record, (value, key, path) => {
				// "by" of a promise may lie ahead
				if (!KEYS.has(key) || !isDay(value)) return;
				if (!isAfter(value, data.atlas.asOf)) return;
				findings.push({
					...place,
					message: `"${path}" is ${value}, after "asOf" of atlas.json, ${data.atlas.asOf}.`,
					fix: 'Correct it, or go through the data and move "asOf".'
				});
			});
			return findings;
		})
};

const KEYS = new Set(['date', 'opened', 'checked', 'asOf']);
