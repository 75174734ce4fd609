/** Rows of a CSV with a byte order mark, by their heads. RFC 4180, without mercy: throws on a stray quote. */
export function readCsv(text: string): Record<string, string>[] {
	if (!text.startsWith('\uFEFF')) throw new Error('No byte order mark');
	const rows: string[][] = [[]];
	let rest = text.slice(1);
	while (rest !== '') {
		const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
		if (!match) throw new Error(`Not CSV: ${rest.slice(0, 40)}`);
		rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
		if (match[3] === '\r\n') rows.push([]);
		rest = rest.slice(match[0].length);
	}
	const [header, ...body] = rows.slice(0, -1);
	return body.map((row) => {
		if (row.length !== header!.length) throw new Error(`A row of ${row.length} cells`);
		return Object.fromEntries(header!.map((key, i) => [key, row[i]!]));
	});
}
