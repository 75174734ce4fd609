import type { Bilingual } from '../atlas/schema';

/**
 * Names that the other stages give their issues, with why each matters. Those of `check` are in
 * check/index.ts. docs/data.md lists them all.
 */
export const STAGE_RULES: Record<string, Bilingual> = {
	'missing-file': {
		zh: '缺了这个文件，它该给的内容都没有。',
		en: 'What the file should give is missing with it.'
	},
	'unwritable-file': {
		zh: '写不进去，改动就没有保存。',
		en: 'What can not be written is not kept.'
	},
	encoding: {
		zh: '只有UTF-8在任何电脑上都读成同样的文字。',
		en: 'Only UTF-8 reads as the same text on every machine.'
	},
	json: {
		zh: '不是JSON的文件整个都读不了；重复的键会丢掉一个值。',
		en: 'A file that is not JSON is lost as a whole; a key twice loses a value.'
	},
	geojson: {
		zh: '不合RFC 7946的要素，各家地图软件读法不一。',
		en: 'What is not GeoJSON as RFC 7946 writes it, each program reads in its own way.'
	},
	schema: {
		zh: '程序按docs/data.md的写法读每个值；别的写法读不懂。',
		en: 'Every value is read as docs/data.md says; any other is not understood.'
	},
	'unknown-property': {
		zh: '没有谁会读的属性多半是拼写错误，它的内容谁也看不到。',
		en: 'A property that nothing reads is mostly a slip of spelling; nobody sees what it says.'
	},
	markdown: {
		zh: '转述只有标题、小标题、带编号的段落和地点链接；别的都无法与地图对应。',
		en: 'A retelling is title, headings, numbered passages and links; nothing else ties to the map.'
	},
	'id-and-name': {
		zh: '图层和文章按文件名去找；id对不上，链接就断了。',
		en: 'Layers and articles are found by their file name; another id breaks the links.'
	},
	'unlisted-file': {
		zh: '没有列出的文件不会发布，改了它也没人看到。',
		en: 'A file that is not listed is not published: nobody will see what is changed in it.'
	},
	address: {
		zh: '搜索引擎和分享链接要用完整的网址。',
		en: 'Search engines and shared links need the whole address.'
	},
	'map-font': {
		zh: '地图字体里没有的字画不出来。',
		en: "A character that the map's font lacks can not be drawn."
	},
	'empty-text': {
		zh: '没有文字，就没有可对应的段落。',
		en: 'Without words there are no paragraphs to tie to the passages.'
	},
	'other-text': {
		zh: '换了一篇文章，段落就会对错地方。',
		en: 'With the text of another article, passages would be tied to the wrong paragraphs.'
	}
};
