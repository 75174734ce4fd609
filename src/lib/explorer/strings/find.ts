import type { Lang } from '../../atlas/atlas';
import type { EntryKind } from '../../search/search-index';
import { isolated } from '../../text/isolated';
import type { NoLocation } from '../find/locate';

const en = {
	label: 'Search places, stations, lines, roads and passages',
	placeholder: 'Name, pinyin or initials',
	clear: 'Clear',
	results: 'Results',
	count: (count: number) => (count === 1 ? '1 result' : `${count} results`),
	kinds: {
		site: 'Places of the article',
		station: 'Metro stations',
		line: 'Metro lines',
		road: 'Roads',
		ground: 'Names on the map'
	} satisfies Record<EntryKind, string>,
	passages: 'In the article',
	similar: 'Nothing is called that exactly. Did you mean:',
	none: (query: string) => `Nothing found for “${isolated(query)}”.`,
	noneHelp:
		'Try fewer characters, the Chinese name, its pinyin (taohuaqiao) or initials (thq), or the English name. Old names are known too. Only what the article names, and the metro and main roads around it, can be found.',
	more: (count: number) => `${count} more`,
	recent: 'Looked for of late',
	forget: 'Forget these',
	examples: 'For example',
	nearTitle: 'What is near?',
	here: 'Near me',
	why: 'Asks your browser for your position, once and only when you tap. It stays on this device and is not in the link.',
	asking: 'Waiting for your position…',
	onMap: 'Point on the map',
	pointing: 'Tap a place on the map, or move the map and take its middle.',
	middle: 'Take the middle',
	cancel: 'Cancel',
	noLocation: {
		missing:
			'This browser gives no position here. Search for a station or a road, or point on the map.',
		refused:
			'Your browser refused your position. You can allow it in the settings of the browser, or search for a station or point on the map.',
		unavailable: 'Your position could not be found out. Search for a station or point on the map.',
		slow: 'Finding your position took too long. Try again, search for a station or point on the map.'
	} satisfies Record<NoLocation, string>,
	nearSite: (name: string) => `What is near ${name}?`,
	around: (name: string) => `Around ${name}`,
	yourPlace: 'where you are',
	thatPlace: 'the place you chose',
	error: (metres: string) => `Known to about ${metres}.`,
	isShifted: 'My position is shown some 500 m off: this browser gives GCJ-02 coordinates',
	outside: (metres: string) =>
		`This lies beyond the atlas. Its nearest place is about ${metres} away.`,
	reach: 'Within',
	kilometres: (count: number) => `${count} km`,
	asOf: (day: string) => `Straight lines; statuses as of ${day}.`,
	nearestStation: 'Nearest open metro station',
	noStation: 'The atlas knows no open station nearby.',
	station: (name: string, lines: string) => `${name} (${lines})`,
	within: (reach: string) => `Within ${reach}`,
	perhaps: (reach: string) => `Perhaps within ${reach}`,
	nothing: (reach: string) => `Nothing that the article names lies within ${reach}.`,
	nearest: (name: string, metres: string) => `The nearest is ${name}, about ${metres} away.`,
	somewhere: (metres: string) => `somewhere within ${metres}`,
	isHere: 'here',
	link: 'Put this place into the link',
	linkWhy: 'Whoever gets the link then sees it.',
	inLink: 'The link names this place.',
	end: 'Done',
	metroStation: 'metro station',
	lineStatus: (status: string, day: string) => `${status}, as of ${day}`,
	sitesOfLine: 'Places of the article on it',
	since: (day: string) => `since ${day}`,
	changes: 'What has changed since the article'
};

/** Words for finding things by name or by place. Each language has the same keys. */
export const findStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		label: '搜地点、车站、线路、道路和段落',
		placeholder: '名称、拼音或首字母',
		clear: '清除',
		results: '结果',
		count: (count) => `${count}条结果`,
		kinds: {
			site: '文中地点',
			station: '轨道车站',
			line: '轨道线路',
			road: '道路',
			ground: '图上地名'
		},
		passages: '正文',
		similar: '没有完全相符的，您要找的是不是：',
		none: (query) => `没有找到“${isolated(query)}”。`,
		noneHelp:
			'可以少输几个字，或换成中文名、全拼（taohuaqiao）、首字母（thq）、英文名；旧名也查得到。能查的只有文中地点，以及附近的轨道和主要道路。',
		more: (count) => `还有${count}条`,
		recent: '最近找过',
		forget: '清除记录',
		examples: '例如',
		nearTitle: '附近有什么？',
		here: '我的附近',
		why: '点按后向浏览器询问一次您的位置，只用在这台设备上，也不写进链接。',
		asking: '正在定位……',
		onMap: '在地图上点选',
		pointing: '在地图上点一处，或移动地图取正中。',
		middle: '取正中',
		cancel: '取消',
		noLocation: {
			missing: '这里无法定位。请搜一个车站或一条路，或在地图上点选。',
			refused: '浏览器没有允许定位。可以在浏览器设置里放行，也可以搜车站，或在地图上点选。',
			unavailable: '定位没有成功。请搜一个车站，或在地图上点选。',
			slow: '定位超时。请再试一次，或搜车站、在地图上点选。'
		},
		nearSite: (name) => `${name}附近有什么？`,
		around: (name) => `${name}周边`,
		yourPlace: '您的位置',
		thatPlace: '所选位置',
		error: (metres) => `误差约${metres}。`,
		isShifted: '我的位置偏了约500米：这个浏览器给的是GCJ-02坐标',
		outside: (metres) => `这里不在图志的范围内，离最近的地点约${metres}。`,
		reach: '范围',
		kilometres: (count) => `${count}公里`,
		asOf: (day) => `均为直线距离；状态核对至${day}。`,
		nearestStation: '最近的已运营车站',
		noStation: '资料中附近没有已运营的车站。',
		station: (name, lines) => `${name}（${lines}）`,
		within: (reach) => `${reach}以内`,
		perhaps: (reach) => `可能在${reach}以内`,
		nothing: (reach) => `${reach}以内没有文中提到的地点。`,
		nearest: (name, metres) => `最近的是${name}，约${metres}。`,
		somewhere: (metres) => `在${metres}以内的某处`,
		isHere: '就在这里',
		link: '把这个位置写进链接',
		linkWhy: '收到链接的人都会看到它。',
		inLink: '链接里有这个位置。',
		end: '完成',
		metroStation: '轨道车站',
		lineStatus: (status, day) => `${status}，截至${day}`,
		sitesOfLine: '文中相关地点',
		since: (day) => `${day}起`,
		changes: '报道之后有哪些变化'
	}
};
