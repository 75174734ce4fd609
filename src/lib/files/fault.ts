/** Why a file can't be read; the interface has the words and the next step. */
export type FaultKind =
	| 'empty'
	| 'too-big'
	| 'unknown-format'
	| 'loose-shapefile'
	| 'encoding'
	| 'json'
	| 'not-geojson'
	| 'crs'
	| 'geometry'
	| 'coordinates'
	| 'out-of-range'
	| 'too-few'
	| 'too-deep'
	| 'too-many-features'
	| 'too-many-vertices'
	| 'part-too-long'
	| 'quotes'
	| 'number'
	| 'xml'
	| 'no-features'
	| 'zip'
	| 'bomb'
	| 'too-many-entries'
	| 'nothing-inside'
	| 'several-inside'
	| 'shapefile'
	| 'dbf'
	| 'projection'
	| 'unexpected';

/** Where in a file something stands; numbers count from 1, bytes from 0. */
export interface FilePlace {
	/** Name of a file in an archive. */
	entry?: string;
	feature?: number;
	line?: number;
	column?: number;
	/** Of a table, the row of names included. */
	row?: number;
	/** Name of a table's column. */
	field?: string;
	byte?: number;
}

export interface Fault {
	kind: FaultKind;
	place: FilePlace;
	/** What stands there, or the limit that was passed, cut to a line. */
	value: string;
}

/** Ends the reading of a file. */
export class FileFault extends Error {
	readonly fault: Fault;

	constructor(kind: FaultKind, place: FilePlace = {}, value: unknown = '') {
		const text = shortened(value);
		super(`${kind} ${JSON.stringify(place)} ${text}`);
		this.fault = { kind, place, value: text };
	}
}

const LINE = 80;

/** A value as a line of text. */
function shortened(value: unknown): string {
	const text = typeof value === 'string' ? value : written(value);
	const line = text.slice(0, LINE * 2).replaceAll(/\s+/g, ' ');
	return line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line;
}

function written(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		// Nested too deep to be written.
		return '…';
	}
}
