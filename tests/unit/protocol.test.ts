import Ajv from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answer, type Commanded } from '../../src/lib/embed/answer';
import {
	envelope,
	parseRequest,
	REQUEST_TYPES,
	type EmbedMessage,
	type Request
} from '../../src/lib/embed/protocol';
import { parseSettings, PLAIN_EMBED } from '../../src/lib/embed/settings';
import { LAYER_GROUPS } from '../../src/lib/style/groups';
import { runs } from '../support/runs';

interface Shapes {
	oneOf: { properties: Record<string, unknown> & { type: { const: string } } }[];
}

const schema = JSON.parse(
	readFileSync('static/embed/protocol.v1.schema.json', 'utf8')
) as object & {
	definitions: { request: Shapes; event: Shapes };
};
const { request: requestShapes, event: eventShapes } = schema.definitions;
const typesOf = ({ oneOf }: Shapes) => oneOf.map(({ properties }) => properties.type.const);
/** The fields of each request that are its own. */
const FIELDS = new Map(
	requestShapes.oneOf.map(({ properties: { atlas: _, type, id: __, ...own } }) => [
		type.const,
		Object.keys(own)
	])
);
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
				type: fc.constantFrom(...REQUEST_TYPES, '__proto__'),
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
			runs(2000)
		);
	});
});

describe('each type of message', () => {
	const sorted = (types: Iterable<string>) => [...new Set(types)].sort();

	test('that is read stands in the schema, and each of the schema is read', () => {
		expect(sorted(typesOf(requestShapes))).toEqual(sorted(REQUEST_TYPES));
	});

	test('is tried in these tests', () => {
		expect(sorted(REQUESTS.map(({ type }) => type))).toEqual(sorted(REQUEST_TYPES));
		expect(sorted(EVENTS.map(({ type }) => type))).toEqual(sorted(typesOf(eventShapes)));
	});

	test('has its row in docs/embed.md', () => {
		const [, section = ''] = readFileSync('docs/embed.md', 'utf8').split('\n## Messages');
		const rows = [...section.split('\n## ')[0]!.matchAll(/^\| `(\w+)`/gm)].map(
			([, type = '']) => type
		);
		expect(sorted(rows)).toEqual(sorted([...REQUEST_TYPES, ...typesOf(eventShapes)]));
	});
});

describe('the reader of messages and the schema', () => {
	const number = fc.oneof(
		fc.constantFrom(-180, 180, -85, 85, -180.5, 180.5, 85.5, -85.5, 0, 24, 24.5, -0.5, 1.5, 1e308),
		fc.integer({ min: -3, max: 26 })
	);
	const text = fc.oneof(
		fc.constantFrom('', 'a', 'x'.repeat(200), 'x'.repeat(201), '2025-06', '__proto__'),
		fc.string({ maxLength: 5 })
	);
	const odd = fc.oneof(fc.jsonValue({ maxDepth: 1 }), number, text);
	const place = fc.record({ index: number, count: number }, { requiredKeys: [] });
	const groups = fc.array(fc.constantFrom(...LAYER_GROUPS, 'x'), { maxLength: 6 });
	/** Mostly right, so that each field in turn is what decides. */
	const rightly = <T>(right: fc.Arbitrary<T>) =>
		fc.oneof({ arbitrary: right, weight: 5 }, { arbitrary: odd, weight: 1 });
	const message = fc.record(
		{
			atlas: rightly(fc.constant(1)),
			type: rightly(fc.constantFrom(...REQUEST_TYPES)),
			id: rightly(fc.constantFrom('x', 7, 2 ** 53 - 1, 2 ** 53, -(2 ** 53))),
			site: rightly(fc.oneof(text, fc.constant(null))),
			mention: rightly(place),
			center: rightly(fc.array(number, { minLength: 1, maxLength: 3 })),
			zoom: rightly(number),
			off: rightly(groups),
			date: rightly(fc.oneof(text, fc.constant(null))),
			more: odd
		},
		{ requiredKeys: ['atlas', 'type'] }
	);
	/** What the schema makes of a message; what JSON Schema can't say is added here. */
	function wanted(data: Record<string, unknown>): Record<string, unknown> | null {
		const { id, ...rest } = data;
		if (!isRequest(rest)) return null;
		const type = String(rest['type']);
		const mention = type === 'select' ? (rest['mention'] as Record<string, number>) : undefined;
		if (mention && (mention['index'] ?? 0) >= (mention['count'] ?? 0)) return null;
		const hasId = id !== undefined && isRequest(data);
		const kept = FIELDS.get(type)?.flatMap((key) =>
			key in rest ? [[key, rest[key]] as const] : []
		);
		return {
			type,
			...Object.fromEntries(kept ?? []),
			...(mention && { mention: { index: mention['index'], count: mention['count'] } }),
			...(hasId && { id })
		};
	}

	test('agree on every message, and nothing comes through that neither knows', () => {
		const taken = { yes: 0, no: 0 };
		fc.assert(
			fc.property(message, (data) => {
				const read = parseRequest(data);
				expect(read).toEqual(wanted(data));
				taken[read ? 'yes' : 'no']++;
			}),
			runs(3000)
		);
		// Neither side of the question may be missing from what was tried.
		expect(taken.yes).toBeGreaterThan(0);
		expect(taken.no).toBeGreaterThan(0);
	});

	test('agree on numbers that JSON can’t write', () => {
		for (const odd of [NaN, Infinity, -Infinity]) {
			expect(parseRequest({ atlas: 1, type: 'setView', center: [odd, 0], zoom: 3 })).toBeNull();
			expect(parseRequest({ atlas: 1, type: 'setView', center: [0, odd], zoom: 3 })).toBeNull();
			expect(parseRequest({ atlas: 1, type: 'setView', center: [0, 0], zoom: odd })).toBeNull();
			expect(parseRequest({ atlas: 1, type: 'select', site: 'a', id: odd })).toEqual({
				type: 'select',
				site: 'a'
			});
		}
	});

	test('take fields from the message alone, not from what it inherits', () => {
		const inherits = Object.assign(Object.create({ site: 'a' }) as object, {
			atlas: 1,
			type: 'select'
		});
		expect(parseRequest(inherits)).toBeNull();
		const sender = JSON.parse('{"atlas":1,"type":"select","__proto__":{"site":"a"}}') as unknown;
		expect(parseRequest(sender)).toBeNull();
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
			change: (settings) => done.push(settings),
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
		expect(one.done).toEqual(['clear', { hidden: ['rail'] }]);
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
		expect(one.done).toEqual([{ date: '2025-06-30' }, { date: null }]);
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
