import type { Geometry, Position } from 'geojson';

/** Every position of a geometry, `[lng, lat]`, in order. */
export function positionsOf(geometry: Geometry): Position[] {
	switch (geometry.type) {
		case 'Point':
			return [geometry.coordinates];
		case 'MultiPoint':
			return geometry.coordinates;
		case 'GeometryCollection':
			return geometry.geometries.flatMap(positionsOf);
		default:
			return [...linesOf(geometry), ...polygonsOf(geometry).flat()].flat();
	}
}

/** The lines of a line geometry; none for any other. */
export function linesOf(geometry: Geometry): Position[][] {
	if (geometry.type === 'LineString') return [geometry.coordinates];
	return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

/** The polygons of an area geometry, each as its rings, the outer one first; none for any other. */
export function polygonsOf(geometry: Geometry): Position[][][] {
	if (geometry.type === 'Polygon') return [geometry.coordinates];
	return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}
