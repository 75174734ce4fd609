import { inside, isUnread, placeOfFeature } from './walk';
import type { Rule } from './rule';

export const stationLink: Rule = {
	name: 'station-link',
	why: {
		zh: '一段轨道连接车站图层里的两个车站。',
		en: 'A piece of track joins two stations of the station layer.'
	},
	severity: 'error',
	find: (data) => {
		const layers = data.layers.filter(({ record }) => record.type === 'metro-station');
		const stations = new Set(layers.flatMap(({ features }) => features.map(({ id }) => id)));
		const files = data.atlas.layers.map((id) => `layers/${id}.geojson`);
		const isUnsure = (id: string): boolean => isUnread(data, id) || isUnread(data, ...files);
		return data.layers
			.filter(({ record }) => record.type === 'metro-track')
			.flatMap(({ file, features }) =>
				features.flatMap((feature) =>
					['from', 'to'].flatMap((end) => {
						const id = String(feature.properties[end]);
						if (stations.has(id) || isUnsure(id)) return [];
						return [
							{
								...inside(placeOfFeature(file, feature), 'properties', end),
								message: {
									zh: `"${end}"是"${id}"，车站图层里没有这一站。`,
									en: `"${end}" is "${id}", but no station layer has that station.`
								},
								fix: { zh: '改正id，或补上车站。', en: 'Correct the id, or add the station.' }
							}
						];
					})
				)
			);
	}
};
