import length from '@turf/length';
import type { Geometry } from 'geojson';

/** Length of a line, or of an area's outline, in metres; 0 for points. */
export function lengthOf(geometry: Geometry): number {
	return length({ type: 'Feature', properties: {}, geometry }, { units: 'meters' });
}
