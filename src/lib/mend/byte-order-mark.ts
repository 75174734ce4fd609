import type { Mender } from './mender';

export const byteOrderMark: Mender = {
	rule: 'encoding',
	did: { zh: '删去了字节顺序标记', en: 'took the byte order mark out' },
	mends: ({ text }) => {
		return text.startsWith('\uFEFF') ? [{ edits: [{ start: 0, end: 1, text: '' }] }] : [];
	}
};
