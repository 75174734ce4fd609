import type { Lang } from '../../atlas/atlas';

const en = {
	title: 'Files',
	intro:
		'The atlas is these files. What no form knows is written here: layers, metro lines, and whatever is broken.',
	file: 'File',
	text: (path: string) => `Text of ${path}`,
	lines: (n: number) => (n === 1 ? '1 line' : `${n} lines`),
	tooLong: (n: number) =>
		`${n} characters: too many to write in here. Change this file with another program, or bring a new one in.`,
	change: (path: string) => ({ zh: `修改${path}`, en: `text of ${path}` })
};

const zh: typeof en = {
	title: '文件',
	intro: '图志就是这些文件。表单管不到的在这里写：图层、轨道线路，以及出了毛病的内容。',
	file: '文件',
	text: (path) => `${path}的内容`,
	lines: (n) => `${n}行`,
	tooLong: (n) => `共${n}个字符，太长，不适合在这里写。请用别的程序修改，或换一个新文件。`,
	change: en.change
};

export const fileStrings: Record<Lang, typeof en> = { zh, en };
