import { featuresOf, isUnread } from './walk';
import type { Rule } from './rule';

export const lineLink: Rule = {
	name: 'line-link',
	why: 'Colour and badge of a track, station or section come from its metro line.',
	severity: 'error',
	find: (data) => {
		const known = new Set(data.lines.map(({ id }) => id));
		return featuresOf(data).flatMap(({ place, properties }) => {
			const ids = [properties['line'] ?? [], properties['lines'] ?? []].flat() as string[];
			return ids
				.filter((id) => !known.has(id) && !isUnread(data, 'lines.json', id))
				.map((id) => ({
					...place,
					message: `It names the metro line "${id}", which lines.json does not have.`,
					fix: 'Correct the id, or add the line to lines.json.'
				}));
		});
	}
};
