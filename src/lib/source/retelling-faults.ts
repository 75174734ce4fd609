import type { Bilingual } from '../atlas/schema';
import type { Issue } from './types';

/** What is wrong with a retelling, and what to do. */
export type Fault = Pick<Issue, 'message' | 'fix'>;

/** Everything that can be wrong with a retelling; `start` is how a paragraph begins. */
export const FAULTS = {
	noTitle: (): Fault => ({
		message: { zh: '没有标题。', en: 'There is no title.' },
		fix: { zh: '开头写上“# 标题”。', en: 'Begin with "# Title".' }
	}),
	emptySection: (heading: string): Fault => ({
		message: { zh: `“${heading}”下面没有内容。`, en: `Nothing stands under "${heading}".` },
		fix: { zh: '写一段，或删去这个小标题。', en: 'Write a passage or take it out.' }
	}),
	cannotShow: (type: string): Fault => {
		const { zh, en } = NODES[type] ?? { zh: type, en: type };
		return {
			message: { zh: `这里不能显示${zh}。`, en: `${en} can't be shown here.` },
			fix: {
				zh: '写成一段纯文字，地点用[名称](site:id)链接。',
				en: 'Write it as a paragraph of plain text with [name](site:id) links.'
			}
		};
	},
	headingNotPlain: (text: string): Fault => ({
		message: { zh: `标题“${text}”不是纯文字。`, en: `The heading "${text}" is not plain text.` },
		fix: { zh: '只留下文字。', en: 'Leave only its words.' }
	}),
	secondTitle: (text: string): Fault => ({
		message: { zh: `“${text}”是第二个标题。`, en: `"${text}" is a second title.` },
		fix: { zh: '改成小标题：“## …”。', en: 'Write it as a heading: "## …".' }
	}),
	titleNotFirst: (text: string): Fault => ({
		message: { zh: `标题“${text}”不在最前面。`, en: `The title "${text}" is not the first thing.` },
		fix: { zh: '移到开头。', en: 'Move it to the top.' }
	}),
	headingLevel: (text: string, depth: number): Fault => ({
		message: {
			zh: `“${text}”是第${depth}级标题。`,
			en: `"${text}" is a heading of level ${depth}.`
		},
		fix: { zh: '改用“## ”。', en: 'Write it with "## ".' }
	}),
	noNumber: (start: string): Fault => ({
		message: { zh: `“${start}…”这一段没有编号。`, en: `The paragraph "${start}…" has no number.` },
		fix: {
			zh: '段末写上{#p12}：它所转述的原文段落的序号。',
			en: 'End it with {#p12}, the number of the paragraph of the article that it retells.'
		}
	}),
	overlong: (start: string, length: number, most: number): Fault => ({
		message: {
			zh: `“${start}…”这一段有${length}个字符，最多${most}个。`,
			en: `The paragraph "${start}…" has ${length} characters; at most ${most} are read.`
		},
		fix: {
			zh: '分成几段，中间空一行，每段各写编号。',
			en: 'Part it with empty lines into passages with a number each.'
		}
	}),
	emptyPassage: (number: number): Fault => ({
		message: { zh: `第${number}段没有文字。`, en: `Passage ${number} has no text.` },
		fix: { zh: '写上内容，或删去这个编号。', en: 'Write it or take its number out.' }
	}),
	beforeHeading: (number: number): Fault => ({
		message: {
			zh: `第${number}段写在第一个小标题之前。`,
			en: `Passage ${number} stands before the first heading.`
		},
		fix: { zh: '在它上面加一个“## 小标题”。', en: 'Put a "## heading" above it.' }
	}),
	twoNumbers: (start: string): Fault => ({
		message: {
			zh: `“${start}…”这一段不止一个{#…}。`,
			en: `The paragraph "${start}…" has more than one {#…}.`
		},
		fix: {
			zh: '只留段末那一个；段与段之间要空一行。',
			en: 'Keep the one at its end; leave an empty line between paragraphs.'
		}
	}),
	brokenLink: (start: string): Fault => ({
		message: {
			zh: `“${start}…”这一段有写坏的链接。`,
			en: `The paragraph "${start}…" holds a link that is not one.`
		},
		fix: {
			zh: '写成[名称](site:id)，括号和冒号用半角，中间不留空格。',
			en: 'Write it as [name](site:id), with half-width signs and no space between.'
		}
	}),
	repeatedNumber: (number: number, first: number): Fault => ({
		message: {
			zh: `第${number}段出现了第二次，第一次在第${first}行。`,
			en: `Passage ${number} stands a second time; the first is on line ${first}.`
		},
		fix: {
			zh: '每段用自己的编号，或把两段合成一段。',
			en: 'Give each passage its own number, or join the two.'
		}
	}),
	otherLink: (text: string, url: string): Fault => ({
		message: { zh: `[${text}]链接到"${url}"。`, en: `[${text}] links to "${url}".` },
		fix: {
			zh: '只链接地点：[名称](site:id)；其他网址写进sources.json。',
			en: 'Link only to sites, as [name](site:id); other addresses belong in sources.json.'
		}
	}),
	moreThanName: (site: string): Fault => ({
		message: {
			zh: `到${site}的链接不只是一个名称。`,
			en: `The link to ${site} is more than a name.`
		},
		fix: {
			zh: '[ ]里只写文字，( )里只写site:id。',
			en: 'Write only plain words in [ ] and site:id in ( ).'
		}
	})
};

/** What no retelling holds, by its name in Markdown's tree. */
const NODES: Record<string, Bilingual> = {
	blockquote: { zh: '引用块', en: 'A quotation block' },
	break: { zh: '强制换行', en: 'A forced line break' },
	code: {
		zh: '代码块（这一行前面是不是有制表符或四个空格？）',
		en: 'A code block (a line indented by a tab or four spaces?)'
	},
	definition: { zh: '链接定义', en: 'A link definition' },
	delete: { zh: '删除线', en: 'Struck text' },
	emphasis: { zh: '斜体强调（*或_）', en: 'Emphasis (* or _)' },
	html: { zh: 'HTML', en: 'HTML' },
	image: { zh: '图片', en: 'An image' },
	imageReference: { zh: '图片', en: 'An image' },
	inlineCode: { zh: '代码（`）', en: 'Code (`)' },
	linkReference: { zh: '引用式链接', en: 'A reference link' },
	list: { zh: '列表', en: 'A list' },
	strong: { zh: '粗体（**或__）', en: 'Bold text (** or __)' },
	thematicBreak: { zh: '分隔线（---）', en: 'A rule (---)' }
};
