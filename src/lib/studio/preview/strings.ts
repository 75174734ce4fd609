import type { Lang } from '../../atlas/atlas';

const en = {
	preview: 'Preview',
	line: 'Preview: only on this device',
	back: 'Back to the studio',
	opening: 'Opening the draft…',
	gone: 'This device does not keep that work.',
	cantShow: (reason: string) =>
		reason
			? `The draft can't be shown (${reason}).`
			: 'What checks the draft did not load. Check the network and load the page again.',
	errors: (n: number) =>
		`The draft has ${n === 1 ? '1 error' : `${n} errors`}. It can be shown once ${n === 1 ? 'it is' : 'they are'} mended.`,
	errorsSince: (n: number) =>
		`The draft has ${n === 1 ? '1 error' : `${n} errors`} now. Below is its last state without any.`,
	more: (n: number, where: string) => `${n} more: see “${where}” in the studio.`
};

const zh: typeof en = {
	preview: '预览',
	line: '预览：内容只保存在本机',
	back: '返回编辑台',
	opening: '正在打开草稿…',
	gone: '本机没有这件作品。',
	cantShow: (reason) =>
		reason
			? `草稿显示不出来（${reason}）。`
			: '检查草稿的功能没有载入。请检查网络，再重新载入本页。',
	errors: (n) => `草稿现有${n}处错误，改正后才能预览。`,
	errorsSince: (n) => `草稿现有${n}处错误，下面是出错前最后的样子。`,
	more: (n, where) => `另有${n}处，请到编辑台的“${where}”查看。`
};

export const previewStrings: Record<Lang, typeof en> = { zh, en };
