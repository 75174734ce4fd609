import type { Rule } from './rule';

/** 审图号 as the authorities write it: GS(2024)0650号, 渝S(2025)012号, GS京(2023)1号. */
const NUMBER = /^[\p{Script=Han}A-Z]{1,4}[(（]\d{4}[)）]\d+号$/u;

export const review: Rule = {
	name: 'review',
	why: 'A map published in China shows its review number (审图号) as it was issued.',
	severity: 'error',
	find: ({ atlas }) => {
		if (!('number' in atlas.review) || NUMBER.test(atlas.review.number)) return [];
		return [
			{
				file: 'atlas.json',
				message: `"review.number" is "${atlas.review.number}", which is no 审图号 such as GS(2024)0650号.`,
				fix: 'Write the number as issued, or {"exemption": {"zh": …, "en": …}} with the reason.'
			}
		];
	}
};
