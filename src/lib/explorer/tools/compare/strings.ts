import type { Lang } from '../../../atlas/atlas';

const en = {
	lead: 'The map is divided by a line that you can drag: one day to the left of it, another to the right.',
	start: 'Compare two days',
	swap: 'Swap the days',
	notLive: 'Without the live map only the marks of places are compared, not lines and stations.',
	changes: (count: number) =>
		count === 0
			? 'No place is told to have changed between these days.'
			: count === 1
				? '1 place differs'
				: `${count} places differ`,
	same: (count: number) => (count === 1 ? '1 place is the same.' : `${count} places are the same.`),
	becomes: 'then',
	openings: (count: number) =>
		count === 1
			? '1 section of the metro opened between them.'
			: `${count} sections of the metro opened between them.`,
	counts: 'Places by status on each day',
	status: 'Status'
};

/** Words of the comparison of two days. Each language has the same keys. */
export const compareStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		lead: '地图以一条可拖动的线分成两半，左右各显示一个日期的状态。',
		start: '比较两个日期',
		swap: '左右对换',
		notLive: '没有实时地图时，只比较地点标记，不比较线路和车站。',
		changes: (count) => (count === 0 ? '两日之间没有地点变化的记录。' : `${count}处地点不同`),
		same: (count) => `${count}处地点相同。`,
		becomes: '变为',
		openings: (count) => `其间开通轨道交通${count}段。`,
		counts: '两日各状态的地点数',
		status: '状态'
	}
};
