import type * as v from 'valibot';
import type { Bilingual } from '../atlas/schema';

/** The Chinese of what `src/lib/atlas/schema.ts` says of a value; both continue a sentence. */
const CHINESE: Record<string, string> = {
	'is empty': '是空的',
	'is not a date as YYYY, YYYY-MM or YYYY-MM-DD': '不是YYYY、YYYY-MM或YYYY-MM-DD形式的日期',
	'can not be an id: take another word': '不能用作id，请换一个',
	'is not an id (a-z, 0-9 and single hyphens)': '不是合格的id（只用a-z、0-9和单个连字符）',
	'is not a colour as #RRGGBB': '不是#RRGGBB形式的颜色（字母大写）',
	'is not an http(s) address': '不是http(s)地址',
	'is not the address of a folder, such as https://example.org/atlas/':
		'不是文件夹的地址，例如https://example.org/atlas/',
	'is not an address with https://, nor one on the site itself':
		'既不是https://开头的地址，也不是本站内的地址',
	'is not a key of Tianditu (letters and digits)': '不是天地图的密钥（只有字母和数字）',
	'is not a mail address': '不是邮箱地址',
	'is not an https address without ? and #': '不是不带?和#的https地址',
	'names neither mail nor issues': '既没有mail也没有issues',
	'names no source': '没有写来源',
	'ends before it starts': '结束早于开始',
	'has neither a review number nor an exemption with its reason': '既没有审图号，也没有免审的理由',
	'has no status': '没有任何状态',
	'names no station': '没有写车站'
};

/** A message of the schema in both languages; what valibot says by itself is a range missed. */
export function schemaFault(message: string): Bilingual {
	if (isStandard(message)) return { zh: '超出了允许的范围', en: 'is out of range' };
	return { zh: CHINESE[message] ?? message, en: message };
}

/** Whether valibot says it by itself. */
export function isStandard(message: string): boolean {
	return message.startsWith('Invalid');
}

/** What a value must be to pass the check that it failed. */
export function requirementOf({ type, expected }: v.BaseIssue<unknown>): Bilingual {
	const bound = (expected ?? '').replace(/^[<>=!]+/, '');
	switch (type) {
		case 'non_empty':
			return { zh: '写上内容。', en: 'Write it.' };
		case 'min_length':
			return { zh: `至少写${bound}项。`, en: `List at least ${bound}.` };
		case 'min_value':
			return { zh: `写不小于${bound}的数。`, en: `Write a number of ${bound} or more.` };
		case 'max_value':
			return { zh: `写不大于${bound}的数。`, en: `Write a number of ${bound} or less.` };
		case 'integer':
			return { zh: '写整数。', en: 'Write a whole number.' };
		default:
			return { zh: '按docs/data.md所示的写法来写。', en: 'Write it as docs/data.md shows.' };
	}
}
