import type { Lang } from '../../atlas/atlas';
import { isolated } from '../../text/isolated';

const en = {
	title: 'Studio',
	lead: 'Put the places of an article on a map and tie each to the passage that names it. Everything stays on this device until you export it.',
	toAtlas: 'Back to the atlas',
	other: '中文',
	works: 'On this device',
	copy: 'Copy',
	remove: 'Remove',
	copyNamed: (name: string) => `Copy ${isolated(name)}`,
	removeNamed: (name: string) => `Remove ${isolated(name)}`,
	reallyRemove: (name: string) =>
		`Remove “${isolated(name)}” with all its steps from this device? It can’t be brought back.`,
	keep: 'Keep it',
	changed: (when: string) => `changed ${when}`,
	begin: 'A new atlas',
	openTitle: 'Open an atlas',
	openLead: 'A folder of an atlas, or a ZIP file of one; you can also drop it here.',
	openFolder: 'Open a folder…',
	openZip: 'Open a ZIP file…',
	openOwn: 'Open the atlas of this site',
	reading: 'Reading…',
	noAtlas: (found: string) =>
		`There is no atlas.json in it. Found: ${found}. Choose the folder in which atlas.json lies.`,
	nothing: 'nothing',
	unreadable: (why: string) => `It can’t be opened: ${why}`,
	broken: 'The ZIP file is broken, or larger than can be read.',
	district: 'Name of the district',
	districtHint: 'The atlas is named after it, and the name stands on the map.',
	extent: 'Extent of the map',
	extentHint:
		'West, south, east, north in degrees, such as 116.6, 40.2, 117.2, 40.7; or longitude and latitude of the middle and a width, such as 116.9, 40.45, 40 km.',
	extentBad: {
		form: 'Write four numbers, or the middle and a width in km.',
		order:
			'West must be less than east, south less than north, in degrees of longitude and latitude.'
	},
	understood: (bounds: string) => `Understood: ${bounds}`,
	article: 'First article',
	publisher: 'Publisher',
	publisherHint: 'Empty: unknown',
	headline: 'Headline as published',
	day: 'Day',
	dayHint: 'As exact as known: 2025-06-27, 2025-06 or 2025',
	dayBad: 'Not a day as 2025-06-27, 2025-06 or 2025',
	url: 'Address',
	urlBad: 'Not an address that begins with http:// or https://',
	slug: 'Its short name in addresses',
	slugBad: 'a to z, figures and single hyphens',
	text: 'Text of the article',
	textHint:
		'A paragraph a line. It stays on this device and never leaves with the atlas: it is its publisher’s.',
	make: 'Begin',
	missing: 'Needed: a name in both languages, the extent and the day of the article.'
};

const zh: typeof en = {
	title: '编辑台',
	lead: '把一篇文章提到的地点放上地图，并与提到它的段落相连。导出之前，一切都只留在本机。',
	toAtlas: '回到图志',
	other: 'English',
	works: '本机的作品',
	copy: '复制',
	remove: '删除',
	copyNamed: (name) => `复制${isolated(name)}`,
	removeNamed: (name) => `删除${isolated(name)}`,
	reallyRemove: (name) => `要从本机删除“${isolated(name)}”和它的所有步骤吗？删除后无法找回。`,
	keep: '保留',
	changed: (when) => `${when}修改`,
	begin: '新的图志',
	openTitle: '打开图志',
	openLead: '打开图志的文件夹或ZIP文件，也可以拖到这里。',
	openFolder: '打开文件夹…',
	openZip: '打开ZIP文件…',
	openOwn: '打开本站的图志',
	reading: '正在读取…',
	noAtlas: (found) => `里面没有atlas.json，只有：${found}。请选atlas.json所在的文件夹。`,
	nothing: '什么也没有',
	unreadable: (why) => `打不开：${why}`,
	broken: 'ZIP文件已损坏，或大得读不了。',
	district: '区域名称',
	districtHint: '图志以它命名，它也会写在地图上。',
	extent: '地图范围',
	extentHint:
		'西、南、东、北的度数，例如116.6, 40.2, 117.2, 40.7；或中心的经度、纬度和宽度，例如116.9, 40.45, 40 km。',
	extentBad: {
		form: '请写四个数，或写中心和以km计的宽度。',
		order: '西要小于东，南要小于北，都是经纬度的度数。'
	},
	understood: (bounds) => `读作：${bounds}`,
	article: '第一篇文章',
	publisher: '发布者',
	publisherHint: '留空：不详',
	headline: '发布时的标题',
	day: '日期',
	dayHint: '知道多少写多少：2025-06-27、2025-06或2025',
	dayBad: '不是2025-06-27、2025-06或2025形式的日期',
	url: '网址',
	urlBad: '不是以http://或https://开头的网址',
	slug: '网址里的短名',
	slugBad: '只用a到z、数字和单个连字符',
	text: '文章原文',
	textHint: '一段一行。原文属于发布者，只留在本机，不会随图志导出。',
	make: '开始',
	missing: '必填：两种语言的名称、范围和文章日期。'
};

export const startStrings: Record<Lang, typeof en> = { zh, en };
