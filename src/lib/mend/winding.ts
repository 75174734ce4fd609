import type { Position } from 'geojson';
import { doubleArea } from '../geo/anchor';
import { pathNodes } from './geometry-nodes';
import type { Mender } from './mender';

export const winding: Mender = {
	rule: 'winding',
	did: { zh: '把轮廓的坐标倒了过来', en: 'turned the outline round' },
	mends: (file) =>
		pathNodes(file).flatMap(({ ring, positions, list, ...feature }) => {
			const area = ring ? doubleArea(list.value as Position[]) : 0;
			if (area === 0 || area < 0 === (ring === 'hole')) return [];
			const edits = positions.map(({ start, end }, i) => {
				const other = positions[positions.length - 1 - i]!;
				return { start, end, text: file.text.slice(other.start, other.end) };
			});
			return [{ ...feature, edits }];
		})
};
