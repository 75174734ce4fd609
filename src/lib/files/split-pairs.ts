/** Names of columns with both coordinates in one, in small letters. */
const JOINT = /^(?:location|lnglat|lng_lat|lonlat|经纬度|(?:高德|百度|火星)?坐标|坐标点)$/;
const PAIR = /^\s*([+-]?\d+(?:\.\d+)?)\s*[,，]\s*([+-]?\d+(?:\.\d+)?)\s*$/;

/**
 * A table whose one column of pairs, `106.55,29.56` as AMap gives them, has become two, `lng` and
 * `lat`. `null` if it has none, or if a pair could be meant either way round: only what is beyond
 * 90° can't be a latitude.
 */
export function splitPairs(
	header: readonly string[],
	rows: readonly string[][]
): { rows: string[][]; from: string } | null {
	const index = header.findIndex((name) => JOINT.test(name.normalize('NFKC').toLowerCase()));
	const from = header[index];
	if (from === undefined) return null;
	const pairs = rows.map((cells) => pairIn(cells[index] ?? ''));
	const given = pairs.filter((pair) => pair !== null && pair !== '');
	const areBeyond = (side: 0 | 1) => given.every((pair) => Math.abs(Number(pair[side])) > 90);
	if (pairs.includes(null) || given.length === 0 || areBeyond(0) === areBeyond(1)) return null;
	const names = areBeyond(0) ? ['lng', 'lat'] : ['lat', 'lng'];
	const replaced = (cells: readonly string[], two: readonly string[]) => {
		return [...cells.slice(0, index), ...two, ...cells.slice(index + 1)];
	};
	const split = rows.map((cells, i) => replaced(cells, pairs[i] || ['', '']));
	return { rows: [replaced(header, names), ...split], from };
}

/** The two texts; `''` of an empty cell, `null` of any other that is no pair. */
function pairIn(cell: string): [string, string] | '' | null {
	if (cell.trim() === '') return '';
	const [, first, second] = PAIR.exec(cell) ?? [];
	return first === undefined || second === undefined ? null : [first, second];
}
