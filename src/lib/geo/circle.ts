import turfCircle from '@turf/circle';
import type { Polygon } from 'geojson';
import type { LngLat } from '../atlas/schema';
import { roundPosition } from './round';

/**
 * A circle as a polygon of 64 corners, counter-clockwise and closed.
 *
 * @param center `[lng, lat]`, WGS-84
 * @param radius metres
 */
export function circle(center: LngLat, radius: number): Polygon {
	const { coordinates } = turfCircle(center, radius, { units: 'meters' }).geometry;
	return { type: 'Polygon', coordinates: coordinates.map((ring) => ring.map(roundPosition)) };
}
