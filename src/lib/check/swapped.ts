import { misplaced, subject } from './misplaced';
import type { Rule } from './rule';

export const swapped: Rule = {
	name: 'swapped',
	why: {
		zh: 'GeoJSON先写经度，后写纬度；许多来源和工具的顺序相反。',
		en: 'GeoJSON writes [lng, lat]; many sources and tools give lat, lng.'
	},
	severity: 'error',
	find: (data) =>
		misplaced(data, 'swapped').map((fault) => {
			const [lat, lng] = fault.position;
			const { zh, en } = subject(fault);
			return {
				...fault.place,
				message: {
					zh: `${zh}写成了[纬度, 经度]：对调之后就在图志范围内。`,
					en: `${en} written as [lat, lng]: swapped, it lies in the atlas.`
				},
				fix: {
					zh: `把经度写在前面：[${lng}, ${lat}]。`,
					en: `Write longitude first: [${lng}, ${lat}].`
				}
			};
		})
};
