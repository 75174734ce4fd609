import { misplaced, subject } from './misplaced';
import type { Rule } from './rule';

export const swapped: Rule = {
	name: 'swapped',
	why: 'GeoJSON writes [lng, lat]; many sources and tools give lat, lng.',
	severity: 'error',
	find: (data) =>
		misplaced(data, 'swapped').map((fault) => {
			const [lat, lng] = fault.position;
			return {
				...fault.place,
				message: `${subject(fault)} written as [lat, lng]: swapped, it lies in the atlas.`,
				fix: `Write longitude first: [${lng}, ${lat}].`
			};
		})
};
