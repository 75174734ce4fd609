import type { Lang } from '../../atlas/atlas';

/** Where a position is taken from. */
export type Taken = 'pointer' | 'click' | 'middle';

const en = {
	title: 'Coordinates',
	taken: {
		pointer: 'At the pointer',
		click: 'At the click',
		middle: 'Middle of the map'
	} satisfies Record<Taken, string>,
	/** In the order of the language, to be broken between only. */
	position: (lng: string, lat: string) => [`${lat}° N`, `${lng}° E`],
	shifted: 'In GCJ-02, as Chinese map services count',
	copy: 'Copy the coordinates',
	copied: 'Copied',
	refused: 'Copying was refused: mark the figures instead'
};

/** Words of the readout of coordinates. Each language has the same keys. */
export const coordinateStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		title: '坐标',
		taken: { pointer: '指针处', click: '点击处', middle: '图中心' },
		position: (lng, lat) => [`东经${lng}°`, `北纬${lat}°`],
		shifted: '换成GCJ-02（国内地图服务所用）',
		copy: '复制坐标',
		copied: '已复制',
		refused: '无法复制，请选中数字'
	}
};
