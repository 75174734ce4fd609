import type { Lang } from '../../atlas/atlas';
import type { Source } from '../../atlas/schema';

const en = {
	title: 'Sources',
	intro:
		'What the atlas says, somebody has published. Each date, status and place names one of these.',
	find: 'Find a source',
	count: (n: number) => (n === 1 ? '1 source' : `${n} sources`),
	add: 'Add a source',
	addSource: 'Add a source…',
	addTo: (label: string) => `${label}: add a source`,
	removeNamed: (name: string) => `Take out: ${name}`,
	back: 'All sources',
	remove: 'Remove this source',
	citedBy: (n: number) => (n === 1 ? 'Cited once' : `Cited by ${n}`),
	notCited: 'Nothing cites it.',
	removeCited: 'It can be removed once nothing cites it.',
	id: 'Id',
	idHint: 'a to z, figures and single hyphens. Links use it: it is not changed later.',
	taken: (id: string) => `“${id}” is taken.`,
	make: 'Make it',
	cancel: 'Cancel',
	kind: 'Kind',
	kinds: {
		article: 'Article that is retold',
		official: 'Official publication',
		press: 'Press',
		dataset: 'Data set',
		reprint: 'Reprint',
		search: 'Search without a result'
	} satisfies Record<Source['kind'], string>,
	publisher: 'Publisher',
	title_: 'Title as published',
	titleHint: 'Empty: nobody recorded it',
	about: 'What we took from it',
	aboutHint: 'in our own words',
	date: 'Published on',
	dateHint: 'As 2025-06-27, 2025-06 or 2025; empty: unknown',
	url: 'Address',
	urlHint: 'Only where it may be linked, never of a reprint; empty: none',
	locator: 'Where in a data set',
	checked: 'Last looked at',
	unknownPublisher: 'The publisher is unknown',
	broken: 'sources.json can’t be read.',
	openFile: 'Open the file',
	change: {
		field: (what: string, wie: string) => ({ zh: `修改来源的${wie}`, en: `${what} of a source` }),
		add: { zh: '新增来源', en: 'new source' },
		remove: { zh: '删除来源', en: 'removal of a source' }
	}
};

const zh: typeof en = {
	title: '来源',
	intro: '图志里的每句话都有出处。每个日期、状态和位置都要注明来源。',
	find: '查找来源',
	count: (n) => `${n}条来源`,
	add: '新增来源',
	addSource: '添加来源…',
	addTo: (label) => `${label}：添加来源`,
	removeNamed: (name) => `去掉：${name}`,
	back: '全部来源',
	remove: '删除这条来源',
	citedBy: (n) => `有${n}处引用`,
	notCited: '没有内容引用它。',
	removeCited: '没有内容引用时才能删除。',
	id: 'id',
	idHint: '只用a到z、数字和单个连字符。链接要用到它，以后不再改。',
	taken: (id) => `“${id}”已经有了。`,
	make: '建立',
	cancel: '取消',
	kind: '类别',
	kinds: {
		article: '所转述的报道',
		official: '官方发布',
		press: '媒体',
		dataset: '数据集',
		reprint: '转载',
		search: '查过而没有结果'
	},
	publisher: '发布者',
	title_: '发布时的标题',
	titleHint: '留空：没有记录',
	about: '我们从中得到什么',
	aboutHint: '用自己的话写',
	date: '发布日期',
	dateHint: '写成2025-06-27、2025-06或2025；留空：不详',
	url: '网址',
	urlHint: '可以链接的才写，转载的不写；留空：没有',
	locator: '数据集里的位置',
	checked: '最近查看',
	unknownPublisher: '发布者不详',
	broken: 'sources.json读不出来。',
	openFile: '打开文件',
	change: en.change
};

export const sourceStrings: Record<Lang, typeof en> = { zh, en };
