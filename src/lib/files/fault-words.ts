import type { Lang } from '../atlas/atlas';
import { isolated } from '../text/isolated';
import type { Fault, FaultKind, FilePlace } from './fault';
import { LIMITS } from './limits';

/** What is wrong, and what to do; `value` is what stands there. */
type Words = Record<FaultKind, [what: string, next: string]>;

const MB = 2 ** 20;

const en: Words = {
	empty: ['The file is empty.', 'Export it again and see that it has content.'],
	'too-big': [
		`The file is larger than ${LIMITS.bytes / MB} MB.`,
		'Cut it into parts, or leave out what is not needed here.'
	],
	'unknown-format': [
		'This is none of the formats that can be read.',
		'Export it as GeoJSON, KML, KMZ, GPX, CSV or a zipped shapefile.'
	],
	'loose-shapefile': [
		'This is one part of a shapefile.',
		'Pack its .shp, .dbf and .prj files into one ZIP and choose that.'
	],
	encoding: [
		'The text is neither in UTF-8 nor in GB18030.',
		'Open it in the program that wrote it and save it as UTF-8.'
	],
	json: ['From here on this is not JSON.', 'Mend this place, or export the file again.'],
	'not-geojson': [
		'This is JSON, but not GeoJSON.',
		'It should be a FeatureCollection whose members are Features.'
	],
	crs: [
		'The coordinates are in a system that can’t be converted here.',
		'Export it in longitude and latitude (EPSG:4326 or EPSG:4490).'
	],
	geometry: ['This geometry is of no known kind.', 'Use points, lines or polygons of GeoJSON.'],
	coordinates: [
		'These coordinates are not numbers.',
		'Write longitude and latitude as decimal numbers.'
	],
	'out-of-range': [
		'This position is not on earth as longitude and latitude.',
		'See whether the two are swapped, or are metres on a plane.'
	],
	'too-few': ['A line needs two positions, a ring four.', 'Complete this feature or take it out.'],
	'too-deep': ['The parts are nested too deep.', 'Take the geometries out of one another.'],
	'too-many-features': [
		`There are more than ${LIMITS.features.toLocaleString('en')} features.`,
		'Cut the file into parts.'
	],
	'too-many-vertices': [
		`There are more than ${LIMITS.vertices.toLocaleString('en')} positions.`,
		'Simplify the lines, or cut the file into parts.'
	],
	'part-too-long': [
		`A single line or ring has more than ${LIMITS.part.toLocaleString('en')} positions.`,
		'Simplify it or cut it into parts.'
	],
	quotes: [
		'A quotation mark is missing or misplaced in this row.',
		'Close the text with ", and double each " inside of it.'
	],
	number: [
		'This is no plain decimal number.',
		'Write it like 106.5504: with a point, and without degree signs or units.'
	],
	xml: ['From here on this is not well-formed XML.', 'Mend this place, or export the file again.'],
	'no-features': [
		'There is nothing in the file that could be on a map.',
		'Only what is in the file itself is read, not what it links to.'
	],
	zip: ['The archive is broken or not complete.', 'Pack or download it again.'],
	bomb: [
		`The archive unpacks to more than ${LIMITS.unpacked / MB} MB.`,
		'Pack only the files that are needed.'
	],
	'too-many-entries': [
		`The archive holds more than ${LIMITS.entries.toLocaleString('en')} files.`,
		'Pack only the files that are needed.'
	],
	'nothing-inside': [
		'There is no shapefile, KML, GeoJSON, GPX or CSV in the archive.',
		'A spreadsheet has to be saved as CSV first.'
	],
	'several-inside': [
		'There is more than one layer in the archive.',
		'Unpack it and choose them one by one; pack each shapefile on its own.'
	],
	shapefile: ['The shapefile is broken from here on.', 'Export it again.'],
	dbf: ['The table of the shapefile is broken or cut off.', 'Export it again.'],
	projection: [
		'The coordinates are in a system that can’t be converted here.',
		'Export it in WGS 84 or CGCS2000; other datums need parameters that are not public.'
	],
	unexpected: ['The file could not be read.', 'Please tell us of it, with the text below.']
};

const zh: Words = {
	empty: ['文件是空的。', '请重新导出，并确认里面有内容。'],
	'too-big': [`文件超过${LIMITS.bytes / MB}MB。`, '请拆成几份，或去掉用不上的内容。'],
	'unknown-format': [
		'不认识这种格式。',
		'请导出为GeoJSON、KML、KMZ、GPX、CSV或压缩成ZIP的Shapefile。'
	],
	'loose-shapefile': [
		'这只是Shapefile的一部分。',
		'请把.shp、.dbf、.prj压缩成一个ZIP，再选这个ZIP。'
	],
	encoding: ['文字既不是UTF-8，也不是GB18030编码。', '请用原来的软件打开，另存为UTF-8。'],
	json: ['从这里起不是合法的JSON。', '请改正此处，或重新导出。'],
	'not-geojson': ['是JSON，但不是GeoJSON。', '最外层应为FeatureCollection，成员应为Feature。'],
	crs: ['文件用的坐标系这里无法换算。', '请导出为经纬度（EPSG:4326或EPSG:4490）。'],
	geometry: ['不认识这种几何类型。', '请使用GeoJSON的点、线、面。'],
	coordinates: ['坐标不是数字。', '经度、纬度请写成十进制小数。'],
	'out-of-range': [
		'这个位置超出了经纬度的范围。',
		'请看看经纬度是否写反，或者是不是以米为单位的平面坐标。'
	],
	'too-few': ['线至少要有2个点，环至少要有4个点。', '请补全或删去这个要素。'],
	'too-deep': ['层层嵌套太深。', '请把几何对象拆开。'],
	'too-many-features': [`要素超过${LIMITS.features.toLocaleString('zh')}个。`, '请拆成几份。'],
	'too-many-vertices': [
		`坐标点总数超过${LIMITS.vertices.toLocaleString('zh')}个。`,
		'请先抽稀，或拆成几份。'
	],
	'part-too-long': [
		`单条线或环的坐标点超过${LIMITS.part.toLocaleString('zh')}个。`,
		'请先抽稀，或分段。'
	],
	quotes: ['这一行的引号缺失或放错了位置。', '文字须以"收尾，其中的"要写两遍。'],
	number: ['这不是普通的十进制数。', '请写成106.5504这样：用小数点，不带度号和单位。'],
	xml: ['从这里起XML不合规范。', '请改正此处，或重新导出。'],
	'no-features': ['文件里没有可以上图的内容。', '只读文件本身，不读它所链接的内容。'],
	zip: ['压缩包已损坏或不完整。', '请重新压缩或下载。'],
	bomb: [`解压后超过${LIMITS.unpacked / MB}MB。`, '请只压缩需要的文件。'],
	'too-many-entries': [
		`压缩包里的文件超过${LIMITS.entries.toLocaleString('zh')}个。`,
		'请只压缩需要的文件。'
	],
	'nothing-inside': ['压缩包里没有Shapefile、KML、GeoJSON、GPX或CSV。', '电子表格请先另存为CSV。'],
	'several-inside': ['压缩包里不止一个图层。', '请解压后逐个选择；每个Shapefile单独压缩。'],
	shapefile: ['Shapefile从这里起已损坏。', '请重新导出。'],
	dbf: ['Shapefile的属性表已损坏或不完整。', '请重新导出。'],
	projection: [
		'文件用的坐标系这里无法换算。',
		'请导出为WGS 84或CGCS2000；其他基准的转换参数并不公开。'
	],
	unexpected: ['文件没能读出来。', '请把下面的文字告诉我们。']
};

const WORDS = { en, zh };

const PLACES: Record<Lang, Record<keyof FilePlace, (value: string | number) => string>> = {
	en: {
		entry: (name) => `file ${isolated(String(name))}`,
		feature: (n) => `feature ${n}`,
		line: (n) => `line ${n}`,
		column: (n) => `column ${n}`,
		row: (n) => `row ${n}`,
		field: (name) => `column “${isolated(String(name))}”`,
		byte: (n) => `byte ${n}`
	},
	zh: {
		entry: (name) => `文件${isolated(String(name))}`,
		feature: (n) => `第${n}个要素`,
		line: (n) => `第${n}行`,
		column: (n) => `第${n}列`,
		row: (n) => `第${n}行`,
		field: (name) => `“${isolated(String(name))}”列`,
		byte: (n) => `第${n}字节`
	}
};

const ORDER = ['entry', 'feature', 'line', 'column', 'row', 'field', 'byte'] as const;

/** A fault in the reader's language; where it is, `''` if it is the whole file. */
export function faultWords({ kind, place, value }: Fault, lang: Lang) {
	const [what, next] = WORDS[lang][kind];
	// A table's feature is its row.
	const shown = ORDER.filter((key) => key !== 'feature' || place.row === undefined);
	const where = shown.flatMap((key) => {
		const at = place[key];
		return at === undefined ? [] : [PLACES[lang][key](at)];
	});
	return { what, next, where: where.join(lang === 'zh' ? '，' : ', '), value };
}
