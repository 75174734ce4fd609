import type { Lang } from '../../atlas/atlas';

const en = {
	map: 'Map of the draft',
	zoomIn: 'Nearer',
	zoomOut: 'Farther',
	home: 'The whole atlas',
	noWebgl:
		'This browser can’t draw the map (it has no WebGL2). Positions can be typed in the form of each place.',
	failed: (reason: string) => `Part of the map can’t be drawn (${reason}).`,
	pointer: 'Position under the pointer, WGS-84: longitude, latitude',
	middle: 'Middle of the map, WGS-84: longitude, latitude'
};

const zh: typeof en = {
	map: '草稿的地图',
	zoomIn: '放大',
	zoomOut: '缩小',
	home: '整个图志',
	noWebgl: '这个浏览器画不了地图（没有WebGL2）。可以在地点的表单里输入坐标。',
	failed: (reason) => `地图有一部分画不出来（${reason}）。`,
	pointer: '指针所在的WGS-84坐标：经度、纬度',
	middle: '地图中心的WGS-84坐标：经度、纬度'
};

export const mapStrings: Record<Lang, typeof en> = { zh, en };
