import type { Finding, Rule } from './rule';

export const lineEnds: Rule = {
	name: 'line-ends',
	why: {
		zh: '换行不统一，每次保存都像改了整个文件，看不出真正改了什么。',
		en: 'With other line ends each save looks like a change of the whole file and hides the real one.'
	},
	severity: 'warning',
	find: ({ files }) =>
		[...files].flatMap(([file, { text }]): Finding[] => {
			const count = text.split('\r').length - 1;
			if (count === 0) return [];
			return [
				{
					file,
					offset: text.indexOf('\r'),
					message: {
						zh: `有${count}行以CR结尾（Windows或旧式Mac的换行）。`,
						en: `${count} lines end in CR, as on Windows or old Macs.`
					},
					fix: { zh: '用LF换行保存。', en: 'Save it with LF line ends.' }
				}
			];
		})
};
