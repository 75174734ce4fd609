import type { Geometry, Position } from 'geojson';
import type { LngLat } from '../atlas/schema';
import { readParts, writeParts, type TypedFault } from '../geo/typed-position';
import { linesOf, polygonsOf } from '../geo/parts';

/** What a shape can be traced as. */
export type ShapeKind = 'line' | 'area';

/** Fewest corners of a part. */
export const LEAST_CORNERS = { line: 2, area: 3 } as const;

/** Which kind of shape a geometry is; `null` for a point. */
export function shapeKindOf(geometry: Geometry): ShapeKind | null {
	if (geometry.type.endsWith('LineString')) return 'line';
	return geometry.type.endsWith('Polygon') ? 'area' : null;
}

/** The corners of a line or an area, part by part; `null` if an area has holes. */
export function partsOf(geometry: Geometry): Position[][] | null {
	const polygons = polygonsOf(geometry);
	if (polygons.some((rings) => rings.length > 1)) return null;
	return [...linesOf(geometry), ...polygons.map(([ring = []]) => ring.slice(0, -1))];
}

/** A line or an area from the corners of its parts; `null` if a part has too few. */
export function shapeOf(kind: ShapeKind, parts: readonly (readonly LngLat[])[]): Geometry | null {
	const isShort = parts.some((part) => part.length < LEAST_CORNERS[kind]);
	const [first, ...others] = parts.map((part) => [...part]);
	if (!first || isShort) return null;
	const all = [first, ...others];
	if (kind === 'line')
		return others.length > 0
			? { type: 'MultiLineString', coordinates: all }
			: { type: 'LineString', coordinates: first };
	const closed = all.map((ring) => [[...ring, ring[0]!]]);
	return others.length > 0
		? { type: 'MultiPolygon', coordinates: closed }
		: { type: 'Polygon', coordinates: closed[0]! };
}

/** A shape as its corners are typed; `null` if an area has holes. */
export function writeShape(geometry: Geometry): string | null {
	const parts = partsOf(geometry);
	return parts && writeParts(parts);
}

/** What typed corners make. */
export type ReadShape = { shape: Geometry } | { fault: TypedFault } | { tooFew: number };

/** The shape of typed corners, one `lng, lat` a line in WGS-84, parts with an empty line between. */
export function readShape(kind: ShapeKind, text: string): ReadShape {
	const read = readParts(text);
	if ('fault' in read) return read;
	const shape = shapeOf(kind, read.parts);
	return shape ? { shape } : { tooFew: LEAST_CORNERS[kind] };
}
