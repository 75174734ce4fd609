import { misplaced, subject } from './misplaced';
import type { Rule } from './rule';

export const nullIsland: Rule = {
	name: 'null-island',
	why: {
		zh: '表格里的空格常变成[0, 0]；我们没有地点在那里。',
		en: 'A position of [0, 0] stands for "empty" in spreadsheets; no place of ours is there.'
	},
	severity: 'error',
	find: (data) =>
		misplaced(data, 'null-island').map((fault) => {
			const { zh, en } = subject(fault);
			return {
				...fault.place,
				message: {
					zh: `${zh}在非洲外海：空单元格被当成了坐标。`,
					en: `${en} off the coast of Africa: an empty cell turned into a place.`
				},
				fix: {
					zh: '写上坐标；没有坐标就写"geometry": null，精度写"unlocated"。',
					en: 'Write the position, or "geometry": null and precision "unlocated".'
				}
			};
		})
};
