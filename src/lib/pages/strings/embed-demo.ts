import type { Lang } from '../../atlas/atlas';

const en = {
	title: 'The embed in a page',
	paper: 'A Newspaper',
	lead: 'A page as a publisher might have it: plain text without links, and beside it the embed. The script finds the places in the text; each leads to the map, and the map leads back.',
	other: '中文',
	mapTitle: 'Map of the places in this article',
	log: 'Messages between page and embed'
};

/** Words of the page to try the embed; each language has the same keys. */
export const embedDemo: Record<Lang, typeof en> = {
	en,
	zh: {
		title: '嵌入示例',
		paper: '某报',
		lead: '这一页仿照一般的新闻网页：正文是没有链接的纯文字，旁边是嵌入的地图。脚本在正文里找出地名，点地名看地图，点地图回正文。',
		other: 'English',
		mapTitle: '本文地点的地图',
		log: '网页与地图之间的消息'
	}
};
