import type { Lang } from '../../atlas/atlas';
import type { Orientation } from '../print/paper';

const en = {
	title: 'Print sheet',
	paper: 'Paper',
	orientation: 'Orientation',
	orientations: {
		portrait: 'Portrait',
		landscape: 'Landscape'
	} satisfies Record<Orientation, string>,
	language: 'Language',
	languages: { zh: '中文', en: 'English' } satisfies Record<Lang, string>,
	withTable: 'With the table of places and their sources',
	print: 'Print or save as PDF',
	printHint: (paper: string, orientation: string) =>
		`In the print dialog choose ${paper} ${orientation.toLowerCase()}, a scale of 100 % and no headers: then the scale of the map is true.`,
	cannotPrint: 'This app cannot print. Open the link in a browser and print it there.',
	notPrinted:
		'No print dialog? Some apps cannot print. Open the link in a browser and print it there.',
	link: 'Link',
	preview: 'Preview',
	pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
	drawing: 'Drawing …',
	notDrawn: 'The sheet could not be drawn. Check the connection and try again.',

	map: (title: string) => `Map: ${title}`,
	ringed: (names: string) => `Ringed: ${names}`,
	ringedOf: (n: number, names: string) => `Ringed, of paragraph ${n}: ${names}`,
	north: 'N',
	northUp: 'North is up',
	scale: 'Scale',
	scaleNote: 'printed at 100 %, in the middle of the map',
	qr: (address: string) => `QR code of ${address}`,
	qrHint: 'This map, live',
	printedOn: (day: string) => `Printed on ${day}`,
	places: 'Places',
	sources: 'Sources',
	sourcesNote: 'Numbers as in the last column of the table',
	heads: {
		number: 'No.',
		name: 'Place',
		kind: 'Kind',
		status: 'Status',
		precision: 'Location',
		promise: 'Promise and outcome',
		cited: 'Sources'
	},
	page: (number: number, count: number) => `Page ${number} of ${count}`,
	comma: ', '
};

/** Words of the print sheet and its dialog; each language has the same keys. */
export const printStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		title: '打印图纸',
		paper: '纸张',
		orientation: '方向',
		orientations: { portrait: '纵向', landscape: '横向' },
		language: '语言',
		languages: { zh: '中文', en: 'English' },
		withTable: '附地点表和来源',
		print: '打印或存为PDF',
		printHint: (paper, orientation) =>
			`请在打印窗口中选${paper}${orientation}、缩放100%，并去掉页眉页脚，图上的比例尺才准确。`,
		cannotPrint: '这个应用不能打印。请复制链接，在浏览器中打开后再打印。',
		notPrinted: '没有出现打印窗口？有些应用不能打印。请复制链接，在浏览器中打开后再打印。',
		link: '链接',
		preview: '预览',
		pages: (count) => `共${count}页`,
		drawing: '正在绘图……',
		notDrawn: '图纸没有画成，请检查网络后再试。',

		map: (title) => `地图：${title}`,
		ringed: (names) => `圈出：${names}`,
		ringedOf: (n, names) => `圈出第${n}段的地点：${names}`,
		north: '北',
		northUp: '上为正北',
		scale: '比例尺',
		scaleNote: '按原大打印时图中央的比例',
		qr: (address) => `二维码：${address}`,
		qrHint: '扫码看此图',
		printedOn: (day) => `${day}打印`,
		places: '地点',
		sources: '来源',
		sourcesNote: '编号与地点表末列对应',
		heads: {
			number: '序号',
			name: '地点',
			kind: '类别',
			status: '状态',
			precision: '位置',
			promise: '承诺与兑现情况',
			cited: '来源'
		},
		page: (number, count) => `第${number}页，共${count}页`,
		comma: '、'
	}
};
