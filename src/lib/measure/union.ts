import union from '@turf/union';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ringArea, sum } from './geodesic';

/** What any of the rings, of `[lng, lat]`, encloses. Takes up to seconds for hundreds of them. */
export function unionOf(rings: readonly Position[][]): MultiPolygon {
	const features = rings.map((ring) => {
		const geometry: Polygon = { type: 'Polygon', coordinates: [ring] };
		return { type: 'Feature' as const, properties: {}, geometry };
	});
	const [first] = features;
	if (!first) return { type: 'MultiPolygon', coordinates: [] };
	const joined =
		features.length > 1 ? union({ type: 'FeatureCollection', features })?.geometry : first.geometry;
	if (joined?.type === 'MultiPolygon') return joined;
	return { type: 'MultiPolygon', coordinates: joined ? [joined.coordinates] : [] };
}

/** Square metres on the ellipsoid, holes left out. */
export function areaOf({ coordinates }: MultiPolygon): number {
	const areas = coordinates.map(
		([outer = [], ...holes]) => ringArea(outer) - sum(holes.map(ringArea))
	);
	return sum(areas);
}
