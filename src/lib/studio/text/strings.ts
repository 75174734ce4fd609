import type { Lang } from '../../atlas/atlas';
import { isolated } from '../../text/isolated';

const en = {
	title: 'Article',
	article: 'Article',
	noArticle: 'The atlas has no article yet. Add one in the part "Atlas".',
	toAtlas: 'Go to Atlas',
	brokenAtlas: 'atlas.json can’t be read, so the articles are not known.',

	original: 'Text of the article',
	originalHint:
		'Paste it, one paragraph a line, or open a .txt or .md file. It is its publisher’s: it stays on this device and is not in what you export.',
	openFile: 'Open a file…',
	notText: (name: string) =>
		`${isolated(name)} is neither UTF-8 nor GB18030. Save it as plain text.`,
	lines: (lines: number, paragraphs: number) =>
		`${lines} lines, ${paragraphs} of them with text. Empty lines count in the numbers.`,
	otherCount: (record: string, text: number) =>
		`article.json says ${record} paragraphs, the text has ${text}.`,
	takeCount: (n: number) => `Write ${n}`,

	proposals: 'Proposed places',
	reading: 'Looking for places… (the Chinese dictionary is loaded once)',
	noProposals: (reason: string) =>
		`Nothing can be proposed (${reason || 'what reads the text did not load'}). Select names in the text, or write them below.`,
	tryAgain: 'Try again',
	none: 'The text names no other place that was recognised.',
	count: (n: number) => (n === 1 ? 'named once' : `named ${n} times`),
	otherName: { zh: 'Name in Chinese', en: 'Name in English' },
	id: 'Id',
	kind: 'Kind',
	add: 'Add as place',
	addAll: (n: number) => (n === 1 ? 'Add the one that is filled in' : `Add ${n} filled in`),
	notPlace: 'Not a place',
	needsName: { zh: 'Write its Chinese name first.', en: 'Write its English name first.' },
	badId: 'An id has a–z, 0–9 and single hyphens, and no other place has it.',
	added: (names: string) => `Added: ${names}`,
	setAside: (n: number) => `Set aside as no places (${n})`,
	takeBack: 'Propose again',
	missedName: 'A name that is missing here',
	missedHint: 'As the text writes it; or select it in the text.',
	makePlace: 'Make this a place',
	notInText: (name: string) => `The text does not have "${isolated(name)}".`,
	inText: 'In the text',

	retelling: 'Retelling',
	retellingHint:
		'In your own words, beside each paragraph. Leave a paragraph out if it needs no telling.',
	titleOf: { zh: 'Title · 中文', en: 'Title · English' },
	counts: (retold: number, of: number) => `${retold} of ${of} paragraphs retold`,
	open: (n: number) =>
		n === 1 ? '1 names places and is not retold' : `${n} name places and are not retold`,
	nextOpen: 'Go to the next',
	left: (n: number) => `${n} others left out`,
	noOriginal: 'Paste the article above, and its paragraphs stand here beside the retelling.',
	paragraph: (n: number) => `Paragraph ${n}`,
	noParagraph: (n: number) => `The text has no paragraph ${n} with words.`,
	passage: { zh: '中文', en: 'English' },
	passageOf: (n: number) => `passage ${n}`,
	headingOf: { zh: 'Section heading · 中文', en: 'Section heading · English' },
	addHeading: 'Section heading above',
	removeHeading: 'Take the heading away',
	linkNames: 'Link names',
	link: 'Link to…',
	linkTitle: 'Link to a place',
	linkWhich: (text: string) => `“${text}” is linked to:`,
	selectFirst: 'Select the words in the passage first.',
	nothingToLink: 'Every known name is linked.',
	find: 'Find a place',
	noSite: 'No place has that name.',
	cancel: 'Cancel',
	copied: (run: string) =>
		`The article has the same words: “${run}”. Tell it in your own, unless it is a name.`,
	other: (file: string, n: number) =>
		n === 1
			? `A part of ${file} belongs to no paragraph and is not shown here.`
			: `${n} parts of ${file} belong to no paragraph and are not shown here.`,
	openInFiles: 'See the file',

	anchors: 'Passages and the new text',
	compare: 'Compare the passages with the text',
	allFound: 'Every passage stands at its paragraph.',
	moved: (n: number, to: number) => `Passage ${n}: now paragraph ${to}`,
	unsure: (n: number, candidates: string) => `Passage ${n}: perhaps paragraph ${candidates}`,
	orphaned: (n: number) => `Passage ${n}: not found again`,
	foundCount: (same: number, others: number) =>
		`${same === 1 ? '1 passage stands' : `${same} passages stand`} at the right paragraph, ${others} ${others === 1 ? 'does' : 'do'} not.`,
	misfit: (found: number, of: number) =>
		`Only ${found} of ${of} passages are found in this text. Is it the article that was retold?`,
	renumber: (n: number) => (n === 1 ? 'Renumber it' : `Renumber ${n} passages`),
	clash: 'Two passages would get one number, so nothing can be renumbered at once.',
	close: 'Close'
};

const zh: typeof en = {
	title: '文章',
	article: '文章',
	noArticle: '图志里还没有文章。请在“图志”里添加一篇。',
	toAtlas: '前往“图志”',
	brokenAtlas: 'atlas.json读不出来，无法知道有哪些文章。',

	original: '文章原文',
	originalHint:
		'粘贴全文，每段一行；也可以打开.txt或.md文件。原文归发布者所有，只留在本机，不会随图志导出。',
	openFile: '打开文件…',
	notText: (name) => `${isolated(name)}既不是UTF-8，也不是GB18030编码。请另存为纯文本。`,
	lines: (lines, paragraphs) => `共${lines}行，其中${paragraphs}行有文字。空行也计入段号。`,
	otherCount: (record, text) => `article.json写的是${record}段，原文有${text}段。`,
	takeCount: (n) => `改为${n}`,

	proposals: '可能的地点',
	reading: '正在找地点……（中文词典只需载入一次）',
	noProposals: (reason) =>
		`没能找出可能的地点（${reason || '读文章的功能没有载入'}）。可以在原文里选中名称，或写在下面。`,
	tryAgain: '重试',
	none: '原文里没有认出别的地点。',
	count: (n) => `提到${n}次`,
	otherName: { zh: '中文名称', en: '英文名称' },
	id: 'ID',
	kind: '类型',
	add: '添加为地点',
	addAll: (n) => `添加填好的${n}处`,
	notPlace: '不是地点',
	needsName: { zh: '请先写中文名称。', en: '请先写英文名称。' },
	badId: 'ID由a–z、0–9和单个连字符组成，且不与其他地点重复。',
	added: (names) => `已添加：${names}`,
	setAside: (n) => `已排除，不是地点（${n}）`,
	takeBack: '重新列出',
	missedName: '这里漏掉的名称',
	missedHint: '照原文的写法填；也可以直接在原文里选中。',
	makePlace: '设为地点',
	notInText: (name) => `原文里没有“${isolated(name)}”。`,
	inText: '看原文',

	retelling: '转述',
	retellingHint: '对照每一段，用自己的话写。不必讲的段落可以空着。',
	titleOf: { zh: '标题 · 中文', en: '标题 · English' },
	counts: (retold, of) => `${of}段中已转述${retold}段`,
	open: (n) => `${n}段提到地点、尚未转述`,
	nextOpen: '看下一段',
	left: (n) => `另有${n}段略去`,
	noOriginal: '在上面粘贴原文后，各段会与转述并排显示。',
	paragraph: (n) => `第${n}段`,
	noParagraph: (n) => `原文第${n}段没有文字。`,
	passage: { zh: '中文', en: 'English' },
	passageOf: (n) => `第${n}段`,
	headingOf: { zh: '小标题 · 中文', en: '小标题 · English' },
	addHeading: '在上面加小标题',
	removeHeading: '去掉小标题',
	linkNames: '链接名称',
	link: '链接到…',
	linkTitle: '链接到地点',
	linkWhich: (text) => `“${text}”链接到：`,
	selectFirst: '请先在这一段里选中文字。',
	nothingToLink: '已知的名称都已链接。',
	find: '查找地点',
	noSite: '没有叫这个名称的地点。',
	cancel: '取消',
	copied: (run) => `与原文用词相同：“${run}”。除非是名称，请换成自己的话。`,
	other: (file, n) => `${file}里有${n}处内容不属于任何一段，这里不显示。`,
	openInFiles: '看文件',

	anchors: '各段与新原文的对应',
	compare: '核对各段与原文',
	allFound: '每一段都与原文的段落对应。',
	moved: (n, to) => `第${n}段：现在是原文第${to}段`,
	unsure: (n, candidates) => `第${n}段：可能是原文第${candidates}段`,
	orphaned: (n) => `第${n}段：没有再找到`,
	foundCount: (same, others) => `${same}段位置对得上，${others}段对不上。`,
	misfit: (found, of) => `${of}段里，这份原文只对上${found}段。它是所转述的那篇文章吗？`,
	renumber: (n) => `改${n}段的编号`,
	clash: '有两段会得到同一个编号，不能一次改完。',
	close: '收起'
};

export const textStrings: Record<Lang, typeof en> = { zh, en };

/** What a change is called; it completes "Undo: …". */
export const CHANGES = {
	original: { zh: '修改原文', en: 'text of the article' },
	count: { zh: '修改段数', en: 'number of paragraphs' },
	title: { zh: '修改标题', en: 'title' },
	heading: { zh: '修改小标题', en: 'heading' },
	noHeading: { zh: '去掉小标题', en: 'taking a heading away' },
	passage: (n: number) => ({ zh: `修改第${n}段`, en: `passage ${n}` }),
	linkNames: (n: number) => ({ zh: `链接第${n}段的名称`, en: `links in passage ${n}` }),
	form: { zh: '填写可能的地点', en: 'details of a proposed place' },
	notPlace: (name: string) => ({ zh: `排除“${name}”`, en: `setting "${name}" aside` }),
	takeBack: (name: string) => ({ zh: `重新列出“${name}”`, en: `proposing "${name}" again` }),
	pick: (name: string) => ({ zh: `选出“${name}”`, en: `picking "${name}"` }),
	add: (n: number) => ({
		zh: `添加${n}处地点`,
		en: n === 1 ? 'adding a place' : `adding ${n} places`
	}),
	renumber: { zh: '改段落编号', en: 'renumbering passages' }
};
