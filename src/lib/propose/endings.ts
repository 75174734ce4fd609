import type { Kind } from '../atlas/terms';

/** How much of a name must stand before an ending. */
export type Need =
	/** Anything but a word that describes: 学府大道 is a name, 城市道路 is none. */
	| 'any'
	/** A word that names: 协和医院 is a name, 综合医院 is none. */
	| 'own';

/** The end of a place's name and what it says of the place. */
export interface Ending {
	zh: string;
	kind: Kind;
	/** For the suggested id. */
	en: string;
	need: Need;
	/** What follows is the name of another place, inside this one: 城北街道花园社区. */
	closes?: boolean;
}

/** Endings of one kind as `中文 english`, separated by commas. */
function endings(kind: Kind, need: Need, list: string, closes = false): Ending[] {
	return list.split(',').map((pair) => {
		const [zh = '', en = ''] = pair.trim().split(' ');
		return { zh, en, kind, need, ...(closes && { closes }) };
	});
}

/** Every ending that makes a name look like that of a place; the longest that fits counts. */
const ENDINGS: readonly Ending[] = [
	...endings(
		'road',
		'any',
		'路 road,北路 north-road,南路 south-road,东路 east-road,西路 west-road,中路 middle-road,' +
			'大道 avenue,大道东 avenue-east,大道西 avenue-west,大道南 avenue-south,大道北 avenue-north,大道中 avenue-middle,街 street,大路 road,大街 street,巷 lane,胡同 hutong,快速路 expressway,环路 ring-road,' +
			'高架 viaduct,高架路 viaduct,高架桥 viaduct,步行街 street'
	),
	...endings(
		'road',
		'own',
		'公路 highway,快速 expressway,绿道 greenway,通道 passage,' +
			'匝道 ramp,高铁 railway,铁路 railway,城际铁路 railway,支线 branch'
	),
	...endings(
		'road',
		'any',
		'桥 bridge,大桥 bridge,特大桥 bridge,铁路桥 bridge,过江通道 crossing,长江大桥 bridge,黄河大桥 bridge'
	),
	...endings('road', 'own', '高速 motorway,高速公路 motorway', true),
	...endings('interchange', 'any', '立交 interchange,立交桥 interchange,互通 interchange'),
	...endings('tunnel', 'any', '隧道 tunnel,长江隧道 tunnel,地道 underpass,下穿道 underpass'),
	...endings(
		'station',
		'any',
		'站 station,东站 east-station,西站 west-station,南站 south-station,北站 north-station,' +
			'火车站 station,地铁站 station,高铁站 station,客运站 coach-station,枢纽 hub,交通枢纽 hub,' +
			'机场 airport,国际机场 airport,航站楼 terminal'
	),
	...endings(
		'waterfront',
		'own',
		'港 port,港区 port,码头 pier,江 river,湾 bay,岛 island,屿 island,洲 island,池 lake,溪 stream,运河 canal,' +
			'水库 reservoir,湿地 wetland,沙滩 beach,海滩 beach'
	),
	...endings('waterfront', 'any', '湖 lake,河 river'),
	...endings(
		'factory',
		'own',
		'工厂 factory,厂 works,厂区 works,公司 company,有限公司 company,股份有限公司 company,' +
			'有限责任公司 company,制造基地 factory,生产基地 factory'
	),
	...endings(
		'innovation',
		'own',
		'园区 park,产业园 park,产业园区 park,科技园 science-park,科技园区 science-park,软件园 software-park,' +
			'创意园 creative-park,创新园 innovation-park,大学科技园 science-park,工业园 industrial-park,工业区 industrial-area,高新园 science-park,科创园 science-park,' +
			'工业园区 industrial-park,物流园 logistics-park,生态园 park,科学园 science-park,基地 base,' +
			'研发基地 base,产业基地 base,创新港 innovation-port,研发中心 research-centre,创新中心 innovation-centre,' +
			'孵化器 incubator,综合保税区 bonded-zone,综保区 bonded-zone,保税区 bonded-zone,保税港区 bonded-zone,' +
			'软件谷 software-valley,小镇 town,数据中心 data-centre,数谷 valley'
	),
	...endings(
		'innovation',
		'any',
		'科学城 science-city,科技城 science-city,科教城 science-city,知识城 knowledge-city,纳米城 science-city'
	),
	...endings(
		'lab',
		'own',
		'实验室 laboratory,重点实验室 laboratory,研究院 institute,研究所 institute,研究中心 research-centre,' +
			'科学中心 science-centre,技术研究院 institute,科学院 academy'
	),
	...endings('campus', 'any', '大学 university,校区 campus'),
	...endings(
		'campus',
		'own',
		'学院 college,中学 school,小学 school,学校 school,外国语学校 school,' +
			'实验学校 school,幼儿园 kindergarten,大学城 university-town,党校 school'
	),
	...endings(
		'finance',
		'own',
		'金融中心 financial-centre,金融城 financial-city,金融街 financial-street,交易所 exchange,' +
			'商务区 business-district,金融商务区 business-district,中央商务区 business-district'
	),
	...endings('plot', 'own', '地块 plot'),
	...endings(
		'area',
		'any',
		'公园 park,森林公园 park,遗址公园 park,湿地公园 park,体育公园 park,广场 square,博物馆 museum,植物园 garden,动物园 zoo,医院 hospital,院区 hospital,人民医院 hospital,' +
			'体育馆 gymnasium,体育场 stadium,图书馆 library,美术馆 art-museum,纪念馆 memorial-hall,科技馆 science-museum,' +
			'展览馆 exhibition-hall,大剧院 theatre'
	),
	...endings(
		'area',
		'own',
		'中心 centre,会展中心 exhibition-centre,体育中心 sports-centre,剧院 theatre,' +
			'旅游区 resort,风情区 quarter,艺术中心 arts-centre,大厦 building,商场 mall,' +
			'购物中心 mall,商圈 shopping-area,度假区 resort,风景区 scenic-area,景区 scenic-area,古镇 old-town,' +
			'老街 old-street,历史文化街区 historic-quarter,街区 quarter,艺术区 arts-district,书院 academy,寺 temple,塔 tower,' +
			'乐园 park,游乐园 park,山 mountain,城 city,长廊 corridor,走廊 corridor,合作区 zone,风光带 corridor,核心区 core,功能区 zone,示范区 zone,' +
			'度假村 resort,园 garden,遗址 ruins,故居 residence,自贸区 free-trade-zone,实验区 zone,生态区 zone'
	),
	...endings(
		'area',
		'own',
		'新片区 new-area,高新区 high-tech-zone,' +
			'经开区 development-zone,经济技术开发区 development-zone,' +
			'高新技术产业开发区 high-tech-zone,示范片区 area',
		true
	),
	...endings(
		'area',
		'any',
		'新城 new-town,新区 new-area,开发区 development-zone,片区 area,组团 area,街道 subdistrict,镇 town,乡 township',
		true
	),
	...endings(
		'community',
		'own',
		'社区 community,小区 community,村 village,新村 village,家园 community,花园 community'
	)
];

const LONGEST_FIRST: readonly Ending[] = ENDINGS.toSorted((a, b) => b.zh.length - a.zh.length);

/** The endings that are words of their own, which name nothing without another before them. */
export const ENDING_WORDS: ReadonlySet<string> = new Set(
	ENDINGS.map(({ zh }) => zh).filter((zh) => zh.length > 1)
);

/** The longest ending that a text ends with, or `null`. */
export function endingOf(text: string): Ending | null {
	return LONGEST_FIRST.find(({ zh }) => text.endsWith(zh)) ?? null;
}
