import type { Lang } from '../../../atlas/atlas';
import { isolated } from '../../../text/isolated';
import type { OverlayKind } from '../../../view/overlays';

const en = {
	base: 'Base map',
	bases: {
		embedded: 'This atlas’s own',
		none: 'None',
		tianditu: 'Tianditu',
		protomaps: 'Streets (Protomaps)',
		address: 'Protomaps archive by address'
	},
	archiveAddress: 'Address of a PMTiles archive',
	load: 'Load',
	opening: 'Loading…',
	isOpen: (host: string) => `On the map, from ${host}.`,
	asking: (host: string) => `The link wants to load this from ${host}.`,
	retry: 'Try again',
	datum: 'Tianditu measures in CGCS2000, taken as WGS-84: the two are less than a metre apart.',
	noList: 'The list of this site’s other base maps did not load.',
	noGround:
		'Water, green, roads and their names are this atlas’s own base map’s, which is not shown.',
	layers: 'Layers by address',
	address: 'Address',
	addressHint: 'GeoJSON, PMTiles, tiles with {z}/{x}/{y}, WMTS or WMS',
	kind: 'Kind',
	kinds: {
		geojson: 'GeoJSON',
		pmtiles: 'PMTiles',
		xyz: 'Tiles (XYZ)',
		wmts: 'WMTS',
		wms: 'WMS'
	} satisfies Record<OverlayKind, string>,
	byAddress: 'As the address says',
	add: 'Add',
	privacy:
		'The host learns that someone looks at this part of the map. Nothing else is sent to it.',
	notAddress:
		'This is no address: it should start with https:// or be one on this site, without name and password.',
	unknownKind: 'The address does not say what it gives. Choose the kind.',
	isThere: 'This address is among the layers already.',
	tooMany: (most: number) =>
		`There are ${most} layers, which is all that a link can hold. Remove one first.`,
	shown: (name: string) => `Show ${isolated(name)}`,
	opacity: (name: string) => `Opacity of ${isolated(name)}`,
	remove: 'Remove',
	named: (what: string, name: string) => `${what}: ${isolated(name)}`,
	zooms: (from: number, to: number) => `zooms ${from} to ${to}`,
	tooFar: (from: number) => `Nothing is shown at this zoom: it begins at zoom ${from}.`,
	choose: 'Layer of the service',
	chooseFirst: 'Choose a layer',
	here: 'this site',
	failed: (name: string) => `${isolated(name)} is not shown.`,
	next: (next: string) => `What to do: ${next}`,
	noMap: 'There is no live map on this device, so these can’t be shown.',
	wants: (hosts: string) => `This link wants to load layers from ${hosts}.`,
	agree: 'Load',
	decline: 'Don’t load',
	baseFailed: (name: string) => `${name} could not be loaded; this atlas’s own base map is shown.`,
	useOwn: 'Keep the own base map'
};

/** Words for bases and layers from other addresses; each language has the same keys. */
export const baseStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		base: '底图',
		bases: {
			embedded: '内置底图',
			none: '不要底图',
			tianditu: '天地图',
			protomaps: '街道底图（Protomaps）',
			address: '自填Protomaps底图地址'
		},
		archiveAddress: 'PMTiles文件地址',
		load: '载入',
		opening: '载入中……',
		isOpen: (host) => `已上图，来自${host}。`,
		asking: (host) => `链接要从${host}载入它。`,
		retry: '再试一次',
		datum: '天地图采用CGCS2000坐标系，这里视同WGS-84，两者相差不到1米。',
		noList: '本站另有的底图清单没有载入。',
		noGround: '水面、绿地、道路及其名称属于内置底图，现在没有显示。',
		layers: '按地址添加图层',
		address: '地址',
		addressHint: 'GeoJSON、PMTiles、含{z}/{x}/{y}的瓦片、WMTS或WMS',
		kind: '种类',
		kinds: { geojson: 'GeoJSON', pmtiles: 'PMTiles', xyz: '瓦片（XYZ）', wmts: 'WMTS', wms: 'WMS' },
		byAddress: '按地址识别',
		add: '添加',
		privacy: '对方服务器会知道有人在看地图的这一带，此外什么也不会发给它。',
		notAddress: '这不是可用的地址：应以https://开头，或是本站的地址，且不含用户名和密码。',
		unknownKind: '从地址看不出是哪一种，请选择种类。',
		isThere: '这个地址已在图层里。',
		tooMany: (most) => `已有${most}个图层，链接里放不下更多，请先移除一个。`,
		shown: (name) => `显示${isolated(name)}`,
		opacity: (name) => `${isolated(name)}的不透明度`,
		remove: '移除',
		named: (what, name) => `${what}：${isolated(name)}`,
		zooms: (from, to) => `第${from}至${to}级`,
		tooFar: (from) => `当前级别没有内容，放大到第${from}级才有。`,
		choose: '服务中的图层',
		chooseFirst: '请选择图层',
		here: '本站',
		failed: (name) => `${isolated(name)}没有显示。`,
		next: (next) => `怎么办：${next}`,
		noMap: '这台设备上没有交互地图，这些图层无法显示。',
		wants: (hosts) => `这个链接要从${hosts}载入图层。`,
		agree: '载入',
		decline: '不载入',
		baseFailed: (name) => `${name}没能载入，现显示内置底图。`,
		useOwn: '改用内置底图'
	}
};
