import type { Lang } from '../../atlas/atlas';

const en = {
	tell: 'Tell the editors',
	hint: 'Something is wrong, or out of date? Say what, and who says so.',
	byMail: 'Write a mail',
	byIssue: 'Write an issue',
	/** Where nothing opens, as in WeChat. */
	address: (mail: string) => `If no mail program opens, write to ${mail}`,
	copy: 'Copy the text',
	copied: 'Copied',
	byHand: 'Press long to copy this text',
	subject: (site: string) => `Correction: ${site}`,
	subjectOfAtlas: 'Correction',
	place: (name: string, id: string) => `Place: ${name} (${id})`,
	page: (address: string) => `Page: ${address}`,
	view: (address: string) => `View: ${address}`,
	asOf: (day: string) => `Data as of: ${day}`,
	wrong: 'What is wrong:',
	source: 'Source (who says so, when, address):'
};

/** Words around a letter to the editors, and in it; each language has the same keys. */
export const tellStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		tell: '告诉编辑',
		hint: '有错，或者已经过时？请告诉我们哪里不对，依据是什么。',
		byMail: '写邮件',
		byIssue: '提交问题',
		address: (mail) => `打不开邮件程序的话，请写信到${mail}`,
		copy: '复制信文',
		copied: '已复制',
		byHand: '请长按复制下面的文字',
		subject: (site) => `勘误：${site}`,
		subjectOfAtlas: '勘误',
		place: (name, id) => `地点：${name}（${id}）`,
		page: (address) => `网页：${address}`,
		view: (address) => `所见视图：${address}`,
		asOf: (day) => `数据核对至：${day}`,
		wrong: '哪里不对：',
		source: '依据（谁说的，哪一天，网址）：'
	}
};
