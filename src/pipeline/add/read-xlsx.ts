import { Buffer } from 'node:buffer';
import { InvalidSpreadsheetError, readSheet, SheetNotFoundError } from 'read-excel-file/node';
import type { CoordinateColumns } from '../../lib/files/csv-columns';
import { FileFault } from '../../lib/files/fault';
import type { ReadFile } from '../../lib/files/own-file';
import { readTable, type AskColumns } from '../../lib/files/read-table';
import { unzip } from '../../lib/files/unzip';

const ARCHIVE = [0x50, 0x4b];

/** Whether bytes are a workbook of Excel 2007 or later: an archive with a workbook in it. */
export function isXlsx(bytes: Uint8Array): boolean {
	if (!ARCHIVE.every((byte, i) => bytes[i] === byte)) return false;
	return unzip(bytes, (name) => name === 'xl/workbook.xml').size > 0;
}

/**
 * Reads a sheet of a workbook as a table.
 *
 * @param sheet its name; without it, the first
 * @throws FileFault as the table of a text would, and if it is no workbook; SheetNotFoundError
 */
export async function readXlsx(
	bytes: Uint8Array,
	sheet?: string,
	columns?: CoordinateColumns
): Promise<ReadFile | AskColumns> {
	// The library unpacks whatever it is given: this stops at the limits.
	unzip(bytes, (name) => /\.(?:xml|rels)$/.test(name));
	const rows = await readSheet(Buffer.from(bytes), sheet ?? 1).catch((error: unknown) => {
		if (error instanceof SheetNotFoundError) throw error;
		const isBroken = error instanceof InvalidSpreadsheetError;
		throw new FileFault('zip', {}, isBroken ? error.message : String(error));
	});
	return readTable(
		rows.map((row) => row.map(asText)),
		'XLSX',
		columns
	);
}

/** A cell as a table of text would have it; a date as its day. */
function asText(cell: unknown): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	if (typeof cell === 'string') return cell;
	return cell === null ? '' : JSON.stringify(cell);
}
