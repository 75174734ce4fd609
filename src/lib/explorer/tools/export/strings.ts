import type { Lang } from '../../../atlas/atlas';
import type { Format } from './formats';

const en = {
	lead: (count: number, total: number) =>
		count === total ? `All ${total} places` : `${count} of ${total} places, as filtered`,
	filter: (words: string) => `Filter: ${words}`,
	day: (day: string) => `With the status on ${day}`,
	formats: {
		geojson: 'for maps and programs (RFC 7946)',
		csv: 'for Excel and other spreadsheets (UTF-8)',
		kml: 'for Google Earth, Ovital Map and the like (2.2)'
	} satisfies Record<Format, string>,
	download: (format: string) => `Download ${format}`,
	copy: 'Copy the text',
	copied: 'Copied; paste it into a file.',
	copyThis: (name: string) => `Copy this and save it as ${name}`,
	noDownload: 'Some apps ignore downloads: then copy the text, or open this page in a browser.',
	holds:
		'Each file holds the sources and the licence of every place, attribution, map review, the day of the data, the datum (WGS-84) and the address of this view.',
	image: 'Image',
	imageHint: 'SVG, or PNG at 300 dpi',
	drawImage: 'Image of the map',
	paper: 'On paper',
	paperHint: 'A4 or A3, also as PDF',
	printSheet: 'Print sheet',
	notYet: 'The filter or the day has not been worked out; nothing can be exported yet.'
};

/** Words of the export. Each language has the same keys. */
export const exportStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		lead: (count, total) =>
			count === total ? `全部${total}处地点` : `筛选后的${count}处地点（共${total}处）`,
		filter: (words) => `筛选条件：${words}`,
		day: (day) => `状态以${day}为准`,
		formats: {
			geojson: '供地图软件和程序使用（RFC 7946）',
			csv: '供Excel等表格软件使用（UTF-8）',
			kml: '供谷歌地球、奥维地图等使用（2.2版）'
		},
		download: (format) => `下载${format}`,
		copy: '复制文本',
		copied: '已复制，可粘贴到文件中保存。',
		copyThis: (name) => `请复制以下文本，保存为${name}`,
		noDownload: '有些应用不支持下载：可复制文本，或在浏览器中打开本页。',
		holds:
			'每个文件都写明各地点的来源和许可、署名、审图信息、数据截止日期、坐标系（WGS-84）和本页链接。',
		image: '图片',
		imageHint: 'SVG，或300 dpi的PNG',
		drawImage: '地图图片',
		paper: '纸质',
		paperHint: 'A4或A3，也可存为PDF',
		printSheet: '打印图纸',
		notYet: '筛选或日期还没有算好，暂不能导出。'
	}
};
