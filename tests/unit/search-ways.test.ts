import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/lib/atlas/atlas';
import { ONLY_SIMILAR } from '../../src/lib/search/meeting';
import { PassageSearcher } from '../../src/lib/search/passages';
import { byKey, type SearchEntry, type SearchIndex } from '../../src/lib/search/search-index';
import { Searcher, type Found } from '../../src/lib/search/searcher';
import { runs } from '../support/runs';
import { slipsFor, slipsToPrefix } from '../../src/lib/search/typos';

/** Readings of the characters of the names below; 石 and 长 have two. */
const READINGS = {
	石: 'shi dan',
	桥: 'qiao',
	镇: 'zhen',
	东: 'dong',
	大: 'da',
	公: 'gong',
	园: 'yuan',
	长: 'chang zhang',
	安: 'an',
	绿: 'lv',
	洲: 'zhou'
};

/** An index of names; Chinese and English, and what else an entry has. */
function indexOf(...entries: [zh: string, en: string, more?: Partial<SearchEntry>][]): SearchIndex {
	return {
		entries: entries.map(([zh, en, more], i) => ({
			kind: 'site',
			id: `${i}`,
			name: { zh, en },
			...more
		})),
		readings: READINGS,
		simplified: '橋桥鎮镇',
		examples: []
	};
}

function searcherOf(...entries: Parameters<typeof indexOf>): Searcher {
	return new Searcher(indexOf(...entries), 'zh');
}

function names(found: readonly Found[]): string[] {
	return found.map(({ entry }) => entry.name.zh);
}

/** What it costs to find the only name there is; infinite if it isn't found. */
function cost(zh: string, query: string, more?: Partial<SearchEntry>): number {
	return searcherOf([zh, '…', more]).find(query)[0]?.cost ?? Infinity;
}

describe('the order of finds', () => {
	it('is whole, begun, in the middle; then the shorter', () => {
		const searcher = searcherOf(
			['大东石桥', 'B1'],
			['东石桥', 'B2'],
			['石桥公园', 'B3'],
			['石桥镇', 'B4'],
			['石桥', 'B5']
		);
		const order = ['石桥', '石桥镇', '石桥公园', '东石桥', '大东石桥'];
		for (const query of ['石桥', 'shiqiao', 'sq', '石桥 ', '石 橋'])
			expect(names(searcher.find(query)), query).toEqual(order);
		expect(names(searcher.find('石桥镇'))).toEqual(['石桥镇']);
	});

	it('is that of kinds, where names are the same', () => {
		const kinds = ['ground', 'road', 'line', 'station', 'site'] as const;
		const searcher = searcherOf(
			...kinds.map((kind): [string, string, Partial<SearchEntry>] => ['石桥', 'B', { kind }])
		);
		expect(searcher.find('石桥').map(({ entry }) => entry.kind)).toEqual(kinds.toReversed());
	});

	it('has other names after names, and before what is only begun', () => {
		const searcher = searcherOf(
			['石桥镇', 'B1'],
			['东园', 'B2', { aliases: ['石桥'] }],
			['石桥', 'B3']
		);
		expect(names(searcher.find('石桥'))).toEqual(['石桥', '东园', '石桥镇']);
	});

	it('has characters and full pinyin before what is broken off, initials, rare readings', () => {
		const costs = ['石桥', 'shiqiaozh', 'sqz', 'danqiaozhen', 'dqz'].map((query) =>
			cost('石桥镇', query)
		);
		expect(cost('石桥镇', 'shiqiaozhen')).toBe(cost('石桥镇', '石桥镇'));
		expect(cost('石桥镇', 'shiqiaozhen')).toBe(0);
		const [, ...guesses] = costs;
		expect(guesses).toEqual(guesses.toSorted((a, b) => a - b));
		expect(new Set(guesses).size).toBe(4);
	});

	it('makes little of more guesses than one', () => {
		const [one, three] = [cost('石桥镇', 'shiqiaoz'), cost('石桥镇', 'sqz')];
		expect(cost('石桥镇', 'shiqiaozhen')).toBeLessThan(one);
		expect(one).toBeLessThan(three);
		expect(cost('石桥镇', 'sqzhen')).toBeCloseTo(cost('石桥镇', 'shqzhen'), 9);
		expect(cost('石桥镇', 'sqzhen') - cost('石桥镇', 'sqiaozhen')).toBeLessThan(0.1);
	});
});

describe('a name is spelled', () => {
	it('by its usual reading here', () => {
		const read = { 0: 'zhang' };
		expect(cost('长安', 'changan')).toBe(0);
		expect(cost('长安', 'zhangan')).toBeGreaterThan(0);
		expect(cost('长安', 'zhangan', { read })).toBe(0);
		expect(cost('长安', 'changan', { read })).toBe(cost('长安', 'zhangan'));
		expect(cost('东园', 'changan', { aliases: ['长安'], read })).toBeLessThan(0.5);
	});

	it.each([
		['石桥', 'shi qiao'],
		['石桥', 'Shí qiáo'],
		['石桥', 'Shi\u0301qia\u0301o'],
		['石桥', 'shi-qiao'],
		['石桥', '石橋'],
		['桥镇', '橋鎮'],
		['石桥', '石qiao'],
		['绿洲', 'lüzhou'],
		['绿洲', 'lvzhou'],
		['绿洲', 'lu\u0308 zhou'],
		['石桥', "shi'qiao"],
		['石桥', 'ｓｈｉｑｉａｏ']
	])('%s wholly by %s', (zh, query) => {
		expect(cost(zh, query)).toBe(0);
	});

	it('from the beginning of words and of characters', () => {
		const searcher = searcherOf(['石桥', "North Xi'an Dock 2B"]);
		const marked = (query: string) => searcher.find(query)[0]?.also?.marked;
		expect(marked('xian')).toEqual([[6, 11]]);
		expect(marked('dock')).toEqual([[12, 16]]);
		expect(marked('2b')).toEqual([[17, 19]]);
		expect(marked('dock2b')).toEqual([[12, 19]]);
		expect(searcher.find('ock')).toEqual([]);
		expect(searcher.find('an')).toEqual([]);
		expect(searcher.find('ann')).toEqual([]);
	});

	it('by the beginning of a syllable where a word ends, rather than by initials', () => {
		expect(cost('公石', 'gongs')).toBeLessThan(cost('公石', 'gshi'));
		expect(cost('公石', 'gon')).toBeLessThan(cost('公石', 'g'));
		expect(cost('石桥', 'sh桥')).toBeLessThan(cost('石桥', 's桥'));
		expect(cost('石2', 'sh2')).toBeLessThan(cost('石2', 's2'));
		expect(cost('石桥', 'shq')).toBe(cost('石桥', 'sq'));
		for (const query of ['ong', 'sqyuan', 'ghyuan'])
			expect(searcherOf(['公园', 'A'], ['石园', 'B']).find(query), query).toEqual([]);
	});

	it('from the first place at which it can be', () => {
		expect(searcherOf(['石东石', 'B']).find('石')[0]?.name.marked).toEqual([[0, 1]]);
	});

	it('inside by more than a letter', () => {
		const searcher = searcherOf(['石桥', 'Stone Bridge']);
		expect(names(searcher.find('s'))).toEqual(['石桥']);
		expect(searcher.find('q')).toEqual([]);
		expect(searcher.find('b')).toEqual([]);
		expect(names(searcher.find('br'))).toEqual(['石桥']);
		expect(names(searcher.find('桥'))).toEqual(['石桥']);
	});

	it('with or without the word for a station', () => {
		const station = { kind: 'station' } as const;
		for (const query of ['石桥', '石桥站', 'shiqiao', 'Stone', 'Stone Station', 'stonestation'])
			expect(searcherOf(['石桥', 'Stone', station]).find(query)[0]?.cost, query).toBe(0);
		expect(searcherOf(['石桥', 'Stone', station]).find('石桥站')[0]?.name.marked).toEqual([[0, 2]]);
		expect(cost('石桥站', '石桥', station)).toBeGreaterThan(cost('石桥', '石桥', station));
		expect(cost('石桥', '石桥站')).toBeGreaterThan(2);
		expect(cost('石桥站', '石桥站站', station)).toBeGreaterThan(2);
		const stone = searcherOf(['石桥', 'Stone', station]);
		expect(stone.find('ston')[0]?.cost).toBeGreaterThan(stone.find('stone')[0]!.cost);
	});
});

describe('what is shown', () => {
	it('is the name in the page’s language, where both are met as well', () => {
		const index = indexOf(['AI桥', 'AIX']);
		for (const lang of ['zh', 'en'] as const)
			expect(new Searcher(index, lang).find('ai')[0]).toMatchObject({
				name: { text: index.entries[0]?.name[lang], marked: [[0, 2]] },
				also: null
			});
	});

	it('is the better met of two names, and the other name apart', () => {
		for (const aliases of [
			['园大桥', '石园大'],
			['石园大', '园大桥']
		]) {
			const [found] = searcherOf(['石桥公园', 'Park', { aliases }]).find('园大');
			expect(found).toMatchObject({
				name: { text: '石桥公园', marked: [] },
				also: { text: '园大桥', marked: [[0, 2]] }
			});
		}
	});

	it('is an entry once, by its kind and id', () => {
		const index = indexOf(['石桥', 'B', { aliases: ['石桥镇'] }]);
		expect(new Searcher(index, 'zh').find('石')).toHaveLength(1);
		expect([...byKey(index)]).toEqual([['site:0', index.entries[0]]]);
	});
});

describe('a name is met in pieces', () => {
	it('by its words in any order', () => {
		const searcher = searcherOf(['石桥', 'Stone Bridge Park']);
		expect(searcher.find('park stone')[0]?.also?.marked).toEqual([
			[13, 17],
			[0, 5]
		]);
		expect(searcher.find(' park  ·  stone ')[0]?.also?.marked).toHaveLength(2);
		for (const query of ['park lake', 'park stage']) expect(searcher.find(query)).toEqual([]);
		expect(cost('石桥镇', 'zhen shiqiao')).toBeLessThan(cost('石桥镇', 'z shiqiao'));
	});

	it('by some of its characters in order, best by those together', () => {
		const searcher = searcherOf(['石公桥东园', 'B1'], ['东石桥公园', 'B2'], ['园桥石', 'B3']);
		expect(names(searcher.find('石桥园'))).toEqual(['东石桥公园', '石公桥东园']);
		expect(searcher.find('石园')[0]?.name.marked).toEqual([
			[0, 1],
			[4, 5]
		]);
		expect(searcherOf(['东石大桥', 'B']).find('石桥')[0]!.cost).toBe(
			searcherOf(['石大东桥', 'B']).find('石桥')[0]!.cost
		);
	});

	it('by a query that says more, the longest name first', () => {
		const searcher = searcherOf(['石桥', 'B1'], ['石桥镇', 'B2'], ['石', 'B3'], ['东', 'Docks']);
		expect(names(searcher.find('去石桥镇怎么走'))).toEqual(['石桥镇', '石桥']);
		expect(searcher.find('去石桥镇怎么走')[0]?.name.marked).toEqual([[0, 3]]);
		expect(names(searcher.find('way to the docks'))).toEqual(['东']);
		expect(searcherOf(['东', 'Dock']).find('way to the dock')).toEqual([]);
	});

	it('and slips are only suggested, where nothing is meant surely', () => {
		const searcher = searcherOf(['石桥镇', 'B1'], ['东石桥镇', 'B2'], ['长安', 'B3']);
		for (const query of [
			'shiqiaohzen',
			'hsiqiaozhen',
			'ahiqiaozhen',
			'siqiaozhenn',
			'石侨镇',
			'xshiqiaozhen',
			'hiqiaozhen',
			'shiqiaozhex'
		]) {
			const found = searcher.find(query);
			expect(names(found)[0], query).toBe('石桥镇');
			for (const { cost } of found) expect(cost, query).toBeGreaterThanOrEqual(ONLY_SIMILAR);
		}
		expect(searcher.find('xxiqiaozhen')).toEqual([]);
		expect(searcherOf(['东', 'Northern']).find('ortherm')).toEqual([]);
	});

	it('and slips are best at the beginning, then in a short name', () => {
		const order = (query: string, ...entries: Parameters<typeof indexOf>) =>
			names(searcherOf(...entries).find(query));
		const [inside, long, short] = [
			['东石桥镇', 'B1'],
			['石桥镇公园', 'B2'],
			['石桥镇园', 'B3']
		] as [string, string][];
		const best = ['石桥镇园', '石桥镇公园', '东石桥镇'];
		expect(order('shiqiaohzen', inside!, long!, short!)).toEqual(best);
		expect(order('石侨镇', long!, short!)).toEqual(best.slice(0, 2));
	});

	it('and slips come after what is met in the middle, and not at all after what is clear', () => {
		const alike: [string, string] = ['大园', 'Shiqiap'];
		expect(names(searcherOf(alike, ['东石桥', 'B']).find('shiqiao'))).toEqual(['东石桥', '大园']);
		expect(names(searcherOf(alike, ['石桥镇', 'B']).find('shiqiao'))).toEqual(['石桥镇']);
		expect(names(searcherOf(['石桥', 'B1'], ['大桥', 'B2']).find('石园'))).toEqual([]);
		const guessed: [string, string, Partial<SearchEntry>] = ['东园', 'B', { aliases: ['大石桥'] }];
		expect(names(searcherOf(guessed, ['公园', 'Danqi']).find('danqiao'))).toEqual(['公园', '东园']);
	});
});

describe('slips', () => {
	it('are as few as the plain way of counting has', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
		const slip = fc.tuple(
			fc.nat({ max: 6 }),
			fc.nat({ max: 2 }),
			fc.constantFrom('', 'a', 'b', 'ab')
		);
		// most pairs of words have nothing in common: these are alike
		const pair = fc
			.tuple(word, fc.array(slip, { maxLength: 3 }))
			.map(([text, slips]) => [
				text,
				slips.reduce((all, [at, gone, put]) => all.slice(0, at) + put + all.slice(at + gone), text)
			]);
		fc.assert(
			fc.property(pair, fc.nat({ max: 3 }), ([text = '', query = ''], most) => {
				const prefixes = Array.from({ length: text.length + 1 }, (_, n) => text.slice(0, n));
				const least = Math.min(...prefixes.map((prefix) => plainSlips(query, prefix)));
				expect(slipsToPrefix(query, text, most)).toBe(least <= most ? least : Infinity);
			}),
			runs(300)
		);
	});

	it('are as few in every pair of the shortest words', () => {
		const letters = ['', 'a', 'b', 'c'];
		const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
		const wrong = words.flatMap((query) =>
			words.filter((text) => {
				const prefixes = [0, 1, 2, 3].map((n) => plainSlips(query, text.slice(0, n)));
				return slipsToPrefix(query, text, 3) !== Math.min(...prefixes);
			})
		);
		expect(wrong).toEqual([]);
	});

	it('are forgiven from four letters on, and two from eight', () => {
		expect([3, 4, 7, 8].map(slipsFor)).toEqual([0, 1, 1, 2]);
	});
});

/** Optimal string alignment by its definition. */
function plainSlips(a: string, b: string): number {
	if (a === '' || b === '') return a.length + b.length;
	const ways = [
		plainSlips(a.slice(1), b) + 1,
		plainSlips(a, b.slice(1)) + 1,
		plainSlips(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1)
	];
	if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
		ways.push(plainSlips(a.slice(2), b.slice(2)) + 1);
	return Math.min(...ways);
}

describe('a passage', () => {
	const searcherIn = (...texts: string[]) =>
		new PassageSearcher([
			{
				title: '节',
				passages: texts.map((text, i) => ({
					n: i + 1,
					parts: [{ text: text.slice(0, 3) }, { text: text.slice(3) }]
				}))
			} as unknown as Section
		]);
	const excerpts = (query: string, ...texts: string[]) =>
		searcherIn(...texts)
			.find(query)
			.map(({ excerpt }) => excerpt.text);

	it('is found by two characters or three letters, in the order of the text', () => {
		const searcher = searcherIn('石桥的灯光', '甲', '过了石桥', 'Dock A');
		expect(searcher.find('石桥').map(({ n }) => n)).toEqual([1, 3]);
		expect(searcher.find('石')).toEqual([]);
		expect(searcher.find('Do')).toEqual([]);
		expect(searcher.find('doc').map(({ n }) => n)).toEqual([4]);
	});

	it('holds letters where a word begins', () => {
		expect(excerpts('art', 'a start', 'part, art', '石桥art', '1art')).toEqual(['part, art']);
		expect(searcherIn('part, art').find('art')[0]?.excerpt.marked).toEqual([[6, 9]]);
	});

	it('is shown from twelve characters before the find to forty after', () => {
		const [before, after] = ['甲'.repeat(12), '乙'.repeat(40)];
		expect(excerpts('石桥', `${before}石桥${after}`)).toEqual([`${before}石桥${after}`]);
		const [found] = searcherIn(`丙丙丙${before}石桥${after}丁`).find('石桥');
		expect(found?.excerpt).toEqual({ text: `…${before}石桥${after}…`, marked: [[13, 15]] });
	});

	it('is cut beside a word that stands whole outside', () => {
		const [before, after] = ['甲'.repeat(12), `${'乙'.repeat(38)}ab`];
		const [found] = searcherIn(`lantern${before}石桥${after}丙lantern`).find('石桥');
		expect(found?.excerpt).toEqual({ text: `…${before}石桥${after}…`, marked: [[13, 15]] });
		const [behind] = searcherIn(`x甲${before}石桥ab${'乙'.repeat(38)}lantern`).find('石桥');
		expect(behind?.excerpt.text).toBe(`…${before}石桥ab${'乙'.repeat(38)}…`);
	});

	it('is cut neither within a word nor within a character', () => {
		const [word, sign] = ['lantern', '\u{20000}'];
		const around = (piece: string) =>
			excerpts('石桥', `甲${piece}${'乙'.repeat(11)}石桥${'丙'.repeat(39)}${piece}丁`)[0];
		expect(around(word)).toBe(`…${word}${'乙'.repeat(11)}石桥${'丙'.repeat(39)}${word}…`);
		expect(around(sign)).toBe(`…${sign}${'乙'.repeat(11)}石桥${'丙'.repeat(39)}${sign}…`);
	});
});
