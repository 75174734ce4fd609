import type { Rule } from './rule';

/** 审图号 as the authorities write it: GS(2024)0650号, 渝S(2025)012号, GS京(2023)1号. */
const NUMBER = /^[\p{Script=Han}A-Z]{1,4}[(（]\d{4}[)）]\d+号$/u;

export const review: Rule = {
	name: 'review',
	why: {
		zh: '在中国公开的地图要如实标明审图号。',
		en: 'A map published in China shows its review number (审图号) as it was issued.'
	},
	severity: 'error',
	find: ({ atlas }) => {
		if (!('number' in atlas.review) || NUMBER.test(atlas.review.number)) return [];
		return [
			{
				file: 'atlas.json',
				path: ['review', 'number'],
				message: {
					zh: `"review.number"是“${atlas.review.number}”，不是GS(2024)0650号这样的审图号。`,
					en: `"review.number" is "${atlas.review.number}", which is no 审图号 such as GS(2024)0650号.`
				},
				fix: {
					zh: '照批件写审图号；不需要的，写{"exemption": {"zh": …, "en": …}}并说明理由。',
					en: 'Write the number as issued, or {"exemption": {"zh": …, "en": …}} with the reason.'
				}
			}
		];
	}
};
