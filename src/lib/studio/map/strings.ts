import type { Lang } from '../../atlas/atlas';
import type { Precision } from '../../atlas/schema';
import type { NoPosition } from '../../geo/typed-position';
import type { MapTask } from '../desk.svelte';

const en = {
	zoomIn: 'Nearer',
	zoomOut: 'Farther',
	canvas: 'Map of the draft; arrows move it, + and − zoom',
	home: 'The whole atlas',
	noWebgl:
		'This browser can’t draw the map (it has no WebGL2). Positions can be typed in the form of each place.',
	notLoaded:
		'The map did not load. Your work is kept all the same, and positions can be typed in the form of each place. Check the network and try again, or load the page again.',
	noDragging:
		'What moves corners did not load. Check the network and try again, or load the page again.',
	tryAgain: 'Try again',
	failed: (reason: string) => `Part of the map can’t be drawn (${reason}).`,
	pointer: 'Position under the pointer, WGS-84: longitude, latitude',
	middle: 'Middle of the map, WGS-84: longitude, latitude',
	howWell: 'How well is the place known?',
	precisions: {
		exact: ['Exactly', 'To 500 m or better, and a source says so.'],
		approximate: [
			'Approximately',
			'The shape stands for it; it lies within so many metres of that.'
		],
		area: ['I only know the area', 'It lies somewhere in a circle, which the map shows dashed.'],
		unlocated: [
			'Unknown',
			'Nobody has published where it is. It is only in lists, with the smallest area that must contain it.'
		]
	} satisfies Record<Precision, [string, string]>,
	tasks: {
		point: 'Place a point',
		line: 'Trace a line',
		area: 'Outline an area',
		circle: 'Draw the circle',
		adjust: 'Adjust on the map'
	} satisfies Record<MapTask, string>,
	doing: {
		point:
			'Click where it is. With the keyboard: arrows move the map, Enter sets the point in its middle.',
		line: 'Click from corner to corner, and on the last one again to finish. Space sets a corner in the middle of the map.',
		area: 'Click from corner to corner, and on the first one to close. Space sets a corner in the middle of the map.',
		circle:
			'Click the centre, then a place on the rim. Enter sets either in the middle of the map.',
		adjust:
			'Drag a point, a corner, or the centre or rim of a circle. A small point between corners adds one; a right click takes one away.'
	} satisfies Record<MapTask, string>,
	finish: 'Finish',
	lastCorner: 'Take back a corner',
	setMiddle: 'Set at the cross',
	cancel: 'Cancel',
	done: 'Done',
	snap: 'Snap to roads and rail',
	corners: (n: number) => (n === 1 ? '1 corner' : `${n} corners`),
	tooFew: (least: number) => `It needs at least ${least} corners.`,
	removeShape: 'Take the shape away',
	shapes: {
		Point: 'A point',
		LineString: 'A line',
		MultiLineString: 'A line in several parts',
		Polygon: 'An area',
		MultiPolygon: 'An area in several parts'
	} as Record<string, string>,
	noShape: 'Nothing is placed yet.',
	circle: (radius: string) => `A circle of ${radius} around its centre.`,
	noCircle: 'No circle is drawn yet.',
	position: 'Position',
	center: 'Centre',
	positionHint: 'Longitude, latitude: 106.57, 29.53, or 106°34′12″E 29°31′48″N',
	datum: 'Where the numbers come from',
	datums: {
		'WGS-84': 'WGS-84: GPS, OpenStreetMap, this map; CGCS2000 counts as the same',
		'GCJ-02': 'GCJ-02: AMap, Tencent, Google in China',
		'BD-09': 'BD-09: Baidu'
	},
	understood: (at: string) => `Understood as WGS-84 ${at}`,
	moved: (metres: string) => `${metres} from where the typed numbers would lie`,
	swap: (at: string) => `Latitude first? Take ${at}`,
	outside: 'This lies outside the bounds of the atlas.',
	wrong: {
		'not-two-numbers': 'These are not two numbers: write longitude, latitude.',
		'not-minutes': 'Minutes and seconds are less than 60.',
		'not-on-earth': 'No place has these numbers: longitude goes to 180, latitude to 90.',
		swapped: 'This is only a place with latitude first.'
	} satisfies Record<NoPosition, string>,
	inLine: (line: number, text: string, wrong: string) => `Line ${line}, “${text}”: ${wrong}`,
	coordinates: 'Corners',
	coordinatesHint:
		'WGS-84, one longitude, latitude a line; an empty line begins another part. What can’t be read is not taken over.',
	holes: 'This area has holes. Its corners are written in the file.',
	toFile: 'Show in the file',
	broken: 'The file has something here that is no shape.',
	accuracy: 'Accuracy in metres',
	accuracyHint: 'It lies within so many metres of what is drawn.',
	radius: 'Radius in metres',
	schematic: 'A sketch: it joins known points and is no alignment. Drawn dashed.',
	basis: 'How the place was found',
	basisHint: 'From what, and how it was placed',
	sources: 'Sources of the place',
	areaName: 'Name of the area',
	areaWhy: 'Why it must lie in there'
};

const zh: typeof en = {
	zoomIn: '放大',
	zoomOut: '缩小',
	canvas: '草稿地图；方向键移动，+和−缩放',
	home: '整个图志',
	noWebgl: '这个浏览器画不了地图（没有WebGL2）。可以在地点的表单里输入坐标。',
	notLoaded:
		'地图没有载入，作品照常保存，位置可以在地点的表单里输入。请检查网络后重试，或重新载入本页。',
	noDragging: '移动角点的功能没有载入。请检查网络后重试，或重新载入本页。',
	tryAgain: '重试',
	failed: (reason) => `地图有一部分画不出来（${reason}）。`,
	pointer: '指针处的WGS-84坐标：经度、纬度',
	middle: '地图中心的WGS-84坐标：经度、纬度',
	howWell: '位置知道得多准？',
	precisions: {
		exact: ['准确', '误差不超过500米，而且有来源为据。'],
		approximate: ['大致', '图形只是近似，实际位置在若干米之内。'],
		area: ['只知道大致范围', '在一个圆的范围之内，地图上画成虚线圆。'],
		unlocated: ['不知道', '没有人公布过位置。只列在名单里，并写明必定包含它的最小范围。']
	},
	tasks: {
		point: '放一个点',
		line: '描一条线',
		area: '勾一片范围',
		circle: '画圆',
		adjust: '在地图上调整'
	},
	doing: {
		point: '点击它所在的位置。用键盘时：方向键移动地图，回车把点放在地图中心。',
		line: '依次点击各个拐点，再点一次最后一点就完成。空格键在地图中心放一个拐点。',
		area: '依次点击各个角，点回第一个角就闭合。空格键在地图中心放一个角。',
		circle: '先点圆心，再点圆周上一处。回车取地图中心。',
		adjust: '拖动点、拐点、圆心或圆周。拖动两个拐点之间的小点可以添加拐点，右键点击可以删除拐点。'
	},
	finish: '完成',
	lastCorner: '退回一个拐点',
	setMiddle: '放在十字处',
	cancel: '取消',
	done: '完成',
	snap: '吸附到道路和轨道',
	corners: (n) => `${n}个拐点`,
	tooFew: (least) => `至少需要${least}个拐点。`,
	removeShape: '去掉图形',
	shapes: {
		Point: '一个点',
		LineString: '一条线',
		MultiLineString: '分成几段的线',
		Polygon: '一片范围',
		MultiPolygon: '分成几块的范围'
	},
	noShape: '还没有放到地图上。',
	circle: (radius) => `以圆心为中心，半径${radius}的圆。`,
	noCircle: '还没有画圆。',
	position: '坐标',
	center: '圆心',
	positionHint: '经度在前、纬度在后：106.57, 29.53，或东经106°34′12″ 北纬29°31′48″',
	datum: '坐标从哪里来',
	datums: {
		'WGS-84': 'WGS-84：GPS、OpenStreetMap、本地图；CGCS2000视为相同',
		'GCJ-02': 'GCJ-02：高德、腾讯、谷歌中国',
		'BD-09': 'BD-09：百度'
	},
	understood: (at) => `换算成WGS-84：${at}`,
	moved: (metres) => `与直接照填的位置相距${metres}`,
	swap: (at) => `纬度写在前面了？改用${at}`,
	outside: '这里在图志的范围之外。',
	wrong: {
		'not-two-numbers': '没有读到两个数：请写经度、纬度。',
		'not-minutes': '分和秒要小于60。',
		'not-on-earth': '地球上没有这个位置：经度不超过180，纬度不超过90。',
		swapped: '这样只有把纬度放在前面才说得通。'
	},
	inLine: (line, text, wrong) => `第${line}行“${text}”：${wrong}`,
	coordinates: '各点坐标',
	coordinatesHint: 'WGS-84，一行一个经度、纬度；空一行另起一段。读不出来的内容不会写入。',
	holes: '这片范围里面有洞，请在文件里修改坐标。',
	toFile: '到文件里看',
	broken: '文件在这里写的不是图形。',
	accuracy: '误差（米）',
	accuracyHint: '实际位置与所画图形相差不超过这么多米。',
	radius: '半径（米）',
	schematic: '示意线：只是连接已知的点，不是实际走向。画成虚线。',
	basis: '位置怎样得来',
	basisHint: '依据什么、怎样定的位',
	sources: '位置的来源',
	areaName: '范围的名称',
	areaWhy: '为什么一定在这个范围里'
};

export const mapStrings: Record<Lang, typeof en> = { zh, en };

/** What changes of a place are called. */
export const CHANGES = {
	precision: { zh: '修改位置的精度', en: 'how well the place is known' },
	position: { zh: '修改坐标', en: 'position' },
	shape: { zh: '修改图形', en: 'shape' },
	circle: { zh: '修改圆', en: 'circle' },
	remove: { zh: '去掉图形', en: 'shape taken away' },
	accuracy: { zh: '修改误差', en: 'accuracy' },
	schematic: { zh: '修改示意线', en: 'sketch' },
	basis: { zh: '修改位置的依据', en: 'how the place was found' },
	sources: { zh: '修改位置的来源', en: 'sources of the place' },
	area: { zh: '修改范围', en: 'area' }
};
