import type { Lang } from '../../../atlas/atlas';
import type { TypingError } from '../../../measure/typed-corners';
import type { Answer } from '../../../shown/reach';
import type { MeasureName, ShapeKind } from '../../../view/measure';

const en = {
	what: 'What to measure',
	measures: {
		shape: 'Distance and area',
		catchment: 'Station catchment',
		nearest: 'Nearest station',
		line: 'Metro line'
	} satisfies Record<MeasureName, string>,
	download: 'Download GeoJSON',
	copy: 'Copy the text',
	copied: 'Copied',
	copyThis: (name: string) => `Copy this and save it as ${name}`,

	kinds: { line: 'Distance', area: 'Area' } satisfies Record<ShapeKind, string>,
	draw: 'Draw on the map',
	drawAgain: 'Draw anew',
	finish: 'Finish',
	undo: 'Undo corner',
	clear: 'Clear',
	howToDraw: {
		line: 'Click on the map to set corners; click the last one again, or Finish, to end.',
		area: 'Click on the map to set corners; click the first one again, or Finish, to end.'
	} satisfies Record<ShapeKind, string>,
	noMapYet: 'There is no live map to draw on now. Type coordinates instead.',
	mapIsOff: 'The map is switched off. Type coordinates instead, or show the map again.',
	drawFailed: 'Drawing could not start. Try again, or type coordinates instead.',
	coordinates: 'Coordinates',
	howToType:
		'One corner on each line: longitude, latitude in WGS-84. Measured when you leave the field.',
	typingErrors: {
		'not-two-numbers': ({ line, text }) =>
			`Line ${line}, “${text}”, is not two numbers. Write longitude, latitude, such as 106.55, 29.52.`,
		swapped: ({ line, text }) =>
			`Line ${line}, “${text}”, has latitude first. Write longitude before latitude.`,
		'not-on-earth': ({ line, text }) =>
			`Line ${line}, “${text}”, is not a place on the map: longitude goes from −180 to 180, latitude from −85 to 85.`,
		'too-many': ({ line }) =>
			`Line ${line} is one corner too many; 40 are the most. Leave some out.`
	} satisfies Record<TypingError['reason'], (error: TypingError) => string>,
	moreCorners: { line: 'Two corners make a distance.', area: 'Three corners make an area.' },
	total: 'Total',
	area: 'Area',
	perimeter: 'Perimeter',
	legs: 'From corner to corner',
	crossesItself:
		'The outline crosses itself, so it has no single area. Undo a corner or set them anew.',
	onEllipsoid: 'Shortest ways on the WGS-84 ellipsoid; corners to about a metre.',
	useAsFilter: 'Show only places inside',
	dropFilter: 'Show places elsewhere too',

	radius: 'Radius',
	otherRadius: 'Other',
	metres: 'm',
	stations: 'Stations',
	allLines: 'All in service',
	stationCount: (count: number) =>
		count === 1 ? '1 station in service' : `${count} stations in service`,
	reached: 'Area reached',
	workingOut: 'Working it out …',
	unionFailed:
		'The area could not be worked out. Try again, or with another radius or fewer stations.',
	sitesInside: 'Places inside',
	share: (least: string, most: string, total: number) =>
		least === most ? `${least} of ${total} places` : `${least} to ${most} of ${total} places`,
	answers: {
		yes: 'Inside',
		maybe: 'Maybe inside',
		no: 'Outside',
		unknown: 'Place unknown'
	} satisfies Record<Answer | 'unknown', string>,
	howInside:
		'In a straight line from the station. A place or station that is not known exactly is “maybe” where that decides it; a line counts if any of it lies inside.',

	place: 'Place',
	station: 'Station',
	distance: 'Distance',
	atMost: (distance: string) => `at most ${distance}`,
	placeUnknown: 'Nobody has published where it is.',
	noStation: 'The atlas has no station in service.',
	asTheCrowFlies:
		'To the nearest station in service, as the crow flies, not on foot. From a line, from its nearest point.',

	line: 'Line',
	chooseLine: 'Choose a line',
	tracksFailed: 'The tracks could not be loaded. Check the connection, then try again.',
	noTracks: 'The atlas has no tracks of this line.',
	length: 'Length of its tracks',
	stopCount: 'Stations',
	spacing: 'Between stations',
	spacingOf: (least: string, median: string, most: string) =>
		`${least} at least, ${median} in the median, ${most} at most`,
	stretch: (from: string, to: string) => `${from} – ${to}`,
	ring: (from: string) => `Ring from ${from}`,
	branches: (names: string) => `The line branches at ${names}; each stretch is listed by itself.`,
	parts: (count: number) => `Its tracks fall into ${count} parts that do not join.`,
	withoutTrack: (names: string) => `No track leads to ${names}.`,
	unknownStop: (id: string) => `${id} (not among the stations)`,
	gap: (distance: string) =>
		`Where tracks meet at a station their ends lie up to ${distance} apart; this is not counted.`,
	onlyTracks:
		'Measured along the tracks that the atlas has. Where they end need not be where the line ends.'
};

/** Words of the measuring tools. Each language has the same keys. */
export const measureStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		what: '量什么',
		measures: {
			shape: '距离与面积',
			catchment: '车站覆盖',
			nearest: '最近车站',
			line: '轨道线路'
		},
		download: '下载GeoJSON',
		copy: '复制文本',
		copied: '已复制',
		copyThis: (name) => `请复制以下文本，保存为${name}`,

		kinds: { line: '距离', area: '面积' },
		draw: '在地图上画',
		drawAgain: '重新画',
		finish: '完成',
		undo: '撤销一点',
		clear: '清除',
		howToDraw: {
			line: '点按地图逐点画线；再点一次最后一点，或按“完成”，即可结束。',
			area: '点按地图逐点画出边界；再点一次第一点，或按“完成”，即可结束。'
		},
		noMapYet: '现在没有可以画线的地图，请直接输入坐标。',
		mapIsOff: '地图已关闭。请直接输入坐标，或重新打开地图。',
		drawFailed: '未能开始绘制。请再试一次，或直接输入坐标。',
		coordinates: '坐标',
		howToType: '每行一点：经度, 纬度（WGS-84）。离开输入框后即开始量算。',
		typingErrors: {
			'not-two-numbers': ({ line, text }) =>
				`第${line}行“${text}”不是两个数。请写成“经度, 纬度”，例如106.55, 29.52。`,
			swapped: ({ line, text }) => `第${line}行“${text}”把纬度写在了前面。请先写经度，再写纬度。`,
			'not-on-earth': ({ line, text }) =>
				`第${line}行“${text}”超出地图范围：经度应在−180到180之间，纬度应在−85到85之间。`,
			'too-many': ({ line }) => `从第${line}行起超出了40点的上限，请删去一些。`
		},
		moreCorners: { line: '有两点才能量距离。', area: '有三点才能量面积。' },
		total: '总长',
		area: '面积',
		perimeter: '周长',
		legs: '各段长度',
		crossesItself: '边界自相交，面积无法确定。请撤销一点，或重新画。',
		onEllipsoid: '按WGS-84椭球面上的最短路线计算，各点精确到约1米。',
		useAsFilter: '只看范围内的地点',
		dropFilter: '不再限于此范围',

		radius: '半径',
		otherRadius: '其他',
		metres: '米',
		stations: '车站',
		allLines: '全部运营车站',
		stationCount: (count) => `${count}座运营车站`,
		reached: '覆盖面积',
		workingOut: '正在计算……',
		unionFailed: '未能算出面积。请再试一次，或换一个半径、减少车站。',
		sitesInside: '覆盖的地点',
		share: (least, most, total) =>
			least === most ? `占${total}处地点的${least}` : `占${total}处地点的${least}至${most}`,
		answers: { yes: '在范围内', maybe: '可能在范围内', no: '在范围外', unknown: '位置不明' },
		howInside:
			'从车站按直线距离计算。地点或车站的位置不够确切、因而无法断定的，列为“可能”；线状地点只要有一段在范围内就算。',

		place: '地点',
		station: '车站',
		distance: '距离',
		atMost: (distance) => `至多${distance}`,
		placeUnknown: '没有公开的位置。',
		noStation: '图集里没有运营车站。',
		asTheCrowFlies: '到最近运营车站的直线距离，不是步行距离。线状地点从离车站最近的一点量起。',

		line: '线路',
		chooseLine: '请选择线路',
		tracksFailed: '未能载入轨道数据。请检查网络后重试。',
		noTracks: '图集里没有这条线路的轨道。',
		length: '轨道长度',
		stopCount: '车站数',
		spacing: '站间距',
		spacingOf: (least, median, most) => `最短${least}，中位数${median}，最长${most}`,
		stretch: (from, to) => `${from}—${to}`,
		ring: (from) => `环线，自${from}起`,
		branches: (names) => `线路在${names}分岔，各段分别列出。`,
		parts: (count) => `轨道分成互不相连的${count}部分。`,
		withoutTrack: (names) => `${names}没有轨道相连。`,
		unknownStop: (id) => `${id}（车站资料中没有）`,
		gap: (distance) => `同一车站处各段轨道的端点相距至多${distance}，未计入长度。`,
		onlyTracks: '按图集收录的轨道量算；轨道中断处不一定是线路的终点。'
	}
};
