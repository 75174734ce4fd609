/** Rows as lines of aligned columns, two spaces apart; Chinese characters are two columns wide. */
export function columns(rows: readonly (readonly string[])[]): string[] {
	const widths: number[] = [];
	for (const row of rows) {
		row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, width(cell))));
	}
	return rows.map((row) =>
		row
			.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
			.join('  ')
			.trimEnd()
	);
}

const WIDE =
	/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{20000}-\u{3FFFF}]/u;

function width(text: string): number {
	return Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
