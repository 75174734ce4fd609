import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/lib/atlas/terms';
import { proposePlaces, type Proposal } from '../../src/lib/propose/proposals';
import { createGazetteer, type GazetteerEntry } from '../../src/lib/text/mentions';
import { CHINESE } from '../../src/pipeline/chinese';
import { SIMPLIFIED } from '../../src/lib/text/simplified';
import { INVENTED_PLACES } from '../support/invented-article';
import { proposalTexts, type ProposalText } from '../support/proposal-texts';

function propose(text: string, known: GazetteerEntry[] = [], ids: string[] = []): Proposal[] {
	return proposePlaces(text.split('\n'), createGazetteer(known, SIMPLIFIED), ids, CHINESE);
}

function names(text: string, known?: GazetteerEntry[]): string[] {
	return propose(text, known).map(({ name }) => name);
}

/** How many of a text's places are proposed, and how many proposals are none. */
function score({ lines, places }: ProposalText) {
	const proposals = propose(lines.join('\n'));
	const forms = new Set(proposals.flatMap(({ name, variants }) => [name, ...variants]));
	const wrong = proposals.filter(
		({ name, variants }) => ![name, ...variants].some((form) => places.includes(form))
	);
	return { right: places.filter((place) => forms.has(place)).length, wrong: wrong.length };
}

describe('proposePlaces', () => {
	it('finds 94 % of the places of the fixtures, and at most 5 % of what it proposes is none', () => {
		const texts = proposalTexts();
		const scores = texts.map(score);
		const right = scores.reduce((sum, one) => sum + one.right, 0);
		const wrong = scores.reduce((sum, one) => sum + one.wrong, 0);
		const all = texts.reduce((sum, { places }) => sum + places.length, 0);
		expect(texts.length).toBeGreaterThan(12);
		expect(right / all).toBeGreaterThanOrEqual(0.94);
		expect(wrong / (right + wrong)).toBeLessThanOrEqual(0.05);
	});

	it.each(proposalTexts().map((text) => [text.name, text] as const))(
		'finds most places of %s',
		(_, text) => {
			const { right, wrong } = score(text);
			expect(right / text.places.length).toBeGreaterThanOrEqual(0.8);
			expect(wrong / (right + wrong)).toBeLessThanOrEqual(0.2);
		}
	);

	it.each([
		['甲乙路、丙丁立交及青云大道建成通车', ['甲乙路', '丙丁立交', '青云大道']],
		['轨道交通6号线、10号线和24号线一期', ['6号线', '10号线', '24号线一期']],
		['地铁3、4号线', ['3号线', '4号线']],
		['一号、二号隧道', ['一号隧道', '二号隧道']],
		['内环、绕城高速', ['内环高速', '绕城高速']],
		['青云大道(丙丁立交—戊己立交)', ['青云大道', '丙丁立交', '戊己立交']],
		['位于重庆市南岸区的开成路', ['开成路']],
		['重庆市南岸区茶黄路', ['茶黄路']],
		['南岸区人民医院', ['南岸区人民医院']],
		['走机场路隧道', ['机场路隧道']],
		['从嵩山路至大学路段', ['嵩山路', '大学路']],
		['“迎龙创新港”和《光谷大道》', ['迎龙创新港', '光谷大道']],
		['苏州河畔', ['苏州河']],
		['建设路、解放路', ['建设路', '解放路']]
	])('splits %j into %j', (text, places) => {
		expect(names(text)).toEqual(places);
	});

	it.each([
		'一条道路、两座大桥、多个社区',
		'全市医院和各大医院',
		'该公司与分公司、研发中心、数据中心',
		'城市公园、口袋公园、市中心',
		'以人民为中心',
		'网络、线路、出路、思路、一路',
		'铁路、公路、高速公路、快速路',
		'三甲医院和综合医院',
		'城市道路、主干路、断头路',
		'我镇、这座隧道',
		'两江四岸、一渠六河',
		'城乡、家乡、城中村',
		'乘22路到站',
		'长江轴承的产量',
		''
	])('proposes nothing of %j', (text) => {
		expect(names(text)).toEqual([]);
	});

	it('proposes no known site, and a new place whose name begins with one', () => {
		expect(names('枫溪东站、石桥立交和石桥', INVENTED_PLACES)).toEqual([]);
		expect(names('八号线', INVENTED_PLACES)).toEqual([]);
		expect(names('枫溪东站北路', INVENTED_PLACES)).toEqual(['枫溪东站北路']);
		expect(names('8号线二期', INVENTED_PLACES)).toEqual(['8号线二期']);
	});

	it('joins forms of one name, and counts and places each naming', () => {
		const [line] = propose('24号线一期\n24 号线、二十四号线');
		expect(line).toMatchObject({
			name: '24号线一期',
			variants: ['24号线', '二十四号线'],
			count: 3,
			id: 'line-24-phase-1',
			kind: 'metro-section',
			why: '号线'
		});
		const text = '\u3000\u3000在开成路上';
		const [road] = propose(`首行\n${text}`);
		expect(road?.contexts).toEqual([
			{ paragraph: 2, start: 3, end: 6, text: '开成路', before: '\u3000\u3000在', after: '上' }
		]);
	});

	it('keeps two phases of one line apart', () => {
		expect(names('6号线一期、6号线二期和6号线')).toEqual(['6号线一期', '6号线二期', '6号线']);
	});

	it('reads traditional characters and gives the name as the text writes it', () => {
		const [road] = propose('環城南路');
		expect(road).toMatchObject({ name: '環城南路', id: 'huancheng-south-road' });
	});

	it('suggests free ids of what a name says, and a kind', () => {
		const proposals = propose('开成大道、广阳湾实验室、女娲路、绿岛路', [], ['kaicheng-avenue']);
		expect(proposals.map(({ id, kind }) => [id, kind])).toEqual([
			['kaicheng-avenue-2', 'road'],
			['guangyangwan-laboratory', 'lab'],
			['nuwa-road', 'road'],
			['ludao-road', 'road']
		]);
	});

	it('gives every proposal of the fixtures an id, a kind and its own words, never a place', () => {
		for (const { lines } of proposalTexts()) {
			const proposals = propose(lines.join('\n'));
			const ids = proposals.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			for (const { id, kind, count, contexts, ...others } of proposals) {
				expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
				expect(KINDS).toContain(kind);
				expect(contexts).toHaveLength(count);
				expect(Object.keys(others)).toEqual(['name', 'variants', 'why']);
				for (const { paragraph, start, end, text, before, after } of contexts) {
					const line = lines[paragraph - 1] ?? '';
					expect(line.slice(start, end)).toBe(text);
					expect(line).toContain(before + text + after);
				}
			}
		}
	});

	it('reads English names', () => {
		expect(
			names("Near Regent's Park, the University of Leeds and Line 3 a new road is planned.")
		).toEqual(["Regent's Park", 'University of Leeds', 'Line 3']);
		expect(names('The Makkasan and Phaya Thai Stations')).toEqual([
			'Makkasan Station',
			'Phaya Thai Station'
		]);
		expect(names('The Road is long. A Bridge, Every Hospital.')).toEqual([]);
	});
});
