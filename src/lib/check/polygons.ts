import type { Geometry, Position } from 'geojson';
import type { JsonPath } from '../source/json-path';

/** Every polygon of a geometry, outline first, and the way to it from the geometry. */
export function polygonsIn(geometry: Geometry | null): { rings: Position[][]; path: JsonPath }[] {
	if (geometry?.type === 'Polygon') return [{ rings: geometry.coordinates, path: ['coordinates'] }];
	if (geometry?.type !== 'MultiPolygon') return [];
	return geometry.coordinates.map((rings, i) => ({ rings, path: ['coordinates', i] }));
}
