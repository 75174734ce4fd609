import { placeOfFeature, placeOfLine, placeOfSite, placeOfSource, type Place } from './walk';
import type { Finding, Rule } from './rule';

export const duplicateId: Rule = {
	name: 'duplicate-id',
	why: 'Links, addresses and map states go by id: two things with one id can not be told apart.',
	severity: 'error',
	find: (data) => [
		...repeated(data.sources.map(({ id }) => ({ id, place: placeOfSource(data, id) }))),
		...repeated(data.lines.map(({ id }) => ({ id, place: placeOfLine(data, id) }))),
		...repeated(data.sites.map((site) => ({ id: site.id, place: placeOfSite(site) }))),
		...data.layers.flatMap(({ file, features }) => repeated(placed(file, features))),
		...repeated(data.atlas.layers.map((id) => ({ id, place: { file: 'atlas.json' } }))),
		...repeated(data.atlas.articles.map((id) => ({ id, place: { file: 'atlas.json' } })))
	]
};

interface Named {
	id: string;
	place: Place;
}

function placed(file: string, features: readonly { id: string; line: number }[]): Named[] {
	return features.map((feature) => ({ id: feature.id, place: placeOfFeature(file, feature) }));
}

function repeated(list: readonly Named[]): Finding[] {
	const first = new Map<string, Place>();
	return list.flatMap(({ id, place }) => {
		const earlier = first.get(id);
		if (!earlier) {
			first.set(id, place);
			return [];
		}
		const where = earlier.line === undefined ? '' : `, first on line ${earlier.line}`;
		return [
			{
				...place,
				feature: id,
				message: `The id "${id}" is given twice${where}.`,
				fix: 'Give one of them another id, or take it out if it is the same thing.'
			}
		];
	});
}
