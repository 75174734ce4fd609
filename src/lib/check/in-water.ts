import { within } from '../geo/within';
import type { Geometry } from 'geojson';
import type { SourceData } from '../source/types';
import { SITE_FILES } from '../source/site-files';
import { featuresOf, inside, type PlacedFeature } from './walk';
import type { Rule } from './rule';

export const inWater: Rule = {
	name: 'in-water',
	why: {
		zh: '建筑落在江里，不是坐标错了就是坐标系错了。',
		en: 'A building in a river is a wrong position or a wrong datum.'
	},
	severity: 'warning',
	find: (data) => {
		const rivers = data.layers
			.filter(({ record }) => record.type === 'water')
			.flatMap(({ features }) => features)
			.flatMap(({ geometry, properties }) => {
				return geometry && properties['kind'] === 'river' ? [geometry] : [];
			});
		return dryPoints(data).flatMap(({ place, geometry }) => {
			if (geometry?.type !== 'Point') return [];
			const at = geometry.coordinates;
			if (!rivers.some((river: Geometry) => within(at, river))) return [];
			return [
				{
					...inside(place, 'geometry', 'coordinates'),
					message: {
						zh: `坐标[${at.join(', ')}]落在江河里。`,
						en: `The position [${at.join(', ')}] lies in a river.`
					},
					fix: {
						zh: '改正它；如果是从国内地图服务读来的，先转换为WGS-84。',
						en: 'Correct it; if it was read off a Chinese map service, convert it to WGS-84.'
					}
				}
			];
		});
	}
};

/** Points that stand for a built thing; the centre of an area may well lie in a river. */
function dryPoints(data: SourceData): PlacedFeature[] {
	const stations = new Set(
		data.layers.filter(({ record }) => record.type === 'metro-station').map(({ file }) => file)
	);
	const built = new Set(
		data.sites
			.filter(({ properties: { kind, location } }) => {
				const isAreal = kind === 'area' || kind === 'waterfront' || kind === 'tunnel';
				return !isAreal && location.precision !== 'area';
			})
			.map(({ id }) => id)
	);
	return featuresOf(data).filter(({ place, id }) => {
		return stations.has(place.file) || (place.file in SITE_FILES && built.has(id));
	});
}
