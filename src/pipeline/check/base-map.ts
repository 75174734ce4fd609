import { BASE_TYPES, isBaseType } from '../base-types';
import { isUnread } from './walk';
import type { Rule } from './rule';

export const baseMap: Rule = {
	name: 'base-map',
	why: 'Without one feature to draw a base map from, the map is an empty sheet.',
	severity: 'error',
	find: (data) => {
		const files = data.atlas.layers.map((id) => `layers/${id}.geojson`);
		const base = data.layers.filter(({ record }) => isBaseType(record.type));
		const isDrawn = base.some(({ features }) => features.some(({ geometry }) => geometry));
		if (isDrawn || isUnread(data, ...files)) return [];
		return [
			{
				file: 'atlas.json',
				message: `"layers" lists no layer of type ${BASE_TYPES.join(', ')} that has a feature.`,
				fix: 'Add one; water or roads are enough to begin with.'
			}
		];
	}
};
