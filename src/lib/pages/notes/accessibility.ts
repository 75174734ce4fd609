import type { Note } from './note';

/** The statement; docs/accessibility.md says how each point is tested. */
export const accessibility: Note = {
	zh: {
		title: '无障碍声明',
		lead: '我们希望每个人都能用好这部图志。目标是全站中英文页面都符合《Web内容无障碍指南》（WCAG）2.2的AA级。',
		parts: [
			{
				heading: '已经做到的',
				points: [
					'地图上有的，文字里都有：每处地点的状态、位置精度和范围，都写在它的卡片和网页上；不看地图、不开脚本也能读全文。',
					'只用键盘就能完成全部操作，焦点始终可见；读屏软件能读到地点列表，选中了什么会读出来。',
					'状态除颜色外，都另有文字和形状。',
					'可点按的区域不小于44×44像素，正文里的链接和地图上的署名除外。',
					'放大到400%、文字放大到200%，或在320像素宽的屏幕上，内容都不会丢失。',
					'支持浅色、深色和高对比度；系统要求减少动态效果时，地图不作动画。'
				]
			},
			{
				heading: '怎样检验',
				points: [
					'每次修改后，都用自动工具（axe）在浏览器里检查各个页面和状态，并自动测试键盘操作、放大、大字号、触摸和高对比度。',
					'这是我们自己的评估，没有请第三方认证。'
				]
			},
			{
				heading: '还没有做到的',
				points: [
					'还没有请每天使用读屏软件、开关控制或放大镜的人试用过，自动测试也不含读屏软件。',
					'线路的走向、河流和公园的形状只画在地图上；文字只写它们的名称、状态和已知的精度。',
					'用键盘移动地图时，是从一处地点到另一处，而不是逐点平移。',
					'绘制的地图上，河流和公园的名称字号较小，对比度低于正文；数据页上列有全部名称。',
					'高对比度模式下，地图仍用原来的配色。'
				]
			}
		],
		contact: '用不了的地方，请告诉我们'
	},
	en: {
		title: 'Accessibility',
		lead: 'We want everybody to be able to use this atlas. We aim at level AA of the Web Content Accessibility Guidelines (WCAG) 2.2 for every page, in both languages.',
		parts: [
			{
				heading: 'What is met',
				points: [
					'Text has all that the map has: status, precision and extent of each place stand on its card and page; everything can be read without a map, and without scripts.',
					'Everything works by keyboard alone, with visible focus; screen readers get a list of places, and are told what is chosen.',
					'Each status has a word and a shape as well as a colour.',
					'Targets are at least 44 × 44 pixels, but for links in running text and the attribution on the map.',
					'Nothing is lost at 400 % zoom, with text at 200 %, or 320 pixels wide.',
					'There are light, dark and forced colours; the map does not move by itself where the system asks for less motion.'
				]
			},
			{
				heading: 'How we know',
				points: [
					'With each change a tool (axe) looks at the pages and their states in a browser, and tests try the keyboard, zoom, large text, touch and forced colours.',
					'This is our own assessment; nobody else has certified it.'
				]
			},
			{
				heading: 'What is not met yet',
				points: [
					'Nobody who uses a screen reader, a switch or a magnifier every day has tried it, and no screen reader takes part in the tests.',
					'Courses of lines and shapes of rivers and parks are drawn only; text tells their names, status and how well they are known.',
					'By keyboard the map goes from place to place, not by pixels.',
					'Names of rivers and parks on the drawn map are small, and in a lower contrast than text; the data page lists all names.',
					'In forced colours the map keeps its own colours.'
				]
			}
		],
		contact: 'Tell us what does not work for you'
	}
};
