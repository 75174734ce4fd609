import type { Lang } from '../../atlas/atlas';
import type { Interaction, Part } from '../../embed/settings';
import type { Shape } from '../picture/picture';

const en = {
	language: 'Language',
	languages: { zh: '中文', en: 'English' } satisfies Record<Lang, string>,
	current: 'Present view',
	currentHint: 'map position, chosen place, layers, day, filter',
	forms: 'What to share',
	form: { link: 'Link', frame: 'Frame', script: 'Script', image: 'Image' },
	link: 'Link',
	copy: 'Copy',
	copied: 'Copied',
	byHand:
		'The browser does not let us copy. The text is marked: copy it with Ctrl+C (⌘C) or a long press.',
	qr: (address: string) => `QR code of ${address}`,
	qrHint: 'Opens this link on a phone',
	send: 'Send …',
	frameHint: 'Works in every page, also where scripts are removed.',
	scriptHint: 'Grows with its content, and can tie the places in your own text to the map.',
	demo: 'Try it on a page',
	code: 'Code',
	height: 'Height, px',
	interaction: 'Moving the map',
	interactions: {
		cooperative: 'Two fingers, or Ctrl and wheel',
		full: 'One finger, or wheel',
		none: 'Not at all'
	} satisfies Record<Interaction, string>,
	parts: 'Around the map',
	part: {
		title: 'Title',
		list: 'List of places',
		legend: 'Legend',
		controls: 'Buttons'
	} satisfies Record<Part, string>,
	layers: 'On the map',
	preview: 'Preview',
	shape: 'Shape of the map',
	shapes: {
		landscape: 'Landscape 3:2',
		portrait: 'Portrait 2:3',
		square: 'Square'
	} satisfies Record<Shape, string>,
	width: 'Width, mm',
	size: (mm: string, pixels: string) => `${mm} mm; PNG: ${pixels} pixels`,
	svg: 'SVG for editing',
	png: 'PNG for print, 300 dpi',
	drawing: 'Drawing …',
	notDrawn: 'The image could not be drawn. Check the connection and try again.',
	picture: (title: string) => `Map: ${title}`,
	saveHint: 'Nothing downloads? Press long on the image to save it.',
	imageHint: 'Date, credit and map review note are part of the image: please leave them in.'
};

/** Words of the share dialog; each language has the same keys. */
export const shareStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		language: '语言',
		languages: { zh: '中文', en: 'English' },
		current: '当前视图',
		currentHint: '地图位置、选中的地点、图层、日期、筛选',
		forms: '分享方式',
		form: { link: '链接', frame: '嵌入框', script: '脚本', image: '图片' },
		link: '链接',
		copy: '复制',
		copied: '已复制',
		byHand: '浏览器不允许自动复制。文字已选中，请按Ctrl+C（Mac按⌘C）或长按复制。',
		qr: (address) => `二维码：${address}`,
		qrHint: '用手机扫码打开',
		send: '发送到……',
		frameHint: '任何网页都能用，过滤脚本的平台也可以。',
		scriptHint: '高度随内容增加，还能让文章里的地名与地图联动。',
		demo: '看示例页',
		code: '代码',
		height: '高度（像素）',
		interaction: '移动地图',
		interactions: { cooperative: '双指，或Ctrl加滚轮', full: '单指或滚轮', none: '不可移动' },
		parts: '地图周围',
		part: { title: '标题', list: '地点列表', legend: '图例', controls: '缩放按钮' },
		layers: '地图上显示',
		preview: '预览',
		shape: '地图形状',
		shapes: { landscape: '横幅3:2', portrait: '竖幅2:3', square: '方形' },
		width: '宽度（毫米）',
		size: (mm, pixels) => `${mm}毫米；PNG为${pixels}像素`,
		svg: '下载SVG（可再编辑）',
		png: '下载PNG（印刷用，300dpi）',
		drawing: '正在绘图……',
		notDrawn: '图片没有画成，请检查网络后再试。',
		picture: (title) => `地图：${title}`,
		saveHint: '不能下载时，可长按图片保存。',
		imageHint: '图中含日期、数据来源和审图说明，使用时请保留。'
	}
};
