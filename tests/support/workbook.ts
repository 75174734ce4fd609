import { strToU8, zipSync } from 'fflate';

type Cell = string | number | null;

/** A workbook as Excel writes it: texts in a list of their own, numbers in place. */
export function workbook(
	sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>
): Uint8Array {
	const texts: string[] = [];
	const names = Object.keys(sheets);
	const cell = (value: Cell, column: number, row: number): string => {
		if (value === null) return '';
		const at = `${String.fromCharCode(65 + column)}${row + 1}`;
		if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
		texts.push(value);
		return `<c r="${at}" t="s"><v>${texts.length - 1}</v></c>`;
	};
	const sheetFiles = names.map((name, i) => {
		const rows = (sheets[name] ?? []).map((cells, row) => {
			const inside = cells.map((value, column) => cell(value, column, row)).join('');
			return `<row r="${row + 1}">${inside}</row>`;
		});
		const xml = `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
		return [`xl/worksheets/sheet${i + 1}.xml`, part(xml)] as const;
	});
	const listed = names.map(
		(name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`
	);
	const links = names.map(
		(_, i) =>
			`<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`
	);
	const strings = `<Relationship Id="rId99" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`;
	const shared = texts.map((text) => `<si><t>${text}</t></si>`).join('');
	return zipSync({
		'[Content_Types].xml': part(`<Types xmlns="${PACKAGE}/content-types"/>`),
		'_rels/.rels': part(
			`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
		),
		'xl/workbook.xml': part(
			`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': part(
			`<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}${strings}</Relationships>`
		),
		'xl/sharedStrings.xml': part(`<sst xmlns="${MAIN}">${shared}</sst>`),
		...Object.fromEntries(sheetFiles)
	});
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function part(xml: string): Uint8Array {
	return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
}
