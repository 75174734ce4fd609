import intersects from '@turf/boolean-intersects';
import type { Geometry, Polygon } from 'geojson';
import type { SiteBrief } from '../atlas/brief';
import { metresTo } from '../geo/nearest';
import { positionsOf } from '../geo/parts';

/** Whether a site meets a condition of place; `maybe`: its own place is not known well enough. */
export type Answer = 'yes' | 'maybe' | 'no';

type Placed = Pick<SiteBrief, 'geometry' | 'location'>;

/** Whether a site lies no farther than `metres` from a geometry. */
export function isNear(site: Placed, from: Geometry, metres: number): Answer {
	const ground = groundOf(site);
	if (!ground) return 'no';
	const away = metresApart(ground.geometry, from);
	if (away + ground.accuracy <= metres) return 'yes';
	return away - ground.accuracy <= metres ? 'maybe' : 'no';
}

/** Whether a site lies in an area; a line does if any of it does. */
export function isIn(site: Placed, area: Polygon): Answer {
	const ground = groundOf(site);
	if (!ground) return 'no';
	const { geometry, accuracy } = ground;
	const isInside = intersects(geometry, area);
	if (geometry.type !== 'Point') return isInside ? 'yes' : 'no';
	const edge = { type: 'LineString' as const, coordinates: area.coordinates[0] ?? [] };
	const isClear = metresTo(geometry.coordinates, edge) >= accuracy;
	if (isClear) return isInside ? 'yes' : 'no';
	return 'maybe';
}

/**
 * What is known of where a site is: its geometry, or the middle of the circle that holds it, and
 * the metres around that within which it lies; `null` where nothing is.
 */
export function groundOf({
	geometry,
	location
}: Placed): { geometry: Geometry; accuracy: number } | null {
	if (geometry) return { geometry, accuracy: location.accuracy ?? 0 };
	const { area } = location;
	if (!area) return null;
	return { geometry: { type: 'Point', coordinates: area.center }, accuracy: area.radius };
}

/** Metres between what is nearest in two geometries; 0 where they meet. */
function metresApart(a: Geometry, b: Geometry): number {
	if (intersects(a, b)) return 0;
	const steps = [
		...positionsOf(a).map((position) => metresTo(position, b)),
		...positionsOf(b).map((position) => metresTo(position, a))
	];
	return Math.min(...steps);
}
