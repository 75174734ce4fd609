import type { Geometry } from 'geojson';
import type { Lang } from '../../../atlas/atlas';
import type { Datum } from '../../../geo/datum';
import { LIMITS } from '../../../files/limits';
import type { NoteKind, OwnDatum } from '../../../files/own-file';
import { isolated } from '../../../text/isolated';

const MB = LIMITS.bytes / 2 ** 20;

const en = {
	choose: 'Choose files',
	drop: 'or drop them anywhere on this page',
	dropHere: 'Drop to put them on the map',
	formats: `GeoJSON, KML, KMZ, GPX, CSV with coordinates, zipped shapefile; up to ${MB} MB and ${LIMITS.features.toLocaleString('en')} features.`,
	privacy:
		'Files are read on this device alone. They are not uploaded, not part of the link, and gone when the page is closed.',
	noMap: 'The live map is not there, so files show in their tables only.',
	mapOff: 'The map is switched off; files show in their tables.',
	reading: (name: string) => `Reading ${isolated(name)} …`,
	cancel: 'Cancel',
	waiting: (count: number) => `${count} more ${count === 1 ? 'file waits' : 'files wait'}.`,
	broken: (name: string) => `${isolated(name)} was not added.`,
	at: (where: string) => `Where: ${where}.`,
	value: (value: string) => `There: ${isolated(value)}`,
	next: (next: string) => `What to do: ${next}`,
	pageFailed: 'The part of this page that reads files did not load. Choose the file again.',
	dismiss: 'Close',
	columns: 'Which columns hold the coordinates?',
	lng: 'Longitude (east)',
	lat: 'Latitude (north)',
	firstRows: 'First rows',
	read: 'Read',
	features: (count: number) =>
		`${count.toLocaleString('en')} ${count === 1 ? 'feature' : 'features'}`,
	datum: 'What are the coordinates measured in?',
	datums: {
		'WGS-84': 'WGS-84 (GPS)',
		CGCS2000: 'CGCS2000 (less than a metre from WGS-84, taken as such)',
		'GCJ-02': 'GCJ-02 (Amap, Tencent)',
		'BD-09': 'BD-09 (Baidu)'
	} satisfies Record<OwnDatum, string>,
	named: (datum: string) => `The file itself says ${datum}.`,
	suspected: (datum: Datum, count: number, metres: Record<Datum, number>) =>
		`It seems to be ${datum}: ${count === 1 ? 'one point has the name of a place or station' : `${count} points have the names of places or stations`} of this map. ${distances(metres, 'en')}`,
	undecided: (count: number, metres: Record<Datum, number>) =>
		count === 0
			? 'No point has the name of a place or station of this map, so the datum can’t be told from the file.'
			: `${count} ${count === 1 ? 'point has the name of a place or station' : 'points have names of places or stations'} of this map, but the distances don’t tell the datum. ${distances(metres, 'en')}`,
	thinned: 'Where they stand close, only some are drawn; closer up, all.',
	asRead: 'as the file has it',
	compared: (count: number) => `as the file has it (the first ${count})`,
	placed: 'converted to WGS-84',
	outside: (count: number) =>
		`${count.toLocaleString('en')} ${count === 1 ? 'lies' : 'lie'} outside of this map.`,
	notes: {
		placeless: (count) => `${count} without a place: in the table only.`,
		closed: (count) => `${count} open ${count === 1 ? 'ring was' : 'rings were'} closed.`,
		cut: (count) =>
			`${count} ${count === 1 ? 'value was' : 'values were'} longer than ${LIMITS.text} characters and cut.`,
		columns: (count) => `${count} properties beyond ${LIMITS.columns} were left out.`,
		gb18030: () => 'The text was read as GB18030.',
		'no-projection': () => 'There is no .prj file: taken as longitude and latitude.',
		projected: (name) => `Converted from ${isolated(String(name))}.`
	} satisfies Record<NoteKind, (value: number | string) => string>,
	add: 'Add to the map',
	leave: 'Don’t add',
	mine: 'Own files',
	shown: 'On the map',
	zoomTo: 'Zoom to it',
	table: 'Table',
	remove: 'Remove',
	labelled: (action: string, name: string) => `${action}: ${isolated(name)}`,
	tableOf: (name: string) => `Table of ${isolated(name)}`,
	row: 'No.',
	place: 'Longitude, latitude',
	fewColumns: (count: number, all: number) =>
		`The first ${count} of ${all} columns; a row’s number shows all.`,
	feature: 'Chosen feature',
	types: {
		Point: 'point',
		MultiPoint: 'points',
		LineString: 'line',
		MultiLineString: 'lines',
		Polygon: 'area',
		MultiPolygon: 'areas',
		GeometryCollection: 'mixed'
	} satisfies Record<Geometry['type'], string>,
	noPlace: 'no place'
};

export type FileStrings = typeof en;

/** Words of the tool for own files. Each language has the same keys. */
export const fileStrings: Record<Lang, FileStrings> = {
	en,
	zh: {
		choose: '选择文件',
		drop: '或拖到页面任意处',
		dropHere: '松开即可上图',
		formats: `GeoJSON、KML、KMZ、GPX、带坐标的CSV、ZIP压缩的Shapefile；最大${MB}MB、${LIMITS.features / 10_000}万个要素。`,
		privacy: '文件只在这台设备上读取，不上传，也不写进链接；网页关闭后就没有了。',
		noMap: '实时地图没有打开，文件只能看表格。',
		mapOff: '地图已关，文件只看表格。',
		reading: (name) => `正在读取${isolated(name)}……`,
		cancel: '取消',
		waiting: (count) => `还有${count}个文件在等。`,
		broken: (name) => `${isolated(name)}没有加入。`,
		at: (where) => `位置：${where}。`,
		value: (value) => `此处：${isolated(value)}`,
		next: (next) => `怎么办：${next}`,
		pageFailed: '读取文件的程序没有载入，请重新选择文件。',
		dismiss: '关闭',
		columns: '坐标在哪两列？',
		lng: '经度',
		lat: '纬度',
		firstRows: '前几行',
		read: '读取',
		features: (count) => `${count.toLocaleString('zh')}个要素`,
		datum: '坐标用的是哪种坐标系？',
		datums: {
			'WGS-84': 'WGS-84（GPS）',
			CGCS2000: 'CGCS2000（与WGS-84相差不到1米，按其处理）',
			'GCJ-02': 'GCJ-02（高德、腾讯）',
			'BD-09': 'BD-09（百度）'
		},
		named: (datum) => `文件自己写明是${datum}。`,
		suspected: (datum, count, metres) =>
			`看来是${datum}：有${count}个点与本图的地点或车站同名。${distances(metres, 'zh')}`,
		undecided: (count, metres) =>
			count === 0
				? '没有点与本图的地点或车站同名，从文件看不出坐标系。'
				: `有${count}个点与本图的地点或车站同名，但从距离看不出坐标系。${distances(metres, 'zh')}`,
		thinned: '密集处只画出一部分，放大后全部可见。',
		asRead: '文件原坐标',
		compared: (count) => `文件原坐标（前${count}个）`,
		placed: '换算为WGS-84',
		outside: (count) => `${count.toLocaleString('zh')}个在本图范围之外。`,
		notes: {
			placeless: (count) => `${count}个没有位置，只在表格里。`,
			closed: (count) => `补合了${count}个未闭合的环。`,
			cut: (count) => `${count}个值超过${LIMITS.text}字，已截短。`,
			columns: (count) => `属性超过${LIMITS.columns}种，略去${count}种。`,
			gb18030: () => '文字按GB18030读取。',
			'no-projection': () => '没有.prj文件，按经纬度处理。',
			projected: (name) => `由${isolated(String(name))}换算。`
		},
		add: '加到地图',
		leave: '不加',
		mine: '自己的文件',
		shown: '显示',
		zoomTo: '缩放至',
		table: '表格',
		remove: '移除',
		labelled: (action, name) => `${action}：${isolated(name)}`,
		tableOf: (name) => `${isolated(name)}的表格`,
		row: '序号',
		place: '经度，纬度',
		fewColumns: (count, all) => `共${all}列，这里只列前${count}列；点序号看全部。`,
		feature: '选中的要素',
		types: {
			Point: '点',
			MultiPoint: '多点',
			LineString: '线',
			MultiLineString: '多线',
			Polygon: '面',
			MultiPolygon: '多面',
			GeometryCollection: '混合'
		},
		noPlace: '没有位置'
	}
};

/** How far namesakes lie apart in each datum. */
function distances(metres: Record<Datum, number>, lang: Lang): string {
	const parts = Object.entries(metres).map(([datum, value]) =>
		lang === 'zh' ? `${datum}为${Math.round(value)}米` : `${datum} ${Math.round(value)} m`
	);
	return lang === 'zh'
		? `按各坐标系，与同名处的距离（中位数）：${parts.join('，')}。`
		: `Distance from their namesakes by datum (median): ${parts.join(', ')}.`;
}
