/** The characters of Chinese numerals, for use inside a character class. */
export const NUMERALS = '〇零一二两三四五六七八九十百千廿';

const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The value of a Chinese numeral from 0 to 9999, or `null` if it is not well formed: 二十四 is 24,
 * 一百零六 106, 二〇二五 2025. Two digits in a row (二七, 三五) are a name or an estimate, no number.
 */
export function numeralValue(text: string): number | null {
	// 两 counts hundreds and thousands, or stands alone; 十两 is a weight
	if (/两(?![百千])/.test(text) && text !== '两') return null;
	const plain = text.replace(/〇/g, '零').replace(/两/g, '二').replace(/廿/g, '二十');
	if (/^[一二三四五六七八九][零一二三四五六七八九]{2,3}$/.test(plain)) return byDigits(plain);
	const short = plain.replace(/^一十/, '十');
	const value = byUnits(short);
	// the numeral is well formed if writing its value gives it back
	return numeral(value) === short ? value : null;
}

function byDigits(text: string): number {
	return Number([...text].map((digit) => DIGITS.indexOf(digit)).join(''));
}

function byUnits(text: string): number {
	let sum = 0;
	let digit: number | null = null;
	for (const character of text) {
		const unit = UNITS[character];
		if (unit) sum += (digit ?? 1) * unit;
		digit = unit ? null : DIGITS.indexOf(character);
	}
	return sum + (digit ?? 0);
}

/** A whole number from 0 to 9999 as a Chinese numeral. */
export function numeral(value: number): string {
	if (value === 0) return '零';
	const digits = [...String(value)].map(Number);
	const units = ['', '十', '百', '千'];
	const written = digits.map((digit, i) =>
		digit === 0 ? '零' : `${DIGITS[digit]}${units[digits.length - 1 - i]}`
	);
	return written.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟';
const PLAIN = '一二三四五六七八九十百千';

// 陆号线, 贰期, 伍年, 拾陆; never 大陆, 登陆日 or 陆家嘴
const FORMAL_NUMERALS = new RegExp(
	`[零${FORMAL}]{2,}|(?<![大内登着水海])[${FORMAL}](?=[号期年月日万亿元])`,
	'g'
);

/** A text with formal numerals, as cheques have them, in the usual characters; of the same length. */
export function withPlainNumerals(text: string): string {
	return text.replace(FORMAL_NUMERALS, (run) =>
		[...run].map((character) => PLAIN[FORMAL.indexOf(character)] ?? character).join('')
	);
}
