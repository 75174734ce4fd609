import type { Lang } from '../../atlas/atlas';
import type { Direction } from '../../geo/direction';
import type { MapApp } from '../../geo/hand-over';

const en = {
	title: 'Getting there',
	stations: 'Nearest metro stations',
	stationsInService: 'In service',
	stationsNotYet: 'Not yet in service',
	lineNotYet: 'not yet open',
	stationsFrom: {
		point: 'In a straight line from the mark; walking is further.',
		line: 'In a straight line from the nearest point of the drawn line; walking is further.',
		area: (radius: string) =>
			`In a straight line from the middle of the circle; walking is further. The place may lie anywhere within ${radius} of it, so these distances are only a hint.`
	},
	stationsAsOf: (day: string) => ` Stations as of ${day}.`,
	stationsUnlocated: 'Where this place is has not been published, so nothing can be said.',
	stationsNone: 'The atlas knows no station in service nearby.',
	stationAt: (metres: string, direction: string) => `about ${metres} ${direction}, straight line`,
	stationHere: (metres: string) => `within about ${metres}, straight line`,
	stationDoubt: (metres: string) => `its own place is known to ${metres}`,
	directions: {
		n: 'north',
		ne: 'north-east',
		e: 'east',
		se: 'south-east',
		s: 'south',
		sw: 'south-west',
		w: 'west',
		nw: 'north-west'
	} satisfies Record<Direction, string>,
	apps: 'Open in a map app',
	app: {
		amap: 'AMap',
		baidu: 'Baidu Maps',
		tencent: 'Tencent Maps',
		apple: 'Apple Maps',
		google: 'Google Maps',
		geo: 'Other app (Android)'
	} satisfies Record<MapApp, string>,
	/** What the app will show. */
	shows: {
		point: 'The app shows the mark.',
		circle: (radius: string) =>
			`The app shows the middle of a circle. The place lies somewhere within ${radius} of it, not necessarily there.`,
		line: 'The app shows the middle of the section that is drawn.',
		area: 'The app shows a point within the area that is drawn.'
	},
	error: (metres: string) => ` Error about ${metres}.`,
	datum:
		'Each link is in the app’s own coordinates. On the satellite picture of Google Maps the pin is a few hundred metres off.',
	copyName: 'Copy the Chinese name',
	copied: 'Copied',
	copyThis: 'Press long to copy the name'
};

/** Words for stations near a place and for handing it to map apps; each language has the same keys. */
export const gettingThere: Record<Lang, typeof en> = {
	en,
	zh: {
		title: '怎么去',
		stations: '最近的轨道交通车站',
		stationsInService: '已运营',
		stationsNotYet: '尚未运营',
		lineNotYet: '尚未开通',
		stationsFrom: {
			point: '直线距离，自标记处量起，步行会更远。',
			line: '直线距离，自图上线条最近的一点量起，步行会更远。',
			area: (radius) =>
				`直线距离，自圆心量起，步行会更远。这个地点可能在${radius}范围内的任何一处，距离只供参考。`
		},
		stationsAsOf: (day) => `车站资料截至${day}。`,
		stationsUnlocated: '这个地点的位置没有公布，无从说起。',
		stationsNone: '资料中附近没有已运营的车站。',
		stationAt: (metres, direction) => `${direction}，直线约${metres}`,
		stationHere: (metres) => `直线约${metres}以内`,
		stationDoubt: (metres) => `车站自身位置误差约${metres}`,
		directions: {
			n: '以北',
			ne: '东北',
			e: '以东',
			se: '东南',
			s: '以南',
			sw: '西南',
			w: '以西',
			nw: '西北'
		},
		apps: '在地图应用里打开',
		app: {
			amap: '高德地图',
			baidu: '百度地图',
			tencent: '腾讯地图',
			apple: '苹果地图',
			google: '谷歌地图',
			geo: '其他应用（安卓）'
		},
		shows: {
			point: '打开后标出的是图上标记的位置。',
			circle: (radius) => `打开后标出的是圆心：地点在它周围${radius}以内的某处，未必就在那一点。`,
			line: '打开后标出的是图上这一段的中点。',
			area: '打开后标出的是图上范围之内的一点。'
		},
		error: (metres) => `误差约${metres}。`,
		datum: '各家坐标系不同，链接已分别换算。谷歌地图的卫星图上会偏几百米。',
		copyName: '复制地名',
		copied: '已复制',
		copyThis: '请长按复制地名'
	}
};
