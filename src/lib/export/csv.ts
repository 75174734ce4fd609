import type { Geometry, Position } from 'geojson';
import type { Export, Facts } from './export';
import { rightHanded } from './right-handed';

const BOM = '\uFEFF';

/**
 * Sites as CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets take
 * Chinese for another encoding. `lng` and `lat` are the site's anchor; `wkt` is its geometry as
 * well-known text. All three are empty where nobody has published the place. A table has no room
 * for what holds for all of it.
 */
export function csvOf({ sites }: Pick<Export, 'sites'>): string {
	const rows = sites.map(({ facts, anchor, geometry }) => ({
		...facts,
		lng: anchor?.[0] ?? null,
		lat: anchor?.[1] ?? null,
		wkt: geometry && wkt(rightHanded(geometry))
	}));
	const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
	const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
	return BOM + lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function cell(value: Facts[string] | undefined): string {
	const text = typeof value === 'string' ? harmless(value) : String(value ?? '');
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Keeps spreadsheets from running a text as a formula, also behind a control character that they
 * pass over: those that no text needs are left out, as NUL makes a file look as if it were no text.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(text: string): string {
	const plain = text.replace(CONTROL, '');
	return /^[=+\-@\t\r\n＝＋－＠]/.test(plain) ? `'${plain}` : plain;
}

const CONTROL = /[^\P{Cc}\t\r\n]/gu;

/** Well-known text of OGC Simple Features, 06-103r4, section 7. */
function wkt(geometry: Geometry): string {
	const name = geometry.type.toUpperCase();
	if (geometry.type === 'GeometryCollection')
		return `${name} (${geometry.geometries.map(wkt).join(', ')})`;
	if (geometry.type === 'Point') return `${name} (${pair(geometry.coordinates)})`;
	return `${name} ${nested(geometry.coordinates)}`;
}

type Nested = Position | Nested[];

function nested(coordinates: Nested[]): string {
	const parts = coordinates.map((part) =>
		typeof part[0] === 'number' ? pair(part as Position) : nested(part as Nested[])
	);
	return `(${parts.join(', ')})`;
}

function pair([lng = 0, lat = 0]: Position): string {
	return `${lng} ${lat}`;
}
