import type { Position } from 'geojson';
import { inside, locatedFeaturesOf } from './walk';
import type { Rule } from './rule';

export const readingMissing: Rule = {
	name: 'reading-missing',
	why: {
		zh: '不写来源给出的原坐标和坐标系，谁也无法核对换算。',
		en: 'Without the position as its source gave it, and its datum, nobody can check a conversion.'
	},
	severity: 'error',
	find: (data) =>
		locatedFeaturesOf(data).flatMap(({ place, geometry, location }) => {
			if (geometry?.type !== 'Point' || location.reading) return [];
			const at = geometry.coordinates;
			if (location.precision === 'area' && isRounded(at)) return [];
			return [
				{
					...inside(place, 'properties', 'location'),
					message: {
						zh: `点[${at.join(', ')}]没有"location.reading"，坐标系无从核对。`,
						en: `The point [${at.join(', ')}] has no "location.reading", so its datum can not be checked.`
					},
					fix: {
						zh: '按来源原样补上{"position": [经度, 纬度], "datum": "WGS-84"、"GCJ-02"或"BD-09"}。自己画的圆，圆心精度写"area"，小数最多3位。',
						en: 'Add {"position": [lng, lat], "datum": "WGS-84", "GCJ-02" or "BD-09"} as the source gave it. The centre of a circle that you drew yourself has precision "area" and at most 3 decimals.'
					}
				}
			];
		})
};

/** At most 3 decimals, about 100 m: as an editor sets the centre of a circle. */
function isRounded(position: Position): boolean {
	return position.every((value) => Math.round(value * 1000) / 1000 === value);
}
