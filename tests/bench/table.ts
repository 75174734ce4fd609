/** A table for the terminal that is Markdown too, so that it can be put into a document as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = head.map((_, i) =>
		Math.max(...[head, ...rows].map((row) => (row[i] ?? '').length), 3)
	);
	const line = (row: readonly string[]) =>
		`| ${widths.map((width, i) => pad(row[i] ?? '', width, i)).join(' | ')} |`;
	const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
	return [line(head), rule, ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, column: number): string {
	return column === 0 ? text.padEnd(width) : text.padStart(width);
}
