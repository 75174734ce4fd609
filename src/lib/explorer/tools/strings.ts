import type { Lang } from '../../atlas/atlas';
import type { Facet } from '../../view/filter';
import { isolated } from '../../text/isolated';
import type { Tool } from '../../view/view';

const en = {
	tools: {
		filter: 'Filter',
		table: 'Table',
		layers: 'Layers',
		measure: 'Measure',
		compare: 'Compare',
		files: 'Files',
		export: 'Export'
	} satisfies Record<Tool, string>,
	facets: {
		status: 'Status',
		theme: 'Theme',
		kind: 'Kind',
		precision: 'Location',
		promise: 'Promise'
	} satisfies Record<Facet, string>,
	kept: (count: number, total: number) => `${count} of ${total} places`,
	name: 'Name contains',
	nameHint: 'Chinese or English, other names included',
	near: 'Distance',
	nearNone: 'Anywhere',
	nearSite: 'from a place',
	nearStation: 'from a metro station',
	nearMiddle: 'from the middle of the map',
	within: 'Within',
	kilometres: 'km',
	nearMaybe: (count: number) =>
		count === 1
			? '1 of them only perhaps: its place is not known well enough.'
			: `${count} of them only perhaps: their places are not known well enough.`,
	area: 'Area',
	drawArea: 'Draw an area on the map',
	drawAgain: 'Draw anew',
	finish: 'Finish',
	undo: 'Undo the last corner',
	areaHint: 'Click on the map to set corners; click the first one again, or Finish, to end.',
	anywhere: 'Anywhere again',
	noPen: 'An area can be drawn when the live map is there.',
	own: 'Own files',
	features: (count: number) =>
		count === 1 ? '1 feature' : `${count.toLocaleString('en')} features`,
	solo: 'Only this',
	allGroups: 'Show all',
	opacity: (layer: string) => `Opacity of ${isolated(layer)}`,
	inSight: (count: number, total: number) => `${count} of ${total} in sight`,
	inAll: (count: number) => `${count} in all`,
	ours: 'CC BY 4.0, our own data',
	asOf: (day: string) => `as of ${day}`,
	legend: 'Legend'
};

/** Words of the panel of tools; it comes later than the page. Each language has the same keys. */
export const toolStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		tools: {
			filter: '筛选',
			table: '表格',
			layers: '图层',
			measure: '量算',
			compare: '比较',
			files: '文件',
			export: '导出'
		},
		facets: {
			status: '状态',
			theme: '主题',
			kind: '类别',
			precision: '位置',
			promise: '承诺'
		},
		kept: (count, total) => `${total}处地点中的${count}处`,
		name: '名称包含',
		nameHint: '中文或英文，别名也算',
		near: '距离',
		nearNone: '不限',
		nearSite: '距某个地点',
		nearStation: '距某个轨道车站',
		nearMiddle: '距地图中心',
		within: '不超过',
		kilometres: '公里',
		nearMaybe: (count) => `其中${count}处位置不够确切，只能说可能符合。`,
		area: '范围',
		drawArea: '在地图上画范围',
		drawAgain: '重新画',
		finish: '完成',
		undo: '撤销上一点',
		areaHint: '点按地图逐点画出边界；再点一次第一点，或按“完成”，即可结束。',
		anywhere: '不限范围',
		noPen: '实时地图出现后才能画范围。',
		own: '自己的文件',
		features: (count) => `${count.toLocaleString('zh')}个要素`,
		solo: '只看这组',
		allGroups: '全部显示',
		opacity: (layer) => `${isolated(layer)}的不透明度`,
		inSight: (count, total) => `图中${count}，共${total}`,
		inAll: (count) => `共${count}`,
		ours: 'CC BY 4.0，自有数据',
		asOf: (day) => `截至${day}`,
		legend: '图例'
	}
};
