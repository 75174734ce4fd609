import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGazetteer, findMentions } from '../../src/lib/text/mentions';
import { normalise } from '../../src/lib/text/normalise';
import { SIMPLIFIED } from '../../src/lib/text/simplified';
import { INVENTED_PLACES } from '../support/invented-article';
import { runs } from '../support/runs';

const gazetteer = createGazetteer(INVENTED_PLACES);

function found(text: string): string[] {
	return findMentions(gazetteer, text).map((mention) => `${mention.site}=${mention.text}`);
}

describe('findMentions', () => {
	it('takes the longest of the names that start first', () => {
		expect(found('枫溪东站新城与枫溪东站,石桥立交在石桥')).toEqual([
			'station-town=枫溪东站新城',
			'east-station=枫溪东站',
			'bridge-interchange=石桥立交',
			'stone-bridge=石桥'
		]);
	});

	it('gives UTF-16 offsets of the text as it was given', () => {
		const text = '𠮷　㈱枫\u200B溪东 站。';
		const [mention] = findMentions(gazetteer, text);
		expect(mention).toEqual({
			start: 4,
			end: 10,
			text: '枫\u200B溪东 站',
			site: 'east-station'
		});
		expect(text.slice(4, 10)).toBe(mention?.text);
	});

	it.each([
		'8号线开工',
		'八号线开工',
		'８号线开工',
		'轨道 8 号线开工',
		'⑧号线开工',
		'捌号线开工',
		'坐8号线'
	])('finds line 8 in %j', (text) => {
		expect(findMentions(gazetteer, text).map(({ site }) => site)).toEqual(['line-8']);
	});

	it.each([
		'7号线',
		'七号线',
		'18号线',
		'28号线',
		'十八号线',
		'二十八号线',
		'一八号线',
		'1.8号线',
		'1,008号线',
		'08号线',
		'K8号线',
		'⅛号线'
	])('finds no line 8 in %j', (text) => {
		expect(found(text)).toEqual([]);
	});

	it.each([
		'8号线二期',
		'8号线2期工程',
		'8号线第三期',
		'8号线（二期）',
		'8号线 二 期',
		'8号线二、三期',
		'八号线Ⅱ期',
		'8号线2标段',
		'8号线一期二标段',
		'Line 8 phase 2',
		'Line 8 (Phase II)',
		'Line 8, stage two',
		'phase 2 of Line 8',
		'the second phase of metro Line 8'
	])('finds nothing in %j, which is another phase', (text) => {
		expect(found(text)).toEqual([]);
	});

	it.each(['8号线一期', '8号线1期', '八号线一期', '8号线一期、二期', '8号线明年'])(
		'finds line 8 phase 1 in %j',
		(text) => {
			expect(findMentions(gazetteer, text).map(({ site }) => site)).toEqual(['line-8']);
		}
	);

	it('matches Latin names at word boundaries, in any case', () => {
		expect(found("SHIQIAO’s centre, Shiqiao-based; line 8's, Line\u00a08.")).toEqual([
			'stone-bridge=SHIQIAO',
			'stone-bridge=Shiqiao',
			'line-8=line 8',
			'line-8=Line\u00a08'
		]);
		expect(found('Shiqiaoxi, Xishiqiao, Line 80, Line 8.5, Line 8A, Pipeline 8')).toEqual([]);
		expect(found('在Shiqiao的')).toEqual(['stone-bridge=Shiqiao']);
	});

	it('takes numbers by value, but codes and what no double can count as they stand', () => {
		const names = ['1006厂', '12345678901234567号', '007馆'];
		const numbers = createGazetteer(names.map((name) => ({ name, site: name, lang: 'zh' })));
		const sites = (text: string) => findMentions(numbers, text).map(({ site }) => site);
		expect(sites('1,006厂，1006厂，007馆')).toEqual(['1006厂', '1006厂', '007馆']);
		expect(sites('12345678901234568号，7馆，0007馆')).toEqual([]);
	});

	it('makes widths, dashes and brackets no difference', () => {
		expect(found('古槐大道（石桥–东门）')).toEqual(['old-avenue=古槐大道（石桥–东门）']);
	});

	it('guesses nothing: one other character is another name', () => {
		expect(found('枫溪西站、青禾小学、云下实验室、甲12/04地块、甲12/3地块')).toEqual([]);
	});

	it('finds a name that starts with a numeral after 一, where it counts nothing', () => {
		const gorge = createGazetteer([{ name: '三峡', site: 'gorge', lang: 'zh' }]);
		expect(findMentions(gorge, '统一三峡').map(({ text }) => text)).toEqual(['三峡']);
	});

	it('finds nothing in an empty text', () => {
		expect(found('')).toEqual([]);
	});

	it('finds names in traditional characters if it is told which are the same', () => {
		const both = createGazetteer(INVENTED_PLACES, SIMPLIFIED);
		const text = '雲上實驗室、青禾大學和楓溪東站新城,八號線與石橋立交';
		expect(findMentions(both, text).map((mention) => mention.text)).toEqual([
			'雲上實驗室',
			'青禾大學',
			'楓溪東站新城',
			'八號線',
			'石橋立交'
		]);
		expect(found(text)).toEqual([]);
		const traditional = createGazetteer([{ name: '石橋', site: 'a', lang: 'zh' }], SIMPLIFIED);
		expect(findMentions(traditional, '石桥')).toHaveLength(1);
	});

	it('cuts no source character', () => {
		const brackets = createGazetteer([{ name: '株)乙', site: 'x', lang: 'zh' }]);
		expect(findMentions(brackets, '甲㈱乙')).toEqual([]);
		expect(findMentions(brackets, '甲(株)乙')).toHaveLength(1);
	});
});

describe('createGazetteer', () => {
	it('reports a name of two sites and finds it for neither, nor a shorter name inside it', () => {
		const twins = createGazetteer([
			{ name: '北门2号', site: 'a', lang: 'zh' },
			{ name: '北门二号', site: 'b', lang: 'zh' },
			{ name: '北门', site: 'c', lang: 'zh' }
		]);
		expect(twins.ambiguous).toEqual([{ name: '北门2号', sites: ['a', 'b'] }]);
		expect(findMentions(twins, '北门2号在北门').map(({ site }) => site)).toEqual(['c']);
	});

	it('lets one site have a name twice', () => {
		const twice = [...INVENTED_PLACES, ...INVENTED_PLACES];
		expect(createGazetteer(twice).ambiguous).toEqual([]);
	});

	it('leaves out a name without visible characters', () => {
		const blank = createGazetteer([{ name: ' \u200B', site: 'a', lang: 'zh' }]);
		expect(findMentions(blank, ' \u200B 甲')).toEqual([]);
	});
});

describe('findMentions in any text', () => {
	const names = INVENTED_PLACES.map(({ name }) => name);
	const noise = fc.constantFrom(
		'—',
		'·',
		'㈱',
		'½',
		'e\u0301',
		' ',
		'\n',
		'8',
		'二',
		'期',
		'x',
		'。'
	);
	const soup = fc.array(fc.oneof(fc.constantFrom(...names), noise), { maxLength: 30 });
	// nothing that could join a name: no digits, numerals, letters or parts of names
	const unrelated = fc.string({ unit: fc.constantFrom(...'天气很好,游人。!「」 \n😀') });

	it('slices to a text that normalises to a name of the site, and never overlaps', () => {
		fc.assert(
			fc.property(soup, (pieces) => {
				const text = pieces.join('');
				let end = 0;
				for (const mention of findMentions(gazetteer, text)) {
					expect(mention.start).toBeGreaterThanOrEqual(end);
					expect(text.slice(mention.start, mention.end)).toBe(mention.text);
					const own = INVENTED_PLACES.filter(({ site }) => site === mention.site);
					const digits = (name: string) =>
						normalise(name).text.replace('八', '8').replace('1期', '一期');
					expect(own.map(({ name }) => digits(name))).toContain(digits(mention.text));
					end = mention.end;
				}
			}),
			runs(500)
		);
	});

	it('finds a name wherever it is put in an unrelated text', () => {
		fc.assert(
			fc.property(fc.constantFrom(...INVENTED_PLACES), unrelated, unrelated, (place, a, b) => {
				const mentions = findMentions(gazetteer, a + place.name + b);
				expect(mentions).toEqual([
					{
						start: a.length,
						end: a.length + place.name.length,
						text: place.name,
						site: place.site
					}
				]);
			}),
			runs(500)
		);
	});

	// Nothing that counts, joins or parts: what a name is then follows from its characters alone.
	const plainNames = fc
		.uniqueArray(
			fc.string({ unit: fc.constantFrom(...'山河东西站城门'), minLength: 1, maxLength: 4 }),
			{
				minLength: 1,
				maxLength: 12
			}
		)
		.chain((all) =>
			fc.tuple(
				...all.map((name) =>
					fc.tuple(fc.constant(name), fc.subarray(['a', 'b', 'c'], { minLength: 1 }))
				)
			)
		);
	const chinese = fc.string({ unit: fc.constantFrom(...'山河东西站城门路,。'), maxLength: 40 });

	/** The first name that starts, of those the longest; one that two sites bear is passed over. */
	function naively(names: readonly (readonly [string, readonly string[]])[], text: string) {
		const all: string[] = [];
		for (let at = 0; at < text.length;) {
			const here = names.filter(([name]) => text.startsWith(name, at));
			const [longest] = here.toSorted(([a], [b]) => b.length - a.length);
			if (longest?.[1].length === 1) all.push(`${at}:${longest[0]}=${longest[1][0]}`);
			at += longest?.[0].length ?? 1;
		}
		return all;
	}

	it('finds in random Chinese what a search without any cunning finds', () => {
		fc.assert(
			fc.property(plainNames, chinese, (names, text) => {
				const some = createGazetteer(
					names.flatMap(([name, sites]) => sites.map((site) => ({ name, site, lang: 'zh' })))
				);
				const mentions = findMentions(some, text).map(
					({ start, end, text, site }) =>
						`${start}:${text}=${site}${end - start - text.length || ''}`
				);
				expect(mentions).toEqual(naively(names, text));
				expect(some.ambiguous.map(({ name }) => name).sort()).toEqual(
					names.flatMap(([name, sites]) => (sites.length > 1 ? [name] : [])).sort()
				);
			}),
			runs(1000)
		);
	});

	it('finds the same with what nobody sees between the characters', () => {
		const unseen = fc.array(
			fc.constantFrom('', '\u200B', '\u00AD', '\u2060', '\u202E', '\n', ' '),
			{
				minLength: 41,
				maxLength: 41
			}
		);
		fc.assert(
			fc.property(plainNames, chinese, unseen, (names, text, between) => {
				const some = createGazetteer(
					names.flatMap(([name, sites]) => sites.map((site) => ({ name, site, lang: 'zh' })))
				);
				const strewn = [...text].map((one, i) => one + (between[i] ?? '')).join('');
				const seen = (all: string) => all.replaceAll(/[\u200B\u00AD\u2060\u202E\s]/g, '');
				expect(findMentions(some, strewn).map(({ text, site }) => [seen(text), site])).toEqual(
					findMentions(some, text).map(({ text, site }) => [text, site])
				);
			}),
			runs(300)
		);
	});

	it('finds numbered lines by the value of their numbers', () => {
		const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
		const counted = (n: number) =>
			n < 10
				? digits[n]
				: `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`;
		const number = fc.integer({ min: 1, max: 99 });
		const lines = fc.array(fc.tuple(number, fc.boolean()), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(fc.uniqueArray(number, { maxLength: 40 }), lines, (known, named) => {
				const some = createGazetteer(
					known.map((n) => ({ name: `${n}号线`, site: `line-${n}`, lang: 'zh' }))
				);
				const text = named.map(([n, inWords]) => `${inWords ? counted(n) : n}号线`).join('、');
				expect(findMentions(some, text).map(({ site }) => site)).toEqual(
					named.flatMap(([n]) => (known.includes(n) ? [`line-${n}`] : []))
				);
			}),
			runs(500)
		);
	});
});
