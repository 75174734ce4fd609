import { misplaced, subject } from './misplaced';
import type { Rule } from './rule';

export const nullIsland: Rule = {
	name: 'null-island',
	why: 'A position of [0, 0] stands for "empty" in spreadsheets; no place of ours is there.',
	severity: 'error',
	find: (data) =>
		misplaced(data, 'null-island').map((fault) => ({
			...fault.place,
			message: `${subject(fault)} off the coast of Africa: an empty cell turned into a place.`,
			fix: 'Write the position, or "geometry": null and precision "unlocated".'
		}))
};
