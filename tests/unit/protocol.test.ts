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
import { runs } from '../support/runs';

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
			runs(2000)
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

	test('says what it does not know or can’t do, and does nothing', () => {
		const one = explorer();
		expect(answer(one, { type: 'select', site: 'z', id: 'q' })).toMatchObject({
			type: 'error',
			id: 'q',
			code: 'unknown-site'
		});
		expect(answer(one, { type: 'setDate', date: '2025-02-30' })).toMatchObject({
			code: 'bad-date'
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
