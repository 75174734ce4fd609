import type { Details, SiteBrief } from '../../atlas/brief';
import type { Precision, Source, Status } from '../../atlas/schema';
import { sourcesOf } from '../../pages/sources';
import type { Column } from '../../view/table';
import { formatMetres } from '../format';
import { cellOf, type Cell } from '../tools/table/cells';
import type { Known } from '../tools/table/known';

/** A row of the printed table; all in the language of the sheet. */
export interface PrintedRow {
	id: string;
	/** From 1. */
	number: number;
	mark: { status: Status; precision: Precision };
	name: Cell;
	kind: Cell;
	status: Cell;
	since: Cell;
	precision: Cell;
	/** Within what its place is known; empty if not at all. */
	accuracy: string;
	promise: Cell;
	outcome: Cell;
	/** Numbers of its sources, from 1. */
	sources: number[];
}

export interface PrintedTable {
	rows: PrintedRow[];
	/** What the rows cite, in the order of their numbers. */
	sources: Source[];
}

/** The table of sites on paper, with the sources that its rows cite, numbered as they come. */
export function printedTable(
	sites: readonly SiteBrief[],
	known: Known,
	details: Details
): PrintedTable {
	const numbers = new Map<Source, number>();
	const rows = sites.map((site, index): PrintedRow => {
		const told = details.sites[site.id];
		const cited = told ? sourcesOf(told, details) : [];
		for (const source of cited) if (!numbers.has(source)) numbers.set(source, numbers.size + 1);
		const cell = (column: Column) => cellOf(site, column, known);
		return {
			id: site.id,
			number: index + 1,
			mark: { status: known.statusOf(site).status, precision: site.location.precision },
			name: cell('name'),
			kind: cell('kind'),
			status: cell('status'),
			since: cell('since'),
			precision: cell('precision'),
			accuracy: accuracyOf(site, known),
			promise: cell('promise'),
			outcome: cell('outcome'),
			sources: cited.map((source) => numbers.get(source) ?? 0).sort((a, b) => a - b)
		};
	});
	return { rows, sources: [...numbers.keys()] };
}

function accuracyOf({ location }: SiteBrief, { strings, lang }: Known): string {
	const { precision, accuracy } = location;
	if (accuracy === null) return '';
	return strings[precision === 'area' ? 'radius' : 'accuracy'](formatMetres(accuracy, lang));
}
