import { jsonPathText } from '../source/json-path';
import { isAfter, isDay } from './dates';
import { inside, recordsOf, walk } from './walk';
import type { Finding, Rule } from './rule';

export const futureDate: Rule = {
	name: 'future-date',
	why: {
		zh: '数据核对日之后的事，谁也不可能已经知道或核对过。',
		en: 'Nothing can be known or checked after the day on which the data was gone through.'
	},
	severity: 'error',
	find: (data) =>
		recordsOf(data).flatMap(({ place, record }) => {
			const findings: Finding[] = [];
			walk(record, (value, key, path) => {
				// "by" of a promise may lie ahead
				if (!KEYS.has(key) || !isDay(value)) return;
				if (!isAfter(value, data.atlas.asOf)) return;
				const name = jsonPathText(path);
				findings.push({
					...inside(place, ...path),
					message: {
						zh: `"${name}"是${value}，晚于atlas.json的"asOf"（${data.atlas.asOf}）。`,
						en: `"${name}" is ${value}, after "asOf" of atlas.json, ${data.atlas.asOf}.`
					},
					fix: {
						zh: '改正它；或重新核对数据，再把"asOf"往后移。',
						en: 'Correct it, or go through the data and move "asOf".'
					}
				});
			});
			return findings;
		})
};

const KEYS = new Set(['date', 'opened', 'checked', 'asOf']);
