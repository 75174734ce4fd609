import type { Lang } from '../../../atlas/atlas';
import { LIMITS } from '../../../files/limits';
import type { OutsideFault, OutsideFaultKind } from '../../../outside/fault';
import { faultWords } from '../../../files/fault-words';
import { isolated } from '../../../text/isolated';

/** What is wrong, with the value where that tells more, and what to do. */
type Words = Record<
	Exclude<OutsideFaultKind, 'file'>,
	[what: string | ((value: string) => string), next: string]
>;

const MB = 2 ** 20;

const en: Words = {
	list: [
		'The list of base maps of this site (data/bases.json) did not load.',
		'Try again; the others can be used meanwhile.'
	],
	http: [
		(status) => `The server answered with status ${status}.`,
		'See whether the address and, if it has one, the key are right, and whether the service still runs.'
	],
	cors: [
		'The server answers, but lets no other site read the answer (CORS).',
		'Whoever runs it has to send the header Access-Control-Allow-Origin; or take the file to a host that does.'
	],
	unreachable: [
		'The server can’t be reached.',
		'See whether the address is right and the server runs.'
	],
	offline: ['This device is offline.', 'Try again with a network.'],
	timeout: [
		(seconds) => `The server sent nothing for ${seconds} seconds.`,
		'Try again later, or see whether it runs.'
	],
	insecure: [
		(origin) => `${origin} is not encrypted.`,
		'Use an address with https://; http:// works for localhost alone.'
	],
	'too-big': [
		(size) => `It has ${size}, which is too much for a page.`,
		`Cut it to what is needed here (files: ${LIMITS.bytes / MB} MB at most), or make a PMTiles archive of it.`
	],
	'no-ranges': [
		'The server sends whole files only, no parts of them.',
		'Put the archive on a host that answers HTTP range requests with status 206.'
	],
	'not-pmtiles': [
		'This is no complete PMTiles archive, version 3.',
		'See whether the address leads to the file itself, and make it again with pmtiles extract or convert.'
	],
	unsupported: [
		(what) => `The archive has something that is not read here: ${isolated(what)}.`,
		'Make it with vector tiles (MVT) or pictures, packed with gzip or not at all.'
	],
	schema: [
		(layers) => `This is no Protomaps basemap. Its layers: ${isolated(layers) || 'none'}.`,
		'A base needs the layers earth, water, roads of that schema. Other archives can be added as layers.'
	],
	'old-schema': [
		(version) =>
			`This Protomaps basemap is of an older version${version && ` (${isolated(version)})`}.`,
		'Make an extract of a build of version 4.'
	],
	'not-image': [
		'What came is no picture.',
		'See whether the address leads to tiles in PNG, JPEG or WebP.'
	],
	'not-capabilities': [
		'This is no description of a service (GetCapabilities).',
		'Choose the right kind (WMS or WMTS), or give the address of a GetMap or GetTile request.'
	],
	'no-mercator': [
		'The service has no layer in web Mercator (EPSG:3857).',
		'Look for one that it offers in that system: the map can show no other.'
	],
	'not-template': [
		'The address has no places for the numbers of a tile.',
		'Write it with {z}, {x} and {y}, as in https://tiles.example/{z}/{x}/{y}.png.'
	],
	service: [
		(text) => `The service says: ${isolated(text)}`,
		'See whether the names of layers, style and format are those of the service.'
	],
	elsewhere: ['All of it lies outside this map.', 'Look whether it is the right file.'],
	'no-tiles': [
		'There is no tile where the map looks, at this zoom.',
		'Move or zoom the map, or see whether the address is right.'
	],
	'no-key': ['The publisher of this atlas has set no key for Tianditu.', 'Choose another base.'],
	page: [
		(message) => `The page itself failed: ${message}`,
		'Load it again and tell us if that does not help.'
	]
};

const zh: Words = {
	list: ['本站的底图清单（data/bases.json）没有载入。', '请再试一次；其他底图照常可用。'],
	http: [
		(status) => `服务器答复状态码${status}。`,
		'请检查地址（以及密钥，如果有）是否正确，服务是否还在。'
	],
	cors: [
		'服务器有答复，但不允许别的网站读取（CORS）。',
		'需由服务方加上Access-Control-Allow-Origin响应头，或把文件放到允许跨域的地方。'
	],
	unreachable: ['连不上服务器。', '请检查地址是否正确、服务是否在运行。'],
	offline: ['设备没有联网。', '联网后再试。'],
	timeout: [(seconds) => `服务器${seconds}秒没有发来数据。`, '请稍后再试，或检查服务是否在运行。'],
	insecure: [
		(origin) => `${origin}没有加密。`,
		'请用https://开头的地址；http://只能用于本机（localhost）。'
	],
	'too-big': [
		(size) => `大小为${size}，网页吃不消。`,
		`请裁到用得上的范围（文件不超过${LIMITS.bytes / MB}MB），或制成PMTiles。`
	],
	'no-ranges': [
		'服务器只能发送整个文件，不能只发其中一段。',
		'请把文件放到支持HTTP范围请求（答复206）的地方。'
	],
	'not-pmtiles': [
		'不是完整的PMTiles第3版文件。',
		'请确认地址直接指向文件本身，或用pmtiles extract、convert重新制作。'
	],
	unsupported: [
		(what) => `文件里有这里读不了的内容：${isolated(what)}。`,
		'请制成矢量瓦片（MVT）或图片瓦片，用gzip压缩或不压缩。'
	],
	schema: [
		(layers) => `不是Protomaps底图，其中的图层是：${isolated(layers) || '无'}。`,
		'底图须有该规范的earth、water、roads等图层；其他文件可以作为图层叠加。'
	],
	'old-schema': [
		(version) => `这份Protomaps底图版本太旧${version && `（${isolated(version)}）`}。`,
		'请从第4版的全球文件重新截取。'
	],
	'not-image': ['收到的不是图片。', '请确认地址给出的是PNG、JPEG或WebP瓦片。'],
	'not-capabilities': [
		'这不是服务能力说明（GetCapabilities）。',
		'请选对种类（WMS或WMTS），或填写GetMap、GetTile请求的地址。'
	],
	'no-mercator': [
		'服务里没有Web墨卡托（EPSG:3857）的图层。',
		'地图只能显示这一种投影，请找提供它的服务。'
	],
	'not-template': [
		'地址里没有瓦片编号的位置。',
		'请写上{z}、{x}、{y}，如https://tiles.example/{z}/{x}/{y}.png。'
	],
	service: [
		(text) => `服务答复：${isolated(text)}`,
		'请核对图层、样式、格式的名称是否与服务一致。'
	],
	elsewhere: ['内容全部在这张地图之外。', '请看看是不是选错了文件。'],
	'no-tiles': ['地图所看的地方，在这一级没有瓦片。', '请移动或缩放地图，或检查地址是否正确。'],
	'no-key': ['本站没有设置天地图密钥。', '请改选其他底图。'],
	page: [(message) => `网页自身出错：${message}`, '请重新载入；仍不行请告诉我们。']
};

const WORDS = { en, zh };

/** A fault in the reader's language, and what to do. */
export function outsideFaultWords(
	{ kind, value, file }: OutsideFault,
	lang: Lang
): { what: string; next: string } {
	if (kind === 'file') {
		if (!file) return outsideFaultWords({ kind: 'page', value } as OutsideFault, lang);
		const { what, where, value: there, next } = faultWords(file, lang);
		const comma = lang === 'zh' ? '，' : ', ';
		const place = [where, isolated(there)].filter(Boolean).join(comma);
		return {
			what: place ? `${what}${lang === 'zh' ? `（${place}）` : ` (${place})`}` : what,
			next
		};
	}
	const [what, next] = WORDS[lang][kind];
	return { what: typeof what === 'string' ? what : what(value), next };
}
