import { placeOfLine } from './walk';
import type { Rule } from './rule';

export const lineColour: Rule = {
	name: 'line-colour',
	why: 'Readers know a metro line by its colour: no two may share one.',
	severity: 'error',
	find: (data) =>
		data.lines.flatMap(({ id, colour }, i) => {
			const other = data.lines.slice(0, i).find((line) => line.colour === colour);
			if (!other) return [];
			return [
				{
					...placeOfLine(data, id),
					message: `The colour ${colour} is also that of ${other.name.en} (${other.id}).`,
					fix: 'Write the colour that the operator publishes for this line.'
				}
			];
		})
};
