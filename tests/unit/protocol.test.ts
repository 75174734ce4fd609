import Ajv from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answer, type Commanded } from '../../src/lib/embed/answer';
import {
	envelope,
	parseRequest,
	type EmbedMessage,
	type Request
} from '../../src/lib/embed/protocol';
import { parseSettings, PLAIN_EMBED } from '../../src/lib/embed/settings';
import { LAYER_GROUPS } from '../../src/lib/style/groups';

const schema = JSON.parse(
	readFileSync('static/embed/protocol.v1.schema.json', 'utf8')
) as object & { definitions: object };
const ajv = new Ajv();
const isMessage = ajv.compile(schema);
const isRequest = new Ajv().compile({ ...schema, oneOf: [{ $ref: '#/definitions/request' }] });

const REQUESTS: Request[] = [
	{ type: 'select', site: 'a' },
	{ type: 'select', site: null, id: 1 },
	{ type: 'select', site: 'a', mention: { index: 0, count: 2 }, id: 'x' },
	{ type: 'setView', center: [106.6, 29.5], zoom: 12 },
	{ type: 'setLayers', off: [...LAYER_GROUPS] },
	{ type: 'setDate', date: '2025-06-27', id: 2 }
];

const EVENTS: EmbedMessage[] = [
	{ type: 'ready', lang: 'zh', title: '图', sites: ['a'] },
	{ type: 'ack', id: 1 },
	{ type: 'error', code: 'unknown-site', message: 'x' },
	{ type: 'selected', site: null, by: 'reader' },
	{ type: 'viewChanged', center: [1, 2], zoom: 3, off: ['rail'], date: null },
	{ type: 'height', height: 480 },
	{ type: 'scrollTo', site: 'a', step: -1 }
];

describe('protocol', () => {
	test.each(REQUESTS.map((request) => [request.type, request] as const))(
		'%s is read as it was written, and the schema has it',
		(_type, request) => {
			expect(parseRequest(envelope(request))).toEqual(request);
			expect(isMessage(envelope(request)), ajv.errorsText(isMessage.errors)).toBe(true);
		}
	);

	test.each(EVENTS.map((event) => [event.type, event] as const))(
		'the schema has %s, which is no request',
		(_type, event) => {
			expect(isMessage(envelope(event)), ajv.errorsText(isMessage.errors)).toBe(true);
			expect(parseRequest(envelope(event))).toBeNull();
		}
	);

	test.each<[string, Request]>([
		['a long id of a site', { type: 'select', site: 'a'.repeat(200) }],
		['the last of the mentions', { type: 'select', site: 'a', mention: { index: 1, count: 2 } }],
		['the corners of the map', { type: 'setView', center: [-180, -85], zoom: 0 }],
		['the other ones', { type: 'setView', center: [180, 85], zoom: 24 }],
		['all layers', { type: 'setLayers', off: [] }],
		['the present', { type: 'setDate', date: null }],
		['an id of zero', { type: 'setDate', date: '2025', id: 0 }]
	])('reads %s', (_, request) => {
		expect(parseRequest(envelope(request))).toEqual(request);
		expect(isRequest(envelope(request))).toBe(true);
	});

	test.each<[string, unknown]>([
		['no object', 'select'],
		['nothing', null],
		['another version', { atlas: 2, type: 'select', site: 'a' }],
		['no version', { type: 'select', site: 'a' }],
		['what only a prototype has', Object.create(envelope({ type: 'select', site: 'a' }))],
		['another type', envelope({ type: 'destroy' })],
		['no site', envelope({ type: 'select' })],
		['an empty site', envelope({ type: 'select', site: '' })],
		['a site too long', envelope({ type: 'select', site: 'a'.repeat(201) })],
		['a site that is a number', envelope({ type: 'select', site: 1 })],
		...[
			null,
			'a',
			{},
			{ index: 2, count: 2 },
			{ index: -1, count: 2 },
			{ index: 0.5, count: 2 }
		].map((mention): [string, unknown] => [
			`the mention ${JSON.stringify(mention)}`,
			envelope({ type: 'select', site: 'a', mention })
		]),
		...[null, 'ab', [1], [1, 2, 3], [-181, 0], [181, 0], [0, -86], [0, 86], ['1', 2], [1, NaN]].map(
			(center): [string, unknown] => [
				`the centre ${JSON.stringify(center)}`,
				envelope({ type: 'setView', center, zoom: 3 })
			]
		),
		...[undefined, '3', -1, 24.5, NaN].map((zoom): [string, unknown] => [
			`the zoom ${zoom}`,
			envelope({ type: 'setView', center: [1, 2], zoom })
		]),
		['layers that are no list', envelope({ type: 'setLayers', off: LAYER_GROUPS[0] })],
		['an unknown layer', envelope({ type: 'setLayers', off: ['x'] })],
		['too many layers', envelope({ type: 'setLayers', off: [...LAYER_GROUPS, LAYER_GROUPS[0]] })],
		['no date', envelope({ type: 'setDate' })],
		['an empty date', envelope({ type: 'setDate', date: '' })],
		['a date that is a number', envelope({ type: 'setDate', date: 2025 })]
	])('does not read %s', (_, message) => {
		expect(parseRequest(message)).toBeNull();
	});

	test.each(['', 'a'.repeat(201), 1.5, 2 ** 53, null, {}])(
		'reads a request with the id %j as one that wants no answer',
		(id) => {
			const request = { type: 'select', site: 'a' };
			expect(parseRequest(envelope({ ...request, id }))).toEqual(request);
		}
	);

	test('whatever comes is read without throwing, and only what the schema has', () => {
		const value = fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true });
		const nearly = fc.record(
			{
				atlas: fc.oneof(fc.constant(1), value),
				type: fc.constantFrom('select', 'setView', 'setLayers', 'setDate', '__proto__'),
				site: fc.oneof(fc.string(), fc.constant(null), value),
				center: fc.oneof(fc.array(fc.double(), { maxLength: 3 }), value),
				zoom: fc.oneof(fc.double(), value),
				off: fc.oneof(fc.array(fc.constantFrom(...LAYER_GROUPS, 'x')), value),
				mention: fc.oneof(fc.record({ index: fc.integer(), count: fc.integer() }), value),
				date: value
			},
			{ requiredKeys: ['type'] }
		);
		fc.assert(
			fc.property(fc.oneof(nearly, value), (data) => {
				const read = parseRequest(data);
				if (read) expect(isRequest(envelope(read))).toBe(true);
			}),
			{ numRuns: 2000 }
		);
	});
});

describe('answer', () => {
	const explorer = (): Commanded & { done: unknown[] } => {
		const done: unknown[] = [];
		return {
			done,
			siteOf: (id) => (id === 'a' || id === 'b' ? {} : undefined),
			chooseSite: (id) => done.push(id),
			clear: () => done.push('clear'),
			hide: (groups) => done.push(groups),
			setDate: (date) => done.push(date),
			aim: null,
			hostPlace: null
		};
	};

	test('chooses, notes where the host stands, and acknowledges what has an id', () => {
		const one = explorer();
		expect(answer(one, { type: 'select', site: 'a', id: 7 })).toEqual({ type: 'ack', id: 7 });
		expect(answer(one, { type: 'select', site: 'b', mention: { index: 1, count: 2 } })).toBeNull();
		expect(one.done).toEqual(['a', 'b']);
		expect(one.hostPlace).toEqual({ index: 1, count: 2 });
	});

	test('chooses nothing, looks elsewhere and hides layers', () => {
		const one = explorer();
		one.hostPlace = { index: 1, count: 2 };
		const mention = { index: 0, count: 1 };
		expect(answer(one, { type: 'select', site: null, mention })).toBeNull();
		expect(one.hostPlace).toBeNull();
		expect(answer(one, { type: 'setView', center: [1, 2], zoom: 3 })).toBeNull();
		expect(one.aim).toEqual({ center: [1, 2], zoom: 3 });
		expect(answer(one, { type: 'setLayers', off: ['rail'] })).toBeNull();
		expect(one.done).toEqual(['clear', ['rail']]);
	});

	test('says what it does not know or can’t do, and does nothing', () => {
		const one = explorer();
		expect(answer(one, { type: 'select', site: 'z', id: 'q' })).toMatchObject({
			type: 'error',
			id: 'q',
			code: 'unknown-site',
			message: 'No site has the id "z".'
		});
		expect(answer(one, { type: 'setDate', date: '2025-02-30' })).toStrictEqual({
			type: 'error',
			code: 'bad-date',
			message: '"2025-02-30" is no day as YYYY-MM-DD.'
		});
		expect(one.done).toEqual([]);
	});

	test('shows a day, and the present again', () => {
		const one = explorer();
		expect(answer(one, { type: 'setDate', date: '2025-06', id: 1 })).toEqual({
			type: 'ack',
			id: 1
		});
		expect(answer(one, { type: 'setDate', date: null, id: 2 })).toEqual({ type: 'ack', id: 2 });
		expect(one.done).toEqual(['2025-06-30', null]);
	});
});

describe('settings of an embed', () => {
	test('are the plain ones without or with unknown parameters', () => {
		expect(parseSettings(new URLSearchParams())).toEqual(PLAIN_EMBED);
		expect(parseSettings(new URLSearchParams('interaction=fly&host=paper'))).toEqual(PLAIN_EMBED);
	});

	test('name the panels that stay', () => {
		expect(parseSettings(new URLSearchParams('panels=legend.title')).parts).toEqual([
			'title',
			'legend'
		]);
		expect(parseSettings(new URLSearchParams('panels=none')).parts).toEqual([]);
	});

	test.each([
		['https://paper.example', 'https://paper.example'],
		['http://localhost:8080', 'http://localhost:8080'],
		['https://paper.example/', null],
		['https://user@paper.example', null],
		['https://paper.example/path', null],
		['null', null],
		['*', null],
		['javascript:alert(1)', null],
		['https://', null]
	])('host=%s gives %s', (host, origin) => {
		expect(parseSettings(new URLSearchParams({ host })).host).toBe(origin);
	});
});
