import { isUnread, placeOfFeature } from './walk';
import type { Rule } from './rule';

export const stationLink: Rule = {
	name: 'station-link',
	why: 'A piece of track joins two stations of the station layer.',
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
								...placeOfFeature(file, feature),
								message: `"${end}" is "${id}", but no station layer has that station.`,
								fix: 'Correct the id, or add the station.'
							}
						];
					})
				)
			);
	}
};
