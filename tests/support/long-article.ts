import { figuresOf } from '../../src/lib/text/figures';
import type { GazetteerEntry } from '../../src/lib/text/mentions';
import { INVENTED_PLACES } from './invented-article';

/** The invented places and some more, for an article of the usual length. */
export const LONG_PLACES: GazetteerEntry[] = [
	...INVENTED_PLACES,
	...places({
		'willow-park': '柳荫公园',
		'north-hospital': '枫溪区第二医院',
		'ring-tunnel': '环山隧道',
		'seed-park': '新芽产业园',
		'reed-village': '芦花村',
		'sun-school': '向阳小学',
		'cable-road': '缆桥路',
		'west-plaza': '西门广场'
	})
];

/** An invented article: captions, headings, and paragraphs of several sentences. */
export const LONG_ARTICLE = [
	'枫溪这一年',
	'柳荫公园的清晨 本报记者 某某 摄',
	'2026年3月8日,枫溪区召开会议。会上说,过去一年全区完成投资120亿元,新开工项目45个。',
	'车站与道路',
	'枫溪东站还在收尾。站房面积约16万平方米,屋顶已经封好。工人说,最忙的时候有900人同时在岗。',
	'从枫溪东站出发,8号线一期要穿过石桥立交。这条线长23公里,设15座车站,计划2027年6月30日通车。',
	'道路也没有停。缆桥路拓宽到40米,古槐大道(石桥—东门)重新铺了路面,环山隧道的左洞在去年11月打通。',
	'环山隧道全长3600米。它通车以后,从芦花村到西门广场只要12分钟。',
	'工厂与实验室',
	'北岸轴厂去年做出260万件产品,比前年多了18%。厂长说,新车间今年五月投产。',
	'和北岸轴厂隔河相望的,是新芽产业园。园里有37家公司,一半做传感器。',
	'新芽产业园还要扩建二期,占地58公顷,引来青禾大学的两个课题组。',
	'云上实验室上月开了第4次会议。会后公布的名单上有21位学者。',
	'到2030年,云上实验室要招60人,发表论文800篇,并把仪器借给青禾大学使用。',
	'街坊与学校',
	'白鹭码头的旧仓库改成了书店。每到周末,约有3000人来这里看江。',
	'石桥的老街修好了126扇木窗。居民说,风雨天不再漏水。',
	'向阳小学今年多招5个班。新校舍在芦花村,能坐下1080名学生。',
	'枫溪区第二医院的急诊楼有200张床位,比原来多出一倍。医院还在石桥设了分诊点。',
	'西门广场的喷泉停了7年,今年国庆节前要重新打开。',
	'柳荫公园新种1500棵树,铺了9公里步道。',
	'土地与买卖',
	'1月20日,甲12/03地块成交,总价6.4亿元。它离枫溪东站不到一公里。',
	'该地块的买家来自邻省,在那里有14个商场。',
	'枫溪东站新城今年要再出让4宗土地,并把白鹭码头到枫溪东站的岸线连起来。',
	'全区就业率保持在93%以上。',
	'年底前,还有250户居民要搬进新居。',
	'某某 某某 某某'
];

/** What a retelling of it names and counts, in its own words. */
export const LONG_PASSAGES = [
	retold(2, ['willow-park'], '公园的照片。'),
	retold(3, [], '2026年3月8日的会议:投资120亿元,45个新项目。'),
	retold(5, ['east-station'], '站房16万平方米,最多900人施工。'),
	retold(
		6,
		['line-8', 'bridge-interchange', 'east-station'],
		'23公里、15座车站,2027年6月30日通车。'
	),
	retold(7, ['cable-road', 'old-avenue', 'ring-tunnel'], '道路宽40米,隧道一侧打通。'),
	retold(8, ['ring-tunnel', 'reed-village', 'west-plaza'], '3.6公里,12分钟。'),
	retold(10, ['north-works'], '260万件,增长18%。'),
	retold(11, ['seed-park', 'north-works'], '37家公司。'),
	retold(12, ['seed-park', 'qinghe-university'], '扩建58公顷。'),
	retold(13, ['cloud-lab'], '第4次会议,21位学者。'),
	retold(14, ['cloud-lab', 'qinghe-university'], '到2030年招60人,论文800篇。'),
	retold(16, ['egret-pier'], '周末有3000人。'),
	retold(17, ['stone-bridge'], '修好126扇木窗。'),
	retold(18, ['sun-school', 'reed-village'], '多招5个班,1080名学生。'),
	retold(19, ['north-hospital', 'stone-bridge'], '200张床位。'),
	retold(20, ['west-plaza'], '停了7年的喷泉。'),
	retold(21, ['willow-park'], '1500棵树,9公里步道。'),
	retold(23, ['plot', 'east-station'], '1月20日以6.4亿元成交。'),
	retold(24, ['plot'], '买家有14个商场。'),
	retold(25, ['station-town', 'egret-pier', 'east-station'], '再出让4宗土地。'),
	retold(26, [], '就业率93%。'),
	retold(27, [], '250户搬家。')
];

function places(names: Record<string, string>): GazetteerEntry[] {
	return Object.entries(names).map(([site, name]) => ({ name, site, lang: 'zh' }));
}

function retold(n: number, sites: string[], words: string) {
	return { n, sites, words, figures: figuresOf(words) };
}
