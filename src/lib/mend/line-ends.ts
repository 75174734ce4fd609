import type { Mender } from './mender';

export const lineEnds: Mender = {
	rule: 'line-ends',
	did: { zh: '换行改成了LF', en: 'wrote LF line ends' },
	mends: ({ text }) => {
		const edits = [...text.matchAll(/\r\n?/g)].map(({ index, 0: end }) => {
			return { start: index, end: index + end.length, text: '\n' };
		});
		return edits.length > 0 ? [{ edits }] : [];
	}
};
