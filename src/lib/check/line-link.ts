import type { JsonPath } from '../source/json-path';
import { featuresOf, inside, isUnread } from './walk';
import type { Rule } from './rule';

export const lineLink: Rule = {
	name: 'line-link',
	why: {
		zh: '轨道、车站和区段的颜色与标牌，都来自所属的地铁线。',
		en: 'Colour and badge of a track, station or section come from its metro line.'
	},
	severity: 'error',
	find: (data) => {
		const known = new Set(data.lines.map(({ id }) => id));
		return featuresOf(data).flatMap(({ place, properties }) =>
			linesIn(properties)
				.filter(({ id }) => !known.has(id) && !isUnread(data, 'lines.json', id))
				.map(({ id, path }) => ({
					...inside(place, 'properties', ...path),
					message: {
						zh: `它写了地铁线"${id}"，lines.json里没有。`,
						en: `It names the metro line "${id}", which lines.json does not have.`
					},
					fix: {
						zh: '改正id，或把这条线加进lines.json。',
						en: 'Correct the id, or add the line to lines.json.'
					}
				}))
		);
	}
};

function linesIn(properties: Record<string, unknown>): { id: string; path: JsonPath }[] {
	const { line, lines = [] } = properties as { line?: string; lines?: string[] };
	return [
		...(line === undefined ? [] : [{ id: line, path: ['line'] }]),
		...lines.map((id, i) => ({ id, path: ['lines', i] }))
	];
}
