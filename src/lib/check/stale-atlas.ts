import { daysSince } from './dates';
import { STALE_DAYS } from './stale-check';
import type { Rule } from './rule';

export const staleAtlas: Rule = {
	name: 'stale-atlas',
	why: {
		zh: '页面上写着数据核对到哪一天；太久以前的图志，读者会误当作现状。',
		en: 'Pages say up to which day the data was gone through; long ago, it is no longer the present.'
	},
	severity: 'warning',
	find: ({ atlas }, today) => {
		const days = daysSince(atlas.asOf, today);
		if (days <= STALE_DAYS) return [];
		return [
			{
				file: 'atlas.json',
				path: ['asOf'],
				message: {
					zh: `"asOf"是${atlas.asOf}，距今${days}天。`,
					en: `"asOf" is ${atlas.asOf}, ${days} days ago.`
				},
				fix: {
					zh: '把数据重新核对一遍，再把"asOf"改成核对的那一天。',
					en: 'Go through the data again, then write that day as "asOf".'
				}
			}
		];
	}
};
