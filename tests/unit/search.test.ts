import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { PassageSearcher } from '../../src/lib/search/passages';
import { ONLY_SIMILAR } from '../../src/lib/search/meeting';
import { Searcher } from '../../src/lib/search/searcher';
import type { SearchEntry, SearchIndex } from '../../src/lib/search/search-index';
import { slipsToPrefix } from '../../src/lib/search/typos';
import { compile } from '../../src/lib/compile/compile';
import { readAtlas } from '../../src/pipeline/read-folder';
import { searchIndex } from '../../src/pipeline/search-index';

let index: SearchIndex;
let searcher: Searcher;
let passages: PassageSearcher;

beforeAll(async () => {
	const { data } = await readAtlas('geodata');
	if (!data) throw new Error('geodata cannot be read');
	const atlas = compile(data);
	index = searchIndex(data, atlas);
	searcher = new Searcher(index, 'zh');
	passages = new PassageSearcher(atlas.articles[0]!.retelling.zh.sections);
});

/** `kind:name` of the best finds. */
function finds(query: string, count = 1): string[] {
	return searcher
		.find(query)
		.slice(0, count)
		.map(({ entry }) => `${entry.kind}:${entry.name.zh}`);
}

/** How the characters of a name are read, as the index has it. */
function syllables({ name, read = {} }: SearchEntry): string[] {
	return [...name.zh].map(
		(character, i) => read[i] ?? index.readings[character]?.split(' ')[0] ?? character
	);
}

/** A name in six ways of typing it. */
function forms(entry: SearchEntry): Record<string, string> {
	const read = syllables(entry);
	return {
		Chinese: entry.name.zh,
		English: entry.name.en,
		pinyin: read.join(''),
		'pinyin with spaces': read.join(' '),
		initials: read.map(([first]) => first).join(''),
		mixed: read.slice(0, 2).join('') + entry.name.zh.slice(2)
	};
}

test('finds every site, station, line and road among the first three, however it is typed', () => {
	const missed = index.entries
		.filter(({ kind }) => kind !== 'ground')
		.flatMap((entry) =>
			Object.entries(forms(entry)).flatMap(([form, query]) => {
				// Two or three initials are those of many names.
				if (form === 'initials' && query.length < 4) return [];
				const found = searcher.find(query).slice(0, 3);
				return found.some((one) => one.entry === entry) ? [] : [`${form}: ${query}`];
			})
		);
	expect(missed).toEqual([]);
});

test('finds every other name as the first of its kind', () => {
	const missed = index.entries.flatMap((entry) =>
		(entry.aliases ?? []).flatMap((alias) => {
			const found = searcher.find(alias).filter(({ entry: { kind } }) => kind === entry.kind);
			return found[0]?.entry === entry ? [] : [alias];
		})
	);
	expect(missed).toEqual([]);
});

test.each([
	['chongqing东站', 'site:重庆东站'],
	['cqdz', 'site:重庆东站'],
	['Chóngqìng dōng', 'site:重庆东站'],
	['重慶東站', 'site:重庆东站'],
	['jiangnan sd', 'site:江南隧道'],
	['jnsd', 'site:江南隧道'],
	['长生老街', 'station:桃花桥'],
	['changshenglaojie', 'station:桃花桥'],
	['桃花桥站', 'station:桃花桥'],
	['开城大道', 'site:开成路'],
	['kaichengdadao', 'site:开成路'],
	['開城大道', 'site:开成路'],
	['changjiang zhoucheng', 'site:重庆长江轴承'],
	['zhangjiang zhoucheng', 'site:重庆长江轴承'],
	['六号线', 'line:6号线'],
	['liuhaoxian', 'line:6号线'],
	['轻轨3号线', 'line:3号线'],
	['Line 6', 'line:6号线'],
	['xiaoshizi', 'station:小什字'],
	['zengjiayan', 'station:曾家岩'],
	['danzishi', 'station:弹子石'],
	['交大', 'site:重庆交通大学'],
	['nanan', 'ground:南岸区'],
	['vivo', 'site:维沃重庆研发中心'],
	['006/01', 'site:站前核心区006/01商务地块'],
	['lighthouse factory', 'site:美的楼宇科技重庆工厂'],
	['bearing changjiang', 'site:重庆长江轴承']
])('%s finds %s', (query, expected) => {
	expect(finds(query)).toEqual([expected]);
});

test.each([
	['chonqingdong', 'site:重庆东站'],
	['Chongqing Eest Station', 'site:重庆东站'],
	['nanpnig', 'station:南坪'],
	['jiangnna', 'site:江南隧道'],
	['sofware park', 'site:重庆软件园·重庆数字文创产业园'],
	['陶花桥', 'station:桃花桥'],
	['去南坪站怎么走', 'station:南坪']
])('%s suggests %s', (query, expected) => {
	expect(finds(query, 3)).toContain(expected);
});

test.each(['', '   ', '。', '·', '上海虹桥', 'zzzzzz', '😀', '"><script>'])(
	'finds nothing for %j',
	(query) => {
		expect(searcher.find(query)).toEqual([]);
	}
);

test('a slip gives suggestions only', () => {
	expect(searcher.find('chayuna').every(({ cost }) => cost >= ONLY_SIMILAR)).toBe(true);
	expect(searcher.find('chayuan')[0]!.cost).toBeLessThan(ONLY_SIMILAR);
});

test('marks what was meant, in the name or in the other name by which it was found', () => {
	const [east] = searcher.find('cqd');
	expect(east).toMatchObject({ name: { text: '重庆东站', marked: [[0, 3]] }, also: null });
	const [old] = searcher.find('老街');
	expect(old!.also!.marked.map(([from, to]) => old!.also!.text.slice(from, to))).toEqual(['老街']);
});

test('names are shown in the page’s language', () => {
	const [found] = new Searcher(index, 'en').find('桃花桥');
	expect(found).toMatchObject({
		name: { text: 'Taohuaqiao', marked: [] },
		also: { text: '桃花桥', marked: [[0, 3]] }
	});
});

const TRANSLATED = new Set(['Zoo']);

test('reads stations as their English names do, where these are pinyin', () => {
	const wrong = index.entries
		.filter(({ kind }) => kind === 'station')
		.flatMap((entry) => {
			const read = syllables(entry).join('');
			// One word is pinyin; several may be a translation.
			const isPinyin = /^[A-Z][a-z']+$/.test(entry.name.en) && !TRANSLATED.has(entry.name.en);
			const official = entry.name.en.toLowerCase().replace("'", '');
			return isPinyin && official !== read ? [`${entry.name.zh} ${read} ${official}`] : [];
		});
	expect(wrong).toEqual([]);
});

test('the index is small enough for a phone', () => {
	expect(gzipSync(JSON.stringify(index)).length).toBeLessThan(15_000);
});

describe('passages', () => {
	test('hold words, and show them where they stand', () => {
		const [found] = passages.find('灯塔工厂');
		expect(found).toBeDefined();
		const [[from, to] = [0, 0]] = found!.excerpt.marked;
		expect(found!.excerpt.text.slice(from, to)).toBe('灯塔工厂');
	});

	test('are not searched for a single character or two letters', () => {
		expect(passages.find('路')).toEqual([]);
		expect(passages.find('AI')).toEqual([]);
	});
});

test.each([
	['chayuan', 'chayuanxincheng', 0],
	['chayuna', 'chayuan', 1],
	['chyuan', 'chayuan', 1],
	['chaayuan', 'chayuan', 1],
	['chayaan', 'chayuan', 1],
	['nanping', 'chayuan', Infinity]
])('%s is %s but for slips: %d', (query, text, slips) => {
	expect(slipsToPrefix(query, text, 2)).toBe(slips);
});

test('answers a key within a frame on a phone a quarter as fast', () => {
	const queries = [
		'c',
		'cq',
		'重庆',
		'chongqing东',
		'jiangnan sd',
		'chayuna',
		'Chongqing Eest',
		'陶花桥'
	];
	for (const query of queries) {
		// The quickest of many: whatever else the machine does is not the search.
		const taken = Array.from({ length: 30 }, () => {
			const start = performance.now();
			searcher.find(query);
			return performance.now() - start;
		});
		expect(Math.min(...taken) * 4, query).toBeLessThan(16);
	}
});
