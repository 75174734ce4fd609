import type { Geometry, Position } from 'geojson';
import { FileFault, type FilePlace } from './fault';
import { LIMITS } from './limits';

/** What cleaning counts, over all geometries of a file. */
export interface Tally {
	vertices: number;
	/** Rings that were open. */
	closed: number;
}

/**
 * A geometry of GeoJSON that can be drawn, made from what a file has: two numbers a position,
 * rings closed, empty parts left out; `null` for nothing at all. Rings may turn either way.
 *
 * @throws FileFault at what is no geometry or has no place on earth
 */
export function cleanGeometry(value: unknown, place: FilePlace, tally: Tally): Geometry | null {
	return geometryIn(value, { place, tally }, 0);
}

interface Context {
	place: FilePlace;
	tally: Tally;
}

function geometryIn(value: unknown, context: Context, depth: number): Geometry | null {
	const { place } = context;
	if (value === null || value === undefined) return null;
	if (typeof value !== 'object') throw new FileFault('geometry', place, value);
	if (depth > LIMITS.depth) throw new FileFault('too-deep', place, LIMITS.depth);
	const { type, coordinates, geometries } = value as Record<string, unknown>;
	switch (type) {
		case 'Point':
			return isEmpty(coordinates) ? null : { type, coordinates: positionIn(coordinates, context) };
		case 'MultiPoint':
			return some(type, each(coordinates, context, positionIn));
		case 'LineString': {
			const line = lineIn(coordinates, context);
			return line && { type, coordinates: line };
		}
		case 'MultiLineString':
			return some(type, each(coordinates, context, lineIn));
		case 'Polygon':
			return some(type, each(coordinates, context, ringIn));
		case 'MultiPolygon':
			return some(
				type,
				each(coordinates, context, (rings) => {
					const polygon = each(rings, context, ringIn);
					return polygon.length ? polygon : null;
				})
			);
		case 'GeometryCollection': {
			const parts = each(geometries, context, (part) => geometryIn(part, context, depth + 1));
			return parts.length ? { type, geometries: parts } : null;
		}
		default:
			throw new FileFault('geometry', place, type);
	}
}

function some<T extends Exclude<Geometry['type'], 'GeometryCollection'>>(
	type: T,
	coordinates: unknown[]
): Geometry | null {
	return coordinates.length ? ({ type, coordinates } as unknown as Geometry) : null;
}

function isEmpty(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

/** What `one` makes of each member, without the empty ones. */
function each<T>(
	list: unknown,
	context: Context,
	one: (value: unknown, context: Context) => T | null
): T[] {
	if (!Array.isArray(list)) throw new FileFault('coordinates', context.place, list);
	return list.flatMap((value) => {
		const made = one(value, context);
		return made === null ? [] : [made];
	});
}

function lineIn(value: unknown, context: Context): Position[] | null {
	const line = pathIn(value, context);
	if (line.length === 1) throw new FileFault('too-few', context.place, line);
	return line.length ? line : null;
}

function ringIn(value: unknown, context: Context): Position[] | null {
	const ring = pathIn(value, context);
	const [first] = ring;
	const last = ring.at(-1);
	if (!first || !last) return null;
	if (first[0] !== last[0] || first[1] !== last[1]) {
		ring.push(first);
		context.tally.closed++;
	}
	if (ring.length < 4) throw new FileFault('too-few', context.place, ring);
	return ring;
}

function pathIn(value: unknown, context: Context): Position[] {
	if (!Array.isArray(value)) throw new FileFault('coordinates', context.place, value);
	if (value.length > LIMITS.part)
		throw new FileFault('part-too-long', context.place, `${value.length} > ${LIMITS.part}`);
	return value.map((position) => positionIn(position, context));
}

function positionIn(value: unknown, { place, tally }: Context): Position {
	const [lng, lat] = Array.isArray(value) ? (value as unknown[]) : [];
	if (!Number.isFinite(lng) || !Number.isFinite(lat))
		throw new FileFault('coordinates', place, value);
	if (Math.abs(lng as number) > 180 || Math.abs(lat as number) > 90)
		throw new FileFault('out-of-range', place, value);
	if (++tally.vertices > LIMITS.vertices)
		throw new FileFault('too-many-vertices', place, LIMITS.vertices);
	return [lng as number, lat as number];
}
