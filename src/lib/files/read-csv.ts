import Papa from 'papaparse';
import type { CoordinateColumns } from './csv-columns';
import { FileFault } from './fault';
import type { ReadFile } from './own-file';
import { readTable, type AskColumns } from './read-table';

/**
 * Reads a table as text, separated by comma, semicolon, tab or bar; see `readTable`.
 *
 * @throws FileFault also at a quotation mark that is missing or misplaced
 */
export function readCsv(text: string, columns?: CoordinateColumns): ReadFile | AskColumns {
	// The empty line after the last break would keep two columns from being seen as two.
	const { data, errors } = Papa.parse<string[]>(text.replace(/[\r\n]+$/, ''));
	const [broken] = errors.filter(({ type }) => type === 'Quotes');
	if (broken) {
		const row = (broken.row ?? 0) + 1;
		throw new FileFault('quotes', { row }, data[row - 1]?.join(','));
	}
	return readTable(data, 'CSV', columns);
}
