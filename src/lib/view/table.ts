/** The columns of the table of sites, in their order. */
export const COLUMNS = [
	'name',
	'other',
	'status',
	'since',
	'theme',
	'kind',
	'precision',
	'accuracy',
	'promise',
	'outcome',
	'line',
	'length',
	'passages',
	'lng',
	'lat',
	'sources'
] as const;
export type Column = (typeof COLUMNS)[number];

/** By what the rows of a table are sorted. */
export interface Sort {
	column: Column;
	descending: boolean;
}

/** How the table of sites is shown. */
export interface TableView {
	/** `null`: in the order of the text. */
	sort: Sort | null;
	/** Those shown, in the order of `COLUMNS`; the name always is. */
	columns: readonly Column[];
}

export const FIRST_TABLE: TableView = {
	sort: null,
	columns: ['name', 'status', 'since', 'kind', 'precision', 'outcome', 'length']
};

/** Reads a table from the query of a link. Never throws; what is unknown or malformed is dropped. */
export function parseTable(query: URLSearchParams): TableView {
	return { sort: parseSort(query.get('sort')), columns: parseColumns(query.get('cols')) };
}

/** Writes a table as parts of a query, none for the first one. ASCII; at most 150 characters. */
export function writeTable({ sort, columns }: TableView): string[] {
	const shown = columns.join('.');
	return [
		...(sort ? [`sort=${sort.descending ? '-' : ''}${sort.column}`] : []),
		...(shown === FIRST_TABLE.columns.join('.') ? [] : [`cols=${shown}`])
	];
}

/** The sort that comes when a column is asked for again: upwards, downwards, as in the text. */
export function nextSort(sort: Sort | null, column: Column): Sort | null {
	if (sort?.column !== column) return { column, descending: false };
	return sort.descending ? null : { column, descending: true };
}

function parseSort(text: string | null): Sort | null {
	const [, minus, name] = /^(-?)([a-z]+)$/.exec(text ?? '') ?? [];
	const column = COLUMNS.find((one) => one === name);
	return column ? { column, descending: minus === '-' } : null;
}

function parseColumns(text: string | null): readonly Column[] {
	const names = (text ?? '').split('.');
	if (!COLUMNS.some((column) => names.includes(column))) return FIRST_TABLE.columns;
	return COLUMNS.filter((column) => column === 'name' || names.includes(column));
}
