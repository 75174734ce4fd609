import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as schemas from '../../src/lib/atlas/schema';

/** For each rule: values that are good, and values that are not. */
const CASES: Record<string, [schema: v.GenericSchema, good: unknown[], bad: unknown[]]> = {
	'a text in both languages': [
		schemas.Bilingual,
		[{ zh: '港', en: 'Harbour' }],
		[{ zh: '港' }, { zh: '港', en: '' }, { zh: ' \n', en: 'Harbour' }, '港']
	],
	'a day, month or year': [
		schemas.Day,
		[
			'2024',
			'2025-01',
			'2025-10',
			'2025-12',
			'2025-06-01',
			'2025-06-10',
			'2025-06-27',
			'2025-01-31'
		],
		[
			...['', '25', '20255', '2025-0', '2025-00', '2025-13', '2025-20', '2025-1', '2025-06-00'],
			...['2025-06-32', '2025-06-40', '2025-06-7', '2025-06-271', 'in 2025', '2025/06', 2025]
		]
	],
	'an id': [
		schemas.Id,
		['a', '7', 'line-10', '1st-harbour-east'],
		['', '-a', 'a-', 'a--b', 'a_b', 'A', '港', 'a b', 'a.b', 'a/b', 'constructor', 7]
	],
	'a position': [
		schemas.LngLat,
		[
			[-180, -90],
			[180, 90],
			[106.5, 29.5]
		],
		[[-180.1, 0], [180.1, 0], [0, -90.1], [0, 90.1], [1], ['1', '2'], null]
	],
	'the address of a site': [
		schemas.SiteAddress,
		['https://example.org/', 'http://example.org/atlas/', 'https://example.org/a/b/'],
		[
			...['https://example.org', 'https://example.org/atlas', 'https://example.org/?a=/'],
			...['https://example.org/#/', 'ftp://example.org/', '/atlas/', ' https://example.org/'],
			...['https://exa mple.org/', 'https:///']
		]
	],
	'where readers write': [
		schemas.Contact,
		[
			{ mail: 'me@example.org' },
			{ issues: 'https://example.org/issues/new' },
			{ mail: 'me@example.org', issues: 'https://example.org/new' }
		],
		[
			{},
			{ mail: 'example.org' },
			{ mail: 'a@b@c' },
			{ mail: 'me @example.org' },
			{ mail: 'me@example.org?cc=you' },
			{ mail: 'me@example.org and others' },
			{ issues: 'http://example.org/new' },
			{ issues: 'https://example.org/new?title=a' },
			{ issues: 'https://example.org/new#a' },
			{ issues: 'see https://example.org/new' },
			{ issues: 'https://exa mple.org/' },
			{ phone: '1' }
		]
	],
	'bases from other addresses': [
		schemas.PublishedBases,
		[
			{},
			{ protomaps: { url: 'http://127.0.0.1/a.pmtiles' } },
			{ protomaps: { url: 'http://localhost:8080/a.pmtiles' } },
			{ tianditu: { key: 'aZ0_-9' } }
		],
		[
			{ protomaps: { url: 'http://localhost.example/a.pmtiles' } },
			{ protomaps: { url: 'HTTP://files.example/a.pmtiles' } },
			{ protomaps: { url: 'http://files.example/http://localhost/a.pmtiles' } },
			{ tianditu: { key: 'a&b' } },
			{ tianditu: { key: ' a' } },
			{ tianditu: { key: 'a\n' } }
		]
	]
};

describe.each(Object.entries(CASES))('%s', (_name, [schema, good, bad]) => {
	it.each(good.map((value) => [JSON.stringify(value), value]))('may be %s', (_text, value) => {
		expect(v.safeParse(schema, value).issues).toBeUndefined();
	});

	it.each(bad.map((value) => [JSON.stringify(value), value]))('may not be %s', (_text, value) => {
		expect(v.is(schema, value)).toBe(false);
	});
});

const ATLAS = {
	schema: 1,
	id: 'reed',
	title: { zh: '苇区', en: 'Reed' },
	summary: { zh: '苇区', en: 'Reed' },
	bounds: [1, 2, 3, 4],
	home: [1, 2, 3, 4],
	asOf: '2026-01-02',
	review: { number: 'GS 1' },
	licence: 'CC-BY-4.0',
	layers: ['water'],
	articles: ['daily']
};

describe('atlas.json', () => {
	it.each([
		{},
		{ years: [1900, 2199] },
		{ years: [2020, 2020] },
		{ review: { exemption: { zh: '虚构', en: 'Invented' } } }
	])('may have %j', (more) => {
		expect(v.safeParse(schemas.AtlasFile, { ...ATLAS, ...more }).issues).toBeUndefined();
	});

	it.each([
		{ years: [2021, 2020] },
		{ years: [1899, 2020] },
		{ years: [2020, 2200] },
		{ years: [2020.5, 2021] },
		{ years: [2020] },
		{ review: {} },
		{ review: { number: ' ' } },
		{ review: { number: 'GS 1', exemption: { zh: '虚构', en: 'Invented' } } },
		{ layers: [] },
		{ articles: [] },
		{ bounds: [1, 2, 3] },
		{ licence: 'ODbL-1.0' }
	])('may not have %j', (more) => {
		expect(v.is(schemas.AtlasFile, { ...ATLAS, ...more })).toBe(false);
	});
});

/** A schema's entry by its name. */
const accepts = (schema: { entries: Record<string, v.GenericSchema> }, key: string) => {
	const entry = schema.entries[key];
	if (!entry) throw new Error(`The schema has no ${key}.`);
	return (value: unknown) => v.is(entry, value);
};

describe('a record', () => {
	it('names at least one source for what it says', () => {
		const takes = accepts(schemas.HistoryEntry, 'sources');
		expect([takes(['news']), takes([])]).toEqual([true, false]);
	});

	it('has a history of at least one entry', () => {
		for (const schema of [schemas.SiteProperties, schemas.Line])
			expect(accepts(schema, 'history')([])).toBe(false);
	});

	it('has lengths that are not below nothing, and none where nothing is known', () => {
		const takes = accepts(schemas.Location, 'accuracy');
		expect([0, 30.5, null, -1, '30'].map(takes)).toEqual([true, true, true, false, false]);
		const range = accepts(schemas.LayerRecord, 'accuracy');
		expect([[10, 30], [10], [-1, 30], null].map(range)).toEqual([true, false, false, false]);
	});

	it('has colours in six capital digits', () => {
		const takes = accepts(schemas.Line, 'colour');
		expect(takes('#C8102E')).toBe(true);
		for (const colour of ['#c8102e', '#C81', 'C8102E', '#C8102E0', '#C8102G', 'a #C8102E'])
			expect(takes(colour), colour).toBe(false);
	});

	it('counts passages and paragraphs from one', () => {
		for (const takes of [
			accepts(schemas.Promise_, 'passage'),
			accepts(schemas.ArticleFile, 'paragraphs')
		])
			expect([1, 0, 1.5, '1'].map(takes)).toEqual([true, false, false, false]);
	});

	it('leads readers to pages only', () => {
		const takes = accepts(schemas.Source, 'url');
		expect(['https://example.org/a?b=1', 'http://example.org', null].map(takes)).not.toContain(
			false
		);
		for (const url of [
			'example.org',
			'javascript:alert(1)',
			'mailto:a@b.c',
			'a https://b.c',
			'https://a b'
		])
			expect(takes(url), url).toBe(false);
	});

	it('of stations that opened later names one', () => {
		const takes = accepts(schemas.LaterStop, 'stations');
		expect([takes(['east']), takes([])]).toEqual([true, false]);
	});
});

describe('a feature of the metro', () => {
	it.each(['metro-track', 'metro-station'] as const)('belongs to a line: %s', (type) => {
		const takes = accepts(schemas.LAYER_PROPERTIES[type], 'lines');
		expect([takes(['line-1']), takes([])]).toEqual([true, false]);
	});
});
