import type { Lang } from '../../atlas/atlas';

const en = {
	export: 'Export ZIP',
	save: 'Save to folder',
	saveIn: (name: string) => `Save to ${name}`,
	unsaved: (n: number) =>
		n === 1 ? '1 file is not in the folder yet' : `${n} files are not in the folder yet`,
	saved: (name: string) => `All is in the folder ${name}`,
	saving: 'Saving…',
	failed: (file: string, why: string) =>
		`${file} could not be written: ${why}. What is here stays; save again once there is room or permission.`,
	noPermission: (name: string) =>
		`The browser may not write into ${name}. Save again and allow it, or export a ZIP file.`,
	otherAtlas: (name: string, title: string) =>
		`The folder ${name} holds another atlas (${title}). Nothing was written: choose an empty folder.`,
	conflicts: 'Changed by somebody else',
	conflictLead:
		'These files have changed in the folder since they were last read, and here too. Nothing of them is written before you decide.',
	theirsLead: 'Changed in the folder and not here:',
	mine: 'Keep mine',
	theirs: 'Take theirs',
	gone: 'no longer there',
	characters: (n: number) => `${n} characters`,
	apply: 'Save so',
	cancel: 'Decide later',
	take: { zh: '采用文件夹里的版本', en: 'texts taken from the folder' }
};

const zh: typeof en = {
	export: '导出ZIP',
	save: '存到文件夹',
	saveIn: (name) => `存到${name}`,
	unsaved: (n) => `有${n}个文件还没存进文件夹`,
	saved: (name) => `都已存进文件夹${name}`,
	saving: '正在保存…',
	failed: (file, why) => `${file}没能写入：${why}。这里的内容都还在，腾出空间或取得许可后再保存。`,
	noPermission: (name) => `浏览器无权写入${name}。请再次保存并允许，或导出ZIP文件。`,
	otherAtlas: (name, title) =>
		`文件夹${name}里是另一份图志（${title}），没有写入。请选一个空文件夹。`,
	conflicts: '别人改过的文件',
	conflictLead: '这些文件在上次读取之后，文件夹里和这里都改过。你决定之前，不会写入。',
	theirsLead: '只在文件夹里改过：',
	mine: '用我的',
	theirs: '用文件夹里的',
	gone: '已经删去',
	characters: (n) => `${n}个字符`,
	apply: '这样保存',
	cancel: '以后再说',
	take: en.take
};

export const diskStrings: Record<Lang, typeof en> = { zh, en };
