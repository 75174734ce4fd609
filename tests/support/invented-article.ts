import { figuresOf } from '../../src/lib/text/figures';
import type { GazetteerEntry } from '../../src/lib/text/mentions';

/** Names of places that do not exist, for tests of texts. */
export const INVENTED_PLACES: GazetteerEntry[] = [
	{ name: '枫溪东站', site: 'east-station', lang: 'zh' },
	{ name: 'Fengxi East Station', site: 'east-station', lang: 'en' },
	{ name: '枫溪东站新城', site: 'station-town', lang: 'zh' },
	{ name: '8号线一期', site: 'line-8', lang: 'zh' },
	{ name: '8号线', site: 'line-8', lang: 'zh' },
	{ name: 'Line 8', site: 'line-8', lang: 'en' },
	{ name: '石桥', site: 'stone-bridge', lang: 'zh' },
	{ name: 'Shiqiao', site: 'stone-bridge', lang: 'en' },
	{ name: '石桥立交', site: 'bridge-interchange', lang: 'zh' },
	{ name: '云上实验室', site: 'cloud-lab', lang: 'zh' },
	{ name: '青禾大学', site: 'qinghe-university', lang: 'zh' },
	{ name: '白鹭码头', site: 'egret-pier', lang: 'zh' },
	{ name: '甲12/03地块', site: 'plot', lang: 'zh' },
	{ name: '北岸轴厂', site: 'north-works', lang: 'zh' },
	{ name: '古槐大道(石桥—东门)', site: 'old-avenue', lang: 'zh' }
];

/** An article about them: layout lines, captions, and places that several lines name. */
export const INVENTED_ARTICLE = [
	'|',
	'北岸轴厂外景 摄/某某 |',
	'|',
	'清晨的枫溪东站 |',
	'枫溪新貌',
	'2月3日,北岸轴厂拿下一张海外订单,金额4亿元。',
	'2025年是枫溪的建设年。',
	'厂里的人说,北岸轴厂去年做出260万件产品,创下纪录。',
	'和北岸轴厂一样的企业越来越多,三年计划已经开始。',
	'云上实验室上月开了第4次会议,今年要请来更多的人。',
	'云上实验室计划到2030年招60人,发表论文800篇。',
	'青禾大学与白鹭码头合作,带学生去看水文。',
	'枫溪东站新城是重点。今年枫溪东站要开通,8号线一期、石桥立交和古槐大道(石桥—东门)要通车。',
	'12月8日,甲12/03地块成交,离枫溪东站不远。',
	'该地块的买家在全球700强之中。',
	'依托枫溪东站,外来投资会更多。',
	'全区就业率保持在92%以上。',
	'石桥的15分钟生活圈也在规划之中。',
	'白鹭码头要新建5个社区小站。',
	'某某 某某'
];

/** What a retelling of that article's lines would name and count, in its own words. */
export const INVENTED_PASSAGES = [
	retold(2, ['north-works'], '工厂的照片。'),
	retold(4, ['east-station'], '车站的照片。'),
	retold(6, ['north-works'], '2025年2月3日,一张4亿元的订单。'),
	retold(7, [], '2025年的计划。'),
	retold(8, ['north-works'], '2024年产量2600000件,两个车间轮班。'),
	retold(9, ['north-works'], '三年计划。'),
	retold(10, ['cloud-lab'], '第4次会议,2025年招人。'),
	retold(11, ['cloud-lab'], '到2030年有60人,800篇论文。'),
	retold(12, ['qinghe-university', 'egret-pier'], '合作看水文。'),
	retold(
		13,
		['station-town', 'east-station', 'line-8', 'bridge-interchange', 'old-avenue'],
		'2025年通车,共五项。'
	),
	retold(14, ['plot', 'east-station'], '12月8日成交。'),
	retold(15, ['plot'], '买家是世界700强。'),
	retold(16, ['east-station'], '2025年吸引投资。'),
	retold(17, [], '就业率92%。'),
	retold(18, ['stone-bridge'], '15分钟的生活圈。'),
	retold(19, ['egret-pier'], '新建5个小站。')
];

function retold(n: number, sites: string[], words: string) {
	return { n, sites, words, figures: figuresOf(words) };
}
