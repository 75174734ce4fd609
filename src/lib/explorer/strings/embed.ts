import type { Lang } from '../../atlas/atlas';

const en = {
	pageTitle: (atlas: string) => `${atlas}: map`,
	openFull: 'Open full map',
	allSites: (count: number) => (count === 1 ? '1 place' : `${count} places`),
	wheelHint: 'Hold Ctrl (⌘ on a Mac) while scrolling to zoom',
	touchHint: 'Move the map with two fingers'
};

/** Words of the embed alone; each language has the same keys. */
export const embedStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		pageTitle: (atlas) => `${atlas}：地图`,
		openFull: '打开完整地图',
		allSites: (count) => `${count}处地点`,
		wheelHint: '按住Ctrl（Mac上按⌘）再滚动，即可缩放',
		touchHint: '双指移动地图'
	}
};
