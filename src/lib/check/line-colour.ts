import { inside, placeOfLine } from './walk';
import type { Rule } from './rule';

export const lineColour: Rule = {
	name: 'line-colour',
	why: {
		zh: '读者靠颜色认地铁线：两条线不能同色。',
		en: 'Readers know a metro line by its colour: no two may share one.'
	},
	severity: 'error',
	find: (data) =>
		data.lines.flatMap((line, i) => {
			const { colour } = line;
			const other = data.lines.slice(0, i).find((one) => one.colour === colour);
			if (!other) return [];
			return [
				{
					...inside(placeOfLine(data, line), 'colour'),
					message: {
						zh: `${colour}也是${other.name.zh}（${other.id}）的颜色。`,
						en: `The colour ${colour} is also that of ${other.name.en} (${other.id}).`
					},
					fix: {
						zh: '写运营方为这条线公布的颜色。',
						en: 'Write the colour that the operator publishes for this line.'
					}
				}
			];
		})
};
