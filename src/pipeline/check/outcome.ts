import type { SitePromise, SiteProperties } from '../../lib/atlas/schema';
import { isAfter } from './dates';
import { placeOfSite } from './walk';
import type { Rule } from './rule';

export const outcome: Rule = {
	name: 'outcome',
	why: 'What became of a promise must follow from the history beside it.',
	severity: 'error',
	find: (data) =>
		data.sites.flatMap((site) => {
			const { promise, history } = site.properties;
			const fault = promise && faultOf(promise, history, data.atlas.asOf);
			return fault ? [{ ...placeOfSite(site), message: fault[0], fix: fault[1] }] : [];
		})
};

function faultOf(
	promise: SitePromise,
	history: SiteProperties['history'],
	asOf: string
): [string, string] | null {
	const { by, outcome } = promise;
	const status = history.at(-1)?.status;
	const opened = history.find((entry) => entry.status === 'open')?.date;
	if (outcome === 'kept' && status !== 'open') {
		return [
			`The promise is called kept, but the status is "${status}".`,
			'Add the entry that says it opened, or correct the outcome.'
		];
	}
	if (outcome === 'kept' && opened && isAfter(opened, by)) {
		return [
			`The promise for ${by} is called kept, but it opened on ${opened}.`,
			'Write "not-kept": late is not kept.'
		];
	}
	if (outcome === 'not-kept' && opened && !isAfter(opened, by)) {
		return [
			`The promise for ${by} is called not kept, but it opened on ${opened}.`,
			'Write "kept", or correct the history.'
		];
	}
	if (outcome === 'not-due' && isAfter(asOf, by)) {
		return [
			`The promise is called not due, but ${by} was over on ${asOf}, "asOf" of atlas.json.`,
			'Write "kept", "not-kept" or "unknown".'
		];
	}
	if ((outcome === 'kept' || outcome === 'not-kept') && promise.asOf === null) {
		return [
			`The outcome is "${outcome}", but no day of evidence is given.`,
			'Fill "promise.asOf".'
		];
	}
	return null;
}
