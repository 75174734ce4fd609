/** The reader's day, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
	const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
	return day.map((part) => String(part).padStart(2, '0')).join('-');
}
