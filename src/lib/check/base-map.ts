import { BASE_TYPES, isBaseType } from '../source/base-types';
import { isUnread } from './walk';
import type { Rule } from './rule';

export const baseMap: Rule = {
	name: 'base-map',
	why: {
		zh: '底图至少要有一个能画的要素，否则地图是一张白纸。',
		en: 'Without one feature to draw a base map from, the map is an empty sheet.'
	},
	severity: 'error',
	find: (data) => {
		const files = data.atlas.layers.map((id) => `layers/${id}.geojson`);
		const base = data.layers.filter(({ record }) => isBaseType(record.type));
		const isDrawn = base.some(({ features }) => features.some(({ geometry }) => geometry));
		if (isDrawn || isUnread(data, ...files)) return [];
		return [
			{
				file: 'atlas.json',
				path: ['layers'],
				message: {
					zh: `"layers"里没有一个类型为${BASE_TYPES.join('、')}且有要素的图层。`,
					en: `"layers" lists no layer of type ${BASE_TYPES.join(', ')} that has a feature.`
				},
				fix: {
					zh: '加上一个；先有水面或道路就够了。',
					en: 'Add one; water or roads are enough to begin with.'
				}
			}
		];
	}
};
