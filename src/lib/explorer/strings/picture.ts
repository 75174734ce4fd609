import type { Lang } from '../../atlas/atlas';

const en = {
	site: (name: string, status: string, standing: string) => `${name}: ${status}, ${standing}`,
	filter: (words: string) => `Filter: ${words}`,
	datum: 'Datum WGS-84, Web Mercator projection',
	sourcesAtLink: 'Sources of each place: at the link',
	licence: 'Own texts and data: CC BY 4.0'
};

/** What only a picture of the map says; each language has the same keys. */
export const pictureStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		site: (name, status, standing) => `${name}：${status}，${standing}`,
		filter: (words) => `筛选条件：${words}`,
		datum: '坐标系WGS-84，网络墨卡托投影',
		sourcesAtLink: '各地点的来源见链接',
		licence: '文字与自有数据CC BY 4.0'
	}
};
