import type { Position } from 'geojson';
import { locatedFeaturesOf } from './walk';
import type { Rule } from './rule';

export const readingMissing: Rule = {
	name: 'reading-missing',
	why: 'Without the position as its source gave it, and its datum, nobody can check a conversion.',
	severity: 'error',
	find: (data) =>
		locatedFeaturesOf(data).flatMap(({ place, geometry, location }) => {
			if (geometry?.type !== 'Point' || location.reading) return [];
			const at = geometry.coordinates;
			if (location.precision === 'area' && isRounded(at)) return [];
			return [
				{
					...place,
					message: `The point [${at.join(', ')}] has no "location.reading", so its datum can not be checked.`,
					fix: 'Add {"position": [lng, lat], "datum": "WGS-84", "GCJ-02" or "BD-09"} as the source gave it. The centre of a circle that you drew yourself has precision "area" and at most 3 decimals.'
				}
			];
		})
};

/** At most 3 decimals, about 100 m: as an editor sets the centre of a circle. */
function isRounded(position: Position): boolean {
	return position.every((value) => Math.round(value * 1000) / 1000 === value);
}
