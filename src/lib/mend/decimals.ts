import { isLong } from '../check/decimals';
import { positionNodes } from './geometry-nodes';
import type { Edit, Mender } from './mender';

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

export const decimals: Mender = {
	rule: 'decimals',
	did: { zh: '坐标四舍五入到6位小数', en: 'rounded positions to 6 decimals' },
	mends: (file) =>
		positionNodes(file).flatMap(({ node, ...feature }) => {
			const edits = [...file.text.slice(node.start, node.end).matchAll(NUMBER)].flatMap(
				({ index, 0: digits }): Edit[] => {
					if (!isLong(Number(digits))) return [];
					const rounded = Math.round(Number(digits) * 1e6) / 1e6;
					const start = node.start + index;
					return [{ start, end: start + digits.length, text: String(rounded) }];
				}
			);
			return edits.length > 0 ? [{ ...feature, edits }] : [];
		})
};
