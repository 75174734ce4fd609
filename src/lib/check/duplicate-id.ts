import type { SourceData } from '../source/types';
import { locate } from './locate';
import {
	inside,
	placeOfFeature,
	placeOfLine,
	placeOfSite,
	placeOfSource,
	type Place
} from './walk';
import type { Finding, Rule } from './rule';

export const duplicateId: Rule = {
	name: 'duplicate-id',
	why: {
		zh: '链接、网址和地图状态都靠id：两样东西同一个id就分不清了。',
		en: 'Links, addresses and map states go by id: two things with one id can not be told apart.'
	},
	severity: 'error',
	find: (data) =>
		[
			data.sources.map((source) => placed(source.id, placeOfSource(data, source))),
			data.lines.map((line) => placed(line.id, placeOfLine(data, line))),
			data.sites.map((site) => placed(site.id, placeOfSite(site))),
			...data.layers.map(({ file, features }) =>
				features.map((feature) => placed(feature.id, placeOfFeature(file, feature)))
			),
			listed(data.atlas.layers, 'layers'),
			listed(data.atlas.articles, 'articles')
		].flatMap((list) => repeated(list, data))
};

interface Named {
	id: string;
	place: Place;
}

function placed(id: string, place: Place): Named {
	return { id, place: inside(place, 'id') };
}

function listed(ids: readonly string[], key: string): Named[] {
	return ids.map((id, i) => ({ id, place: { file: 'atlas.json', path: [key, i] } }));
}

function repeated(list: readonly Named[], data: SourceData): Finding[] {
	const first = new Map<string, Place>();
	return list.flatMap(({ id, place }) => {
		const earlier = first.get(id);
		if (!earlier) {
			first.set(id, place);
			return [];
		}
		const line = locate(data, earlier)?.line;
		const where = {
			zh: line ? `，第一次在第${line}行` : '',
			en: line ? `, first on line ${line}` : ''
		};
		return [
			{
				...place,
				feature: id,
				message: {
					zh: `id"${id}"用了两次${where.zh}。`,
					en: `The id "${id}" is given twice${where.en}.`
				},
				fix: {
					zh: '给其中一个换个id；如果是同一样东西，就删去一个。',
					en: 'Give one of them another id, or take it out if it is the same thing.'
				}
			}
		];
	});
}
