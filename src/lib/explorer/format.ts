import type { Lang } from '../atlas/atlas';

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

/**
 * A date as exact as it is known: `2025-06-27` → 2025年6月27日 / 27 June 2025, `2025-01` →
 * 2025年1月 / January 2025, `2024` → 2024年 / 2024.
 */
export function formatDay(day: string, lang: Lang): string {
	const [year = 0, month, date] = day.split('-').map(Number);
	const at = new Date(Date.UTC(year, (month ?? 1) - 1, date ?? 1));
	return dayFormat(lang, month !== undefined, date !== undefined).format(at);
}

/** To make one takes longer than to lay out the row of a list that it is for. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(lang: Lang, hasMonth: boolean, hasDay: boolean): Intl.DateTimeFormat {
	const key = `${lang} ${hasMonth} ${hasDay}`;
	const known = dayFormats.get(key);
	if (known) return known;
	const made = new Intl.DateTimeFormat(LOCALES[lang], {
		timeZone: 'UTC',
		year: 'numeric',
		...(hasMonth && { month: 'long' }),
		...(hasDay && { day: 'numeric' })
	});
	dayFormats.set(key, made);
	return made;
}

/** Names in a row: 甲、乙和丙 / A, B and C. */
export function formatList(names: readonly string[], lang: Lang): string {
	return new Intl.ListFormat(LOCALES[lang]).format(names);
}

/** A distance in metres: 800 米 / 800 m below a kilometre, 2.2 公里 / 2.2 km from there. */
export function formatMetres(metres: number, lang: Lang): string {
	const [value, unit] = metres < 1000 ? [metres, 'meter'] : [metres / 1000, 'kilometer'];
	return new Intl.NumberFormat(LOCALES[lang], {
		style: 'unit',
		unit,
		unitDisplay: lang === 'zh' ? 'long' : 'short',
		maximumFractionDigits: 1
	}).format(value);
}
