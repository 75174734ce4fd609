/**
 * Reads a day, or a month or year as its last day: by then all of it has happened. Never throws.
 *
 * @returns `YYYY-MM-DD` between 1900 and 2199; `null` for anything else
 */
export function parseDay(text: string | null): string | null {
	const [, year, month, date] =
		/^((?:19|20|21)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text ?? '') ?? [];
	if (year === undefined) return null;
	if (month === undefined) return `${year}-12-31`;
	const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	if (Number(month) < 1 || Number(month) > 12) return null;
	if (date === undefined) return `${year}-${month}-${last}`;
	return Number(date) >= 1 && Number(date) <= last ? `${year}-${month}-${date}` : null;
}
