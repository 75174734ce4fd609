import type { Lang } from '../../atlas/atlas';

const en = {
	findSource: 'Find a source to add',
	findSourceHint: 'Part of its id, title or publisher',
	add: 'Add',
	remove: 'Remove',
	removeThis: (id: string) => `Remove ${id}`,
	noneChosen: 'No source is named yet.',
	noneFound: 'No source of this atlas has that in it.',
	unknownSource: 'not in sources.json',
	found: (n: number) => (n === 1 ? '1 source' : `${n} sources`),
	moreFound: (n: number) => `${n} more: write more of it`
};

const zh: typeof en = {
	findSource: '查找要添加的来源',
	findSourceHint: '写出编号、标题或发布者的一部分',
	add: '添加',
	remove: '移除',
	removeThis: (id) => `移除${id}`,
	noneChosen: '还没有写来源。',
	noneFound: '本图志没有这样的来源。',
	unknownSource: 'sources.json里没有',
	found: (n) => `${n}条来源`,
	moreFound: (n) => `另有${n}条，请写得更具体`
};

export const formStrings: Record<Lang, typeof en> = { zh, en };
