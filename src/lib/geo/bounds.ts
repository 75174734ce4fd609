import bbox from '@turf/bbox';
import type { Geometry } from 'geojson';
import type { Area, Bounds, LngLat, Location } from '../atlas/schema';
import { circle } from './circle';
import { roundBounds } from './round';

/**
 * The smallest bounds that hold a geometry, `[west, south, east, north]`; infinite and inside out if
 * it is empty.
 */
export function geometryBounds(geometry: Geometry): Bounds {
	const [west, south, east, north] = bbox(geometry);
	return [west, south, east, north];
}

/**
 * What to show of a place: its geometry, a point with the metres of its accuracy around it, or
 * the area that contains it; `null` if neither is known. `[west, south, east, north]`, WGS-84.
 */
export function boundsOf(place: {
	geometry: Geometry | null;
	location: Pick<Location, 'accuracy'> & {
		area?: Pick<Area, 'center' | 'radius'> | undefined;
	};
}): Bounds | null {
	const { accuracy, area } = place.location;
	if (place.geometry) {
		// A line shows by its own extent what to look at; a point has none.
		const margin = place.geometry.type === 'Point' ? (accuracy ?? 0) : 0;
		return padBounds(geometryBounds(place.geometry), margin);
	}
	if (area) return geometryBounds(circle(area.center, area.radius));
	return null;
}

/**
 * The smallest bounds that hold all of `list`, which must not be empty: `[west, south, east, north]`.
 */
export function unionBounds(list: readonly Bounds[]): Bounds {
	return [
		Math.min(...list.map((bounds) => bounds[0])),
		Math.min(...list.map((bounds) => bounds[1])),
		Math.max(...list.map((bounds) => bounds[2])),
		Math.max(...list.map((bounds) => bounds[3]))
	];
}

/**
 * Bounds, `[west, south, east, north]` in WGS-84, grown on each side by a distance in metres, with 6
 * decimals.
 */
export function padBounds([west, south, east, north]: Bounds, metres: number): Bounds {
	if (metres === 0) return roundBounds([west, south, east, north]);
	const low = geometryBounds(circle([west, south], metres));
	const high = geometryBounds(circle([east, north], metres));
	return roundBounds(unionBounds([low, high]));
}

/** Whether two bounds share ground, be it an edge. */
export function meet(a: Bounds, b: Bounds): boolean {
	return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

/** Whether `[lng, lat]` lies within the bounds or on their edge. */
export function contains([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean {
	return lng >= west && lng <= east && lat >= south && lat <= north;
}
