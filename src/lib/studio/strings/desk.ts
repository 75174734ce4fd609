import type { Lang } from '../../atlas/atlas';
import type { Panel } from '../desk.svelte';

const en = {
	studio: 'Studio',
	works: 'All works',
	panels: {
		text: 'Text',
		places: 'Places',
		sources: 'Sources',
		atlas: 'Atlas',
		files: 'Files',
		problems: 'Check'
	} satisfies Record<Panel, string>,
	parts: 'Parts of the work',
	map: 'Map',
	undo: 'Undo',
	redo: 'Redo',
	undoThis: (what: string) => `Undo: ${what}`,
	redoThis: (what: string) => `Redo: ${what}`,
	saved: 'Kept on this device',
	saving: 'Keeping…',
	notSaved: (reason: string) =>
		`What you did last is not on this device's disk (${reason}). Export it now, or make room and try again.`,
	tryAgain: 'Try again',
	elsewhere: 'This work is open in another tab. Here you can read it.',
	taken: 'Another tab has taken this work over. Here you can read it.',
	takeOver: 'Edit it here instead',
	loading: 'Opening…',
	notLoaded: 'The studio could not be loaded. Check the network and load the page again.',
	noScript: 'The studio works in the browser itself: it needs scripts.',
	tooOld: 'The studio needs a newer browser: Chromium 120, Safari 17 or Firefox 115.',
	gone: 'This device does not keep that work.',
	cantOpen: (reason: string) => `This device lets the page keep nothing (${reason}).`,
	errors: (n: number) => (n === 1 ? '1 error' : `${n} errors`),
	warnings: (n: number) => (n === 1 ? '1 warning' : `${n} warnings`),
	nothingWrong: 'Nothing is wrong',
	checking: 'Checking…',
	checkFailed: (reason: string) =>
		reason
			? `The check stopped (${reason}).`
			: 'The check did not load. Your work is kept all the same. Check the network and try again.'
};

const zh: typeof en = {
	studio: '编辑台',
	works: '所有作品',
	panels: {
		text: '文章',
		places: '地点',
		sources: '来源',
		atlas: '图志',
		files: '文件',
		problems: '检查'
	},
	parts: '作品的各部分',
	map: '地图',
	undo: '撤销',
	redo: '重做',
	undoThis: (what) => `撤销：${what}`,
	redoThis: (what) => `重做：${what}`,
	saved: '已存在本机',
	saving: '正在保存…',
	notSaved: (reason) => `最近的改动没能存到本机（${reason}）。请马上导出，或腾出空间后重试。`,
	tryAgain: '重试',
	elsewhere: '这件作品正在另一个标签页里编辑，这里只能查看。',
	taken: '另一个标签页接手了这件作品，这里只能查看。',
	takeOver: '改在这里编辑',
	loading: '正在打开…',
	notLoaded: '编辑台没能加载。请检查网络，再重新载入本页。',
	noScript: '编辑台在浏览器里运行，需要启用脚本。',
	tooOld: '编辑台需要较新的浏览器：Chromium 120、Safari 17或Firefox 115以上。',
	gone: '本机没有这件作品。',
	cantOpen: (reason) => `本机不允许本页保存任何内容（${reason}）。`,
	errors: (n) => `${n}处错误`,
	warnings: (n) => `${n}处提醒`,
	nothingWrong: '没有发现问题',
	checking: '正在检查…',
	checkFailed: (reason) =>
		reason ? `检查中断了（${reason}）。` : '检查功能没有载入，作品照常保存。请检查网络后重试。'
};

export const deskStrings: Record<Lang, typeof en> = { zh, en };
