import type { SitePromise, SiteProperties } from '../atlas/schema';
import { isAfter } from './dates';
import { inside, placeOfSite } from './walk';
import type { Finding, Rule } from './rule';

export const outcome: Rule = {
	name: 'outcome',
	why: {
		zh: '承诺的结果，必须能从旁边的经过推出来。',
		en: 'What became of a promise must follow from the history beside it.'
	},
	severity: 'error',
	find: (data) =>
		data.sites.flatMap((site) => {
			const { promise, history } = site.properties;
			const fault = promise && faultOf(promise, history, data.atlas.asOf);
			if (!fault) return [];
			const { key, message, fix } = fault;
			return [{ ...inside(placeOfSite(site), 'properties', 'promise', key), message, fix }];
		})
};

function faultOf(
	promise: SitePromise,
	history: SiteProperties['history'],
	asOf: string
): (Pick<Finding, 'message' | 'fix'> & { key: keyof SitePromise }) | null {
	const { by, outcome } = promise;
	const status = history.at(-1)?.status;
	const opened = history.find((entry) => entry.status === 'open')?.date;
	if (outcome === 'kept' && status !== 'open') {
		return {
			key: 'outcome',
			message: {
				zh: `承诺写成已兑现，状态却是"${status}"。`,
				en: `The promise is called kept, but the status is "${status}".`
			},
			fix: {
				zh: '补上说明已开通的那一条，或改正结果。',
				en: 'Add the entry that says it opened, or correct the outcome.'
			}
		};
	}
	if (outcome === 'kept' && opened && isAfter(opened, by)) {
		return {
			key: 'outcome',
			message: {
				zh: `承诺的期限是${by}，写成已兑现，但${opened}才开通。`,
				en: `The promise for ${by} is called kept, but it opened on ${opened}.`
			},
			fix: { zh: '写"not-kept"：迟了就不算兑现。', en: 'Write "not-kept": late is not kept.' }
		};
	}
	if (outcome === 'not-kept' && opened && !isAfter(opened, by)) {
		return {
			key: 'outcome',
			message: {
				zh: `承诺的期限是${by}，写成未兑现，但${opened}已经开通。`,
				en: `The promise for ${by} is called not kept, but it opened on ${opened}.`
			},
			fix: { zh: '写"kept"，或改正经过。', en: 'Write "kept", or correct the history.' }
		};
	}
	if (outcome === 'not-due' && isAfter(asOf, by)) {
		return {
			key: 'outcome',
			message: {
				zh: `承诺写成未到期，但到atlas.json的"asOf"（${asOf}），期限${by}已经过了。`,
				en: `The promise is called not due, but ${by} was over on ${asOf}, "asOf" of atlas.json.`
			},
			fix: {
				zh: '写"kept"、"not-kept"或"unknown"。',
				en: 'Write "kept", "not-kept" or "unknown".'
			}
		};
	}
	if ((outcome === 'kept' || outcome === 'not-kept') && promise.asOf === null) {
		return {
			key: 'asOf',
			message: {
				zh: `结果是"${outcome}"，却没有写依据的日期。`,
				en: `The outcome is "${outcome}", but no day of evidence is given.`
			},
			fix: { zh: '填写"promise.asOf"。', en: 'Fill "promise.asOf".' }
		};
	}
	return null;
}
