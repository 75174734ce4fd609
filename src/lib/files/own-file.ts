import type { Geometry } from 'geojson';
import type { Bounds } from '../atlas/schema';

export const FORMATS = ['GeoJSON', 'KML', 'KMZ', 'GPX', 'CSV', 'XLSX', 'Shapefile'] as const;
export type Format = (typeof FORMATS)[number];

/** What the reader says that a file's coordinates are measured in. */
export const OWN_DATUMS = ['WGS-84', 'CGCS2000', 'GCJ-02', 'BD-09'] as const;
export type OwnDatum = (typeof OWN_DATUMS)[number];

export type Scalar = string | number | boolean | null;

export interface OwnFeature {
	/** `[lng, lat]`, as the file has it; `null` where it has no place. */
	geometry: Geometry | null;
	/** Own properties only: a key may be `__proto__`. */
	properties: Readonly<Record<string, Scalar>>;
}

/** What was left out or made good while reading; the interface has the words. */
export type NoteKind =
	'placeless' | 'closed' | 'cut' | 'columns' | 'gb18030' | 'no-projection' | 'projected';

export interface Note {
	kind: NoteKind;
	/** How many, or which. */
	value: number | string;
}

/** All that a file holds. */
export interface ReadFile {
	format: Format;
	features: OwnFeature[];
	/** Names of the properties, in the order in which they first occur. */
	columns: string[];
	notes: Note[];
	/** The datum that the file or its columns name. */
	named: OwnDatum | null;
}

/** What the page needs of a file's features besides their places. */
export interface OwnContent extends Omit<ReadFile, 'features'> {
	/** By feature. */
	rows: OwnFeature['properties'][];
	/** By feature; `null` where it has no place. */
	types: (Geometry['type'] | null)[];
}

/** Where the features of a file are in WGS-84. */
export interface Placed {
	datum: OwnDatum;
	/** Four numbers a feature: west, south, east, north; not numbers where it has no place. */
	boxes: Float64Array;
	/** `null` if nothing has a place. */
	bounds: Bounds | null;
	/** How many features lie outside of the map. */
	outside: number;
	/** Whether some are drawn from close by only. */
	isThinned: boolean;
}

/** So many features are drawn as they were read, too, for comparison. */
export const COMPARED = 2000;
