import { isPlaceholder } from './placeholder';
import { inside, isUnread, locatedFeaturesOf } from './walk';
import type { Rule } from './rule';

export const basis: Rule = {
	name: 'basis',
	why: {
		zh: '不说明怎样找到的点，和随手一点没有区别。',
		en: 'A point without a word on how it was found is no better than a guess.'
	},
	severity: 'error',
	find: (data) => {
		const kinds = new Map(data.sources.map(({ id, kind }) => [id, kind]));
		return locatedFeaturesOf(data).flatMap(({ place, geometry, properties, location }) => {
			const { basis, sources } = location;
			if (!geometry) return [];
			const at = inside(place, 'properties', 'location');
			const names = Object.values((properties['name'] ?? {}) as Record<string, string>);
			const says = (text: string): boolean => !isPlaceholder(text) && !names.includes(text.trim());
			if (!says(basis.zh) || !says(basis.en)) {
				return [
					{
						...inside(at, 'basis'),
						message: {
							zh: `有图形，"location.basis"却是“${basis.zh}”，没有说明位置怎样得来。`,
							en: `There is a geometry, but "location.basis" is "${basis.en}", which does not say how it was found.`
						},
						fix: {
							zh: '写明依据什么、怎样定的位；没有依据就写"geometry": null和"unlocated"。',
							en: 'Say from what and how it was placed; without a basis write "geometry": null and "unlocated".'
						}
					}
				];
			}
			const isFound = sources.some((id) => kinds.get(id) !== 'search' && kinds.has(id));
			if (isFound || isUnread(data, 'sources.json', ...sources)) return [];
			if (sources.some((id) => !kinds.has(id))) return [];
			return [
				{
					...inside(at, 'sources'),
					message: {
						zh: `有图形，位置却只依据搜索记录：${sources.join('、')}。`,
						en: `There is a geometry, but only searches as its sources: ${sources.join(', ')}.`
					},
					fix: {
						zh: '引用给出位置的来源；没有就写"geometry": null和"unlocated"。',
						en: 'Cite what gives the position; without it write "geometry": null and "unlocated".'
					}
				}
			];
		});
	}
};
