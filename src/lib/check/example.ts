import { EXAMPLE } from '../source/starter';
import { inside, placeOfLayer, placeOfSite, placeOfSource, type Place } from './walk';
import type { Rule } from './rule';

export const example: Rule = {
	name: 'example',
	why: {
		zh: '新图志里的示例不是事实，不能发表。',
		en: 'What a new atlas begins with is no fact, and must not be published.'
	},
	severity: 'warning',
	find: (data) => {
		const places: [string, Place][] = [
			...data.sources.map((one): [string, Place] => [one.id, placeOfSource(data, one)]),
			...data.sites.map((one): [string, Place] => [one.id, placeOfSite(one)]),
			...data.layers.map(({ record }): [string, Place] => [record.id, placeOfLayer(record.id)])
		];
		return places
			.filter(([id]) => id === EXAMPLE || id.startsWith(`${EXAMPLE}-`))
			.map(([id, place]) => ({
				...inside(place, 'id'),
				message: { zh: `"${id}"还是示例。`, en: `"${id}" is still an example.` },
				fix: {
					zh: '换成自己的内容，并另取一个id。',
					en: 'Put your own in its place, with an id of its own.'
				}
			}));
	}
};
