import type { Geometry, Position } from 'geojson';
import { doubleArea } from '../geo/anchor';

/**
 * The same geometry with outer rings counter-clockwise and holes clockwise, as RFC 7946
 * (section 3.1.6), KML and OGC Simple Features ask.
 */
export function rightHanded(geometry: Geometry): Geometry {
	if (geometry.type === 'Polygon')
		return { ...geometry, coordinates: geometry.coordinates.map(wound) };
	if (geometry.type === 'MultiPolygon')
		return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(wound)) };
	return geometry;
}

function wound(ring: Position[], index: number): Position[] {
	return doubleArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse();
}
