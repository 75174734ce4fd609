import { normalise, type Simplified } from './normalise';
import { NUMERALS, numeralValue } from './numerals';

/**
 * The figures of a Chinese or English text as comparable values, each once, in text order:
 *
 * - amounts by value: 1,100万套, 1100 万 and 11 million all give `11000000`; a year gives `2025`;
 * - shares: 90%以上, 百分之九十 and 90 per cent give `90%`;
 * - days: 1月14日 and 14 January give `01-14`, with their year apart;
 * - codes as they stand: `012/03`, `3+2`.
 *
 * Chinese numerals count from 11 up or before a measure word (三次), because 一 and 三 are often
 * no figures (统一, 三大). Numbers that are part of a name (6号线, 一期, Line 6, R2) are left out.
 */
export function figuresOf(text: string, simplified?: Simplified): string[] {
	const plain = withDigits(normalise(text, simplified).text);
	const figures = new Set<string>();
	for (const match of plain.matchAll(FIGURE)) {
		for (const figure of values(match.groups ?? {})) figures.add(figure);
	}
	return [...figures];
}

/**
 * Whether a figure says little: a year, for which texts say "this year", and a number up to ten,
 * which is often a count that one text makes and the other doesn't (two plans, six campaigns).
 */
export function isWeakFigure(figure: string): boolean {
	return /^(?:(?:19|20)\d\d|\d|10)$/.test(figure);
}

const MEASURES = '个次项家名条座处届年月日天岁成万亿倍套台辆';
const MONTHS =
	'january february march april may june july august september october november december';
const MONTH = `(?<month>${MONTHS.replaceAll(' ', '|')})`;
const NAMED = String.raw`(?<![a-z])(?:lines?|phase|stage|section|no\.?) ?\d+|[a-z]\d+|\d+(?:号|期|标段)`;
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`;

const FIGURE = new RegExp(
	[
		String.raw`(?:(?<zhYear>\d{4})年)?(?<zhMonth>\d{1,2})月(?<zhDay>\d{1,2})[日号]`,
		String.raw`(?<dayFirst>\d{1,2})(?:st|nd|rd|th)? ${MONTH}`,
		String.raw`${MONTH.replace('month', 'monthFirst')} (?<dayAfter>\d{1,2})(?!\d)`,
		String.raw`(?<named>${NAMED})`,
		String.raw`(?<code>\d+(?:[/+]\d+)+)`,
		String.raw`百分之(?<share>${NUMBER})`,
		String.raw`(?<number>${NUMBER})(?<unit>万亿|亿|万|千|百| ?(?:thousand|million|billion|trillion)\b| ?%| ?per ?cent\b)?`
	].join('|'),
	'g'
);

const FACTORS: Record<string, number> = {
	百: 1e2,
	千: 1e3,
	thousand: 1e3,
	万: 1e4,
	million: 1e6,
	亿: 1e8,
	billion: 1e9,
	万亿: 1e12,
	trillion: 1e12
};

function values(found: Record<string, string | undefined>): string[] {
	const { zhYear, zhMonth, zhDay, dayFirst, month, monthFirst, dayAfter, code, share } = found;
	if (zhMonth && zhDay) return [...(zhYear ? [zhYear] : []), day(Number(zhMonth), zhDay)];
	if (dayFirst && month) return [day(monthNumber(month), dayFirst)];
	if (monthFirst && dayAfter) return [day(monthNumber(monthFirst), dayAfter)];
	if (code) return [code];
	if (share) return [`${amount(share, 1)}%`];
	if (!found.number) return [];
	const unit = found.unit?.trim() ?? '';
	if (unit === '%' || unit.startsWith('per')) return [`${amount(found.number, 1)}%`];
	return [amount(found.number, FACTORS[unit] ?? 1)];
}

/** Twelve digits hide the rounding of a product such as 1.1 × 10⁸. */
function amount(number: string, factor: number): string {
	return String(Number((Number(number.replaceAll(',', '')) * factor).toPrecision(12)));
}

function day(month: number, day: string): string {
	return `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthNumber(name: string): number {
	return MONTHS.split(' ').indexOf(name) + 1;
}

/** The text with those Chinese numerals that state a figure written in digits. */
function withDigits(text: string): string {
	return text.replace(new RegExp(`[${NUMERALS}]+`, 'g'), (run, at: number) => {
		const value = numeralValue(run);
		const next = text[at + run.length] ?? '';
		const counts = value !== null && (value > 10 || (value > 1 && MEASURES.includes(next)));
		const isDate = value === 1 && '月日'.includes(next) && next !== '';
		return counts || isDate ? String(value) : run;
	});
}
