import { idOf } from '../source/read-json';
import type { Mender } from './mender';

export const colourCase: Mender = {
	rule: 'schema',
	did: { zh: '颜色改成了大写', en: 'wrote the colour in capitals' },
	mends: ({ file, root }) => {
		if (file !== 'lines.json') return [];
		return (root?.members?.get('lines')?.items ?? []).flatMap((line) => {
			const node = line.members?.get('colour');
			const value = node?.value;
			if (!node || typeof value !== 'string') return [];
			const capitals = value.toUpperCase();
			if (capitals === value || !/^#[0-9A-F]{6}$/.test(capitals)) return [];
			const feature = idOf(line);
			const edits = [{ start: node.start, end: node.end, text: `"${capitals}"` }];
			return [{ ...(feature !== undefined && { feature }), edits }];
		});
	}
};
