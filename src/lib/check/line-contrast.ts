import { PALETTES } from '../style/palette';
import { contrast } from './contrast';
import { inside, placeOfLine } from './walk';
import type { Rule } from './rule';

/**
 * WCAG 2.2, 1.4.11, asks 3 of graphics, but not where their colour is essential, as a metro line's
 * own is: its operator chose it, and badges have an outline and the line's name beside it. What is
 * left is the bare line on the map, which at half of that can no longer be made out.
 */
const LEAST = 1.5;

const PAPERS = [
	{ paper: PALETTES.light.paper, zh: '浅色', en: 'light' },
	{ paper: PALETTES.dark.paper, zh: '深色', en: 'dark' }
];

export const lineContrast: Rule = {
	name: 'line-contrast',
	why: {
		zh: '与底色几乎一样的线，在地图上看不见。',
		en: 'A line almost of the colour of the paper can not be seen on the map.'
	},
	severity: 'warning',
	find: (data) =>
		data.lines.flatMap((line) =>
			PAPERS.flatMap(({ paper, zh, en }) => {
				const ratio = contrast(line.colour, paper);
				if (ratio >= LEAST) return [];
				const shown = ratio.toFixed(2);
				return [
					{
						...inside(placeOfLine(data, line), 'colour'),
						message: {
							zh: `${line.colour}与${zh}地图的底色${paper}的对比度只有${shown}:1，至少要有${LEAST}:1。`,
							en: `${line.colour} has a contrast of only ${shown}:1 with ${paper}, the paper of the ${en} map; it takes ${LEAST}:1.`
						},
						fix: {
							zh: '核对运营方公布的颜色；没有公布的，选更深或更浅的颜色。',
							en: 'Compare it with what the operator publishes; if there is nothing, choose a darker or lighter one.'
						}
					}
				];
			})
		)
};
