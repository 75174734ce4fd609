import type { Lang } from '../../atlas/atlas';
import type { Status } from '../../atlas/schema';

const en = {
	title: 'What has changed',
	lead: (article: string, day: string) =>
		`What has opened, begun or fallen silent since the article of ${article}, with those who say so. As of ${day}: what was reported later is not here yet.`,
	feedLead: (article: string, day: string) =>
		`Changes of status since the article of ${article}, as of ${day}.`,
	opened: (count: number) => `Opened since the article: ${count}`,
	noneOpened: 'Nothing that we know of has opened since.',
	others: 'Other changes',
	open: 'Promised, and not kept as far as is known',
	openLead:
		'The newest word on each. “No newer word” means that we searched and found none, not that nothing has happened.',
	byDue: 'Due dates and outcomes one by one',
	statuses: {
		open: 'open',
		'under-construction': 'under construction',
		planned: 'planned',
		existing: 'exists',
		unknown: 'no newer word'
	} satisfies Record<Status, string>,
	/** Of a feed's entry: `Harbour: open`. */
	headline: (name: string, status: string) => `${name}: ${status}`,
	exactness: { day: '', month: ' (only the month is known)', year: ' (only the year is known)' },
	/** `note` says what was searched for in vain. */
	silence: (day: string, note: string) => `As of ${day}: ${note}`,
	before: (day: string, status: string) => `Before, as of ${day}: ${status}.`,
	lastWord: (day: string, status: string, note: string) =>
		`Last word, of ${day}: ${status}. ${note}`,
	due: (day: string) => `due ${day}`,
	sources: (names: string) => `Sources: ${names}.`,
	sourcesLabel: 'Sources',
	/** Joins the names of sources. */
	and: '; ',
	address: (url: string) => ` (${url})`,
	asOf: (day: string) => `The atlas is as of ${day}.`,
	onMap: 'On the map',
	feedsLead:
		'A feed reader tells you of new entries. There are no accounts, and nobody counts who reads.',
	atom: 'Atom feed',
	json: 'JSON feed'
};

/** Words of the page of changes and of its feeds; each language has the same keys. */
export const newsStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		title: '开通与变化',
		lead: (article, day) =>
			`${article}的那篇报道之后，哪些开通了，哪些动了工，哪些再无消息，各是谁说的。核对至${day}，更晚的消息还没有收入。`,
		feedLead: (article, day) => `${article}的那篇报道之后的状态变化，核对至${day}。`,
		opened: (count) => `报道之后开通的：${count}处`,
		noneOpened: '没有查到此后开通的。',
		others: '其他变化',
		open: '承诺了，还没有查到兑现的',
		openLead: '各处最近一次的消息。“没有新消息”是查过而没有查到，不等于没有进展。',
		byDue: '逐项的期限和结果',
		statuses: {
			open: '已开通',
			'under-construction': '在建',
			planned: '计划中',
			existing: '原有',
			unknown: '没有新消息'
		},
		headline: (name, status) => `${name}：${status}`,
		exactness: { day: '', month: '（只知月份）', year: '（只知年份）' },
		silence: (day, note) => `截至${day}：${note}`,
		before: (day, status) => `此前，截至${day}：${status}。`,
		lastWord: (day, status, note) => `最近一次消息，${day}：${status}。${note}`,
		due: (day) => `期限${day}`,
		sources: (names) => `来源：${names}。`,
		sourcesLabel: '来源',
		and: '；',
		address: (url) => `（${url}）`,
		asOf: (day) => `图志核对至${day}。`,
		onMap: '在地图上看',
		feedsLead: '用订阅软件打开，有新的变化会提醒。不用注册，也不统计谁在看。',
		atom: 'Atom订阅',
		json: 'JSON订阅'
	}
};
