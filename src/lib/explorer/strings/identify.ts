import type { Lang } from '../../atlas/atlas';
import type { GroundKind } from '../../style/declaration';

const en = {
	found: 'What lies here',
	own: 'your file',
	more: (count: number) =>
		count === 1 ? 'and 1 more of your file' : `and ${count} more of your file`,
	kinds: { station: 'metro station', line: 'metro line', road: 'road' } satisfies Record<
		GroundKind,
		string
	>,
	since: (year: number) => `since ${year}`
};

/** Words for what lies at a click. Each language has the same keys. */
export const identifyStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		found: '此处有',
		own: '自己的文件',
		more: (count) => `文件中另有${count}个要素`,
		kinds: { station: '轨道车站', line: '轨道线路', road: '道路' },
		since: (year) => `${year}年起`
	}
};
