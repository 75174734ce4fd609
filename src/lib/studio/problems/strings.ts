import type { Lang } from '../../atlas/atlas';

const en = {
	title: 'Check',
	intro:
		'The same rules as on the command line. Errors stop the publication; a warning wants an explanation.',
	errors: 'Errors',
	warnings: 'Warnings',
	none: 'Nothing is wrong.',
	open: 'Open',
	why: 'Why',
	mend: (n: number) => (n === 1 ? 'Mend one thing' : `Mend ${n} things`),
	mendIntro: 'What only one way can mend, without asking anything:',
	undo: { zh: '自动修正', en: 'mending' }
};

const zh: typeof en = {
	title: '检查',
	intro: '与命令行用的是同一套规则。有错误就不能发布；有提醒，要说得出理由。',
	errors: '错误',
	warnings: '提醒',
	none: '没有发现问题。',
	open: '打开',
	why: '为什么',
	mend: (n) => `修正${n}处`,
	mendIntro: '只有一种改法的，可以直接改好：',
	undo: en.undo
};

export const problemStrings: Record<Lang, typeof en> = { zh, en };
