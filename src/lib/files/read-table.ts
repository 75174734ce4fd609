import { Collector } from './collector';
import { coordinateColumns, type CoordinateColumns } from './csv-columns';
import { datumNamed } from './datum-name';
import { FileFault } from './fault';
import type { Format, ReadFile } from './own-file';
import { splitPairs } from './split-pairs';

/** A table whose coordinate columns the reader has to name. */
export interface AskColumns {
	header: string[];
	/** The first rows. */
	rows: string[][];
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const SHOWN_ROWS = 3;

/**
 * Reads a table whose first row has names. Rows without coordinates are kept without a place.
 *
 * @param columns where the reader says that the coordinates are
 * @throws FileFault at a coordinate that is no plain decimal number
 */
export function readTable(
	[first, ...rows]: readonly string[][],
	format: Format,
	columns?: CoordinateColumns
): ReadFile | AskColumns {
	const header = distinct(first ?? []);
	const at = columns ?? coordinateColumns(header);
	if (!at) {
		const split = splitPairs(header, rows);
		const read = split && readTable(split.rows, format);
		if (!read || 'header' in read) return { header, rows: rows.slice(0, SHOWN_ROWS) };
		return { ...read, named: datumNamed(split.from) };
	}
	const collector = new Collector();
	collector.named = datumNamed(`${header[at.lng]} ${header[at.lat]}`);
	rows.forEach((cells, i) => {
		const row = i + 2;
		if (cells.every((cell) => cell.trim() === '')) return;
		const lng = coordinate(cells, at.lng, header, row);
		const lat = coordinate(cells, at.lat, header, row);
		if ((lng === null) !== (lat === null))
			throw new FileFault('number', { row, field: header[lng === null ? at.lng : at.lat] ?? '' });
		const geometry = lng === null ? null : { type: 'Point', coordinates: [lng, lat] };
		collector.add(
			geometry,
			header.map((name, j) => [name, cells[j] ?? null] as const),
			{ row }
		);
	});
	return collector.finish(format);
}

/** Names for all columns: a number for those without, and for those that repeat another. */
function distinct(names: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return names.map((given, i) => {
		const name = given.trim() || `#${i + 1}`;
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times === 1 ? name : `${name} (${times})`;
	});
}

function coordinate(
	cells: readonly string[],
	index: number,
	header: readonly string[],
	row: number
): number | null {
	const text = (cells[index] ?? '').trim();
	if (text === '') return null;
	if (!NUMBER.test(text)) throw new FileFault('number', { row, field: header[index] ?? '' }, text);
	return Number(text);
}
