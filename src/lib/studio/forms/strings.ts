import type { Lang } from '../../atlas/atlas';

const en = {
	dayHint: 'As exact as the source: 2025-06-27, 2025-06 or 2025',
	today: 'Today',
	notANumber: (text: string) => `“${text}” is no number; the last number is kept.`,
	unknown: 'Unknown'
};

const zh: typeof en = {
	dayHint: '与来源一样精确：2025-06-27、2025-06或2025',
	today: '今天',
	notANumber: (text) => `“${text}”不是数字，暂时保留原来的数。`,
	unknown: '不详'
};

export const formStrings: Record<Lang, typeof en> = { zh, en };
