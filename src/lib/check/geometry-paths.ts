import type { Geometry, Position } from 'geojson';
import type { JsonPath } from '../source/json-path';

/** A line or a ring of a geometry, and the way to it from the geometry. */
export interface GeometryPath {
	positions: Position[];
	path: JsonPath;
	ring: 'outline' | 'hole' | null;
}

/** A position of a geometry, and the way to it from the geometry. */
export interface PlacedPosition {
	position: Position;
	path: JsonPath;
}

/** Every line and every ring of a geometry, in the order of the file. */
export function geometryPaths(geometry: Geometry): GeometryPath[] {
	switch (geometry.type) {
		case 'LineString':
			return [{ positions: geometry.coordinates, path: ['coordinates'], ring: null }];
		case 'MultiLineString':
			return geometry.coordinates.map((positions, i) => {
				return { positions, path: ['coordinates', i], ring: null };
			});
		case 'Polygon':
			return rings(geometry.coordinates, ['coordinates']);
		case 'MultiPolygon':
			return geometry.coordinates.flatMap((polygon, i) => rings(polygon, ['coordinates', i]));
		case 'GeometryCollection':
			return geometry.geometries.flatMap((part, i) =>
				geometryPaths(part).map((one) => ({ ...one, path: ['geometries', i, ...one.path] }))
			);
		default:
			return [];
	}
}

/** Every position of a geometry, in the order of the file. */
export function placedPositions(geometry: Geometry): PlacedPosition[] {
	switch (geometry.type) {
		case 'Point':
			return [{ position: geometry.coordinates, path: ['coordinates'] }];
		case 'MultiPoint':
			return spread(geometry.coordinates, ['coordinates']);
		case 'GeometryCollection':
			return geometry.geometries.flatMap((part, i) =>
				placedPositions(part).map((one) => ({ ...one, path: ['geometries', i, ...one.path] }))
			);
		default:
			return geometryPaths(geometry).flatMap(({ positions, path }) => spread(positions, path));
	}
}

function rings(polygon: Position[][], path: JsonPath): GeometryPath[] {
	return polygon.map((positions, i) => {
		return { positions, path: [...path, i], ring: i === 0 ? 'outline' : 'hole' };
	});
}

function spread(positions: readonly Position[], path: JsonPath): PlacedPosition[] {
	return positions.map((position, i) => ({ position, path: [...path, i] }));
}
