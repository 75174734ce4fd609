import { CITIES, EVERYDAY } from './boundaries';
import type { Ending } from './endings';
import { isUnknown, type Word } from './words';

/** 水路 and not 金水路; of a word that no dictionary knows any end may be an everyday word. */
export function isEveryday(
	word: Word | undefined,
	text: string,
	end: number,
	{ zh, kind }: Ending
): boolean {
	if (!word || zh.length > 1 || !EVERYDAY.has(text.slice(end - 2, end))) return false;
	const isLong = word.part === 'soft' && word.text.length > (kind === 'road' ? 3 : 2);
	return word.start === end - 2 || isLong || isUnknown(word);
}

/** Whether a name is that of a city, or a phrase that only looks like a name. */
export function isNoName(name: string): boolean {
	return CITIES.has(name) || ABBREVIATED.test(name);
}

/** 三山五园, 三城, 一条街: how many there are of each; 镇聘村: what each does; 22路: a bus. */
const ABBREVIATED =
	/^[一二三四五六七八九十两].{1,2}[一二三四五六七八九十两].$|^[一二三四五六七八九十两几多双]([条座个项家处]|.$)|^[区镇乡村].{1,2}$|^\d+路$|^.城$/;

/** A longer word that no dictionary knows and that ends in one character is a saying: 增绿添园. */
export function isGuess(cut: Word | undefined, stemEnd: number, { zh }: Ending): boolean {
	if (!cut || !isUnknown(cut) || cut.end !== stemEnd || zh.length > 1) return false;
	return cut.text.length > (zh === '园' ? 2 : 3);
}

/** 城乡, 道路: a short word that a dictionary knows is a noun, whatever it ends in. */
export function isCommonNoun(word: Word | undefined, end: number, stem: readonly Word[]): boolean {
	const cut = stem.at(-1);
	const isWhole = word?.part === 'soft' && cut?.start === word.start;
	return isWhole && end - cut.start === 2 && !/^[一二三四五六七八九十]/.test(cut.text);
}

/** 黄河旋风 is a firm and not the river. */
export function isPartOfName(next: Word | undefined): boolean {
	return next !== undefined && next.part !== 'boundary' && !OF_WATERS.has(next.text);
}

const OF_WATERS = new Set(
	'水质 水位 水域 水面 流域 水系 干流 支流 生态 风光 岸线 绿道 步道 航道 沿岸 畔 岸 边'.split(' ')
);
