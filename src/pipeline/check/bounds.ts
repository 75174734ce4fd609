import { misplaced, subject } from './misplaced';
import type { Rule } from './rule';

export const bounds: Rule = {
	name: 'bounds',
	why: 'A position outside of the atlas is a typing fault, or nobody will ever see it.',
	severity: 'error',
	find: (data) =>
		misplaced(data, 'outside').map((fault) => ({
			...fault.place,
			message: `${subject(fault)} outside of the atlas, [${data.atlas.bounds.join(', ')}].`,
			fix: 'Correct the position; or, if it is right, widen "bounds" in atlas.json.'
		}))
};
