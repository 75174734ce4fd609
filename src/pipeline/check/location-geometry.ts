import type { Geometry } from 'geojson';
import type { Location } from '../../lib/atlas/schema';
import { locatedFeaturesOf } from './walk';
import type { Rule } from './rule';

export const locationGeometry: Rule = {
	name: 'location-geometry',
	why: 'A place nobody has published has no geometry, and a place with one says how good it is.',
	severity: 'error',
	find: (data) =>
		locatedFeaturesOf(data).flatMap(({ place, geometry, location }) => {
			const fault = faultOf(geometry, location);
			return fault ? [{ ...place, message: fault[0], fix: fault[1] }] : [];
		})
};

function faultOf(
	geometry: Geometry | null,
	{ precision, accuracy }: Location
): [message: string, fix: string] | null {
	if (precision === 'unlocated') {
		if (geometry) {
			return [
				`The precision is "unlocated", but there is a ${geometry.type}.`,
				'Write "geometry": null, or the precision that the geometry has.'
			];
		}
		if (accuracy === null) return null;
		return [`It has no geometry, but an accuracy of ${accuracy} m.`, 'Write "accuracy": null.'];
	}
	if (!geometry) {
		return [
			`The precision is "${precision}", but there is no geometry.`,
			'Add the geometry, or write precision "unlocated" with the area that contains it.'
		];
	}
	if (accuracy !== null) return null;
	return ['There is a geometry, but its accuracy is null.', 'Write the accuracy in metres.'];
}
