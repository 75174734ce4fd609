import { isUnread } from './walk';
import type { Rule } from './rule';

export const emptyLayer: Rule = {
	name: 'empty-layer',
	why: {
		zh: '空图层也列在图层面板里，读者打开了却什么也没有。',
		en: 'The panel lists a layer without features too, and readers switch on nothing.'
	},
	severity: 'warning',
	find: (data) =>
		data.layers
			.filter(({ file, features }) => features.length === 0 && !isUnread(data, file))
			.map(({ file, record }) => ({
				file,
				path: ['features'],
				feature: record.id,
				message: {
					zh: `图层“${record.title.zh}”没有要素。`,
					en: `The layer "${record.title.en}" has no features.`
				},
				fix: {
					zh: '补上要素，或把它从atlas.json的"layers"里删去。',
					en: 'Add its features, or take it out of "layers" in atlas.json.'
				}
			}))
};
