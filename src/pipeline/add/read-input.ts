import { SheetNotFoundError } from 'read-excel-file/node';
import { readFile as readBytes } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { coordinateColumns, type CoordinateColumns } from '../../lib/files/csv-columns';
import { datumNamed } from '../../lib/files/datum-name';
import type { OwnDatum, ReadFile } from '../../lib/files/own-file';
import { readFile } from '../../lib/files/read-file';
import type { AskColumns } from '../../lib/files/read-table';
import { issueOf, Refusal, refusal } from './problem';
import { isXlsx, readXlsx } from './read-xlsx';

/** A file as it was read. */
export interface Input extends ReadFile {
	/** Its name, without folders. */
	name: string;
	/** The datum that its name tells: a hint, no declaration. */
	hinted: OwnDatum | null;
	/** Of a table, the columns with its coordinates. */
	coordinates: string[];
}

/** Which columns of a table are the coordinates; `null`: those whose names say so. */
export type Locate = (
	header: readonly string[],
	isClear: boolean
) => Promise<CoordinateColumns | null>;

/**
 * Reads a file of any format that can be added, by the browser's own readers.
 *
 * @param sheet of a workbook; without it, the first
 * @throws Refusal with what is wrong and where
 */
export async function readInput(
	file: string,
	sheet: string | undefined,
	locate: Locate
): Promise<Input> {
	const name = basename(file);
	const bytes = await bytesOf(file);
	const read = await told(name, () => readAny(name, bytes, sheet));
	const isClear = !('header' in read);
	const isTable = !isClear || read.format === 'CSV' || read.format === 'XLSX';
	const columns = isTable ? await locate(isClear ? read.columns : read.header, isClear) : null;
	if (isClear && !columns) return inputOf(read, isTable ? coordinateColumns(read.columns) : null);
	if (!columns) throw new Error(`${name}: nobody has named its columns`);
	const located = await told(name, () => readAny(name, bytes, sheet, columns));
	if ('header' in located) throw new Error(`${name}: its columns were named and not taken`);
	return inputOf(located, columns);

	function inputOf(file: ReadFile, at: CoordinateColumns | null): Input {
		const coordinates = at ? [at.lng, at.lat].map((i) => file.columns[i] ?? '') : [];
		return { ...file, name, hinted: datumNamed(name), coordinates };
	}
}

async function bytesOf(file: string): Promise<Uint8Array> {
	try {
		return await readBytes(file);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
		throw refusal(file, `The file can't be opened (${code}).`, 'Give the path of a file.');
	}
}

async function readAny(
	name: string,
	bytes: Uint8Array,
	sheet: string | undefined,
	columns?: CoordinateColumns
): Promise<ReadFile | AskColumns> {
	if (isOldWorkbook(bytes)) {
		const message = 'This is a workbook in the format of Excel 97, which can’t be read.';
		throw refusal(name, message, 'Save it as .xlsx, or as CSV.');
	}
	if (isXlsx(bytes)) return readXlsx(bytes, sheet, columns);
	if (sheet !== undefined)
		throw refusal(name, 'Only a workbook (.xlsx) has sheets.', 'Leave --sheet out.');
	// Under a name that tells nothing but the format, what the file declares is all that counts.
	return readFile(`file${extname(name)}`, bytes, columns);
}

const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

function isOldWorkbook(bytes: Uint8Array): boolean {
	return OLD_WORKBOOK.every((byte, i) => bytes[i] === byte);
}

async function told<T>(name: string, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof Refusal) throw error;
		if (error instanceof SheetNotFoundError)
			throw refusal(name, error.message, 'Give the name of one of its sheets with --sheet.');
		throw new Refusal([issueOf(error, name)]);
	}
}
