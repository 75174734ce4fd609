/** The day where the editor is, as an editor would write it. */
export function localDay(now: Date): string {
	const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => `${n}`.padStart(2, '0'));
	return `${now.getFullYear()}-${month}-${day}`;
}
