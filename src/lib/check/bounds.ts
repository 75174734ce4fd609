import { misplaced, subject } from './misplaced';
import type { Rule } from './rule';

export const bounds: Rule = {
	name: 'bounds',
	why: {
		zh: '图志范围以外的坐标要么是笔误，要么永远没人看得到。',
		en: 'A position outside of the atlas is a typing fault, or nobody will ever see it.'
	},
	severity: 'error',
	find: (data) =>
		misplaced(data, 'outside').map((fault) => {
			const { zh, en } = subject(fault);
			const bounds = `[${data.atlas.bounds.join(', ')}]`;
			return {
				...fault.place,
				message: {
					zh: `${zh}在图志范围${bounds}以外。`,
					en: `${en} outside of the atlas, ${bounds}.`
				},
				fix: {
					zh: '改正坐标；坐标若没错，就放宽atlas.json里的"bounds"。',
					en: 'Correct the position; or, if it is right, widen "bounds" in atlas.json.'
				}
			};
		})
};
