import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { insertInList, setAt, written } from '../../src/lib/source/edit-json';
import type { JsonPath } from '../../src/lib/source/json-path';
import { parseJson, pathAt } from '../../src/lib/text/json-positions';
import { runs } from '../support/runs';

const SITES = readFileSync('tests/fixtures/second-atlas/sites.geojson', 'utf8');

/** What `setAt` should make, by way of values alone. */
function withValue(whole: unknown, [key, ...rest]: JsonPath, value: unknown): unknown {
	if (key === undefined) return value;
	const copy = structuredClone(whole ?? (typeof key === 'number' ? [] : {})) as Record<
		string | number,
		unknown
	>;
	const inner = rest.length > 0 ? withValue(copy[key], rest, value) : value;
	if (inner !== undefined) copy[key] = inner;
	else if (Array.isArray(copy)) copy.splice(key as number, 1);
	else delete copy[key];
	return copy;
}

/** Every path of a value. */
function pathsIn(value: unknown, path: JsonPath = []): JsonPath[] {
	if (typeof value !== 'object' || value === null) return [path];
	const keys: (string | number)[] = Array.isArray(value)
		? value.map((_, i) => i)
		: Object.keys(value);
	return [
		path,
		...keys.flatMap((key) =>
			pathsIn((value as Record<string | number, unknown>)[key], [...path, key])
		)
	];
}

describe('a value set in a JSON text', () => {
	it('leaves everything else byte for byte', () => {
		const path = ['features', 1, 'properties', 'name', 'en'];
		const old = JSON.parse(SITES) as { features: { properties: { name: { en: string } } }[] };
		const name = old.features[1]!.properties.name.en;
		const text = setAt(SITES, path, 'Another name');
		expect(text).toBe(SITES.replace(JSON.stringify(name), '"Another name"'));
	});

	it('is what the same change of the value itself would be, also where nothing stood', () => {
		const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).map((value) => ({ value }));
		const layouts = fc.constantFrom(
			(value: unknown) => JSON.stringify(value),
			(value: unknown) => JSON.stringify(value, null, '\t'),
			(value: unknown) => JSON.stringify(value, null, 2).replaceAll('\n', '\r\n'),
			(value: unknown) => `${written(value)}\n`
		);
		fc.assert(
			fc.property(
				json,
				layouts,
				fc.nat(),
				fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }),
				fc.boolean(),
				(value, layout, pick, next, isNew) => {
					const paths = pathsIn(value).filter((path) => path.length > 0);
					const chosen = paths[pick % paths.length]!;
					const at = (path: JsonPath) =>
						path.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], value);
					const inside = at(chosen);
					const isObject = typeof inside === 'object' && inside !== null && !Array.isArray(inside);
					const path = isNew && isObject ? [...chosen, 'made here', 'inside'] : chosen;
					const text = setAt(layout(value), path, next);
					const wanted = JSON.parse(JSON.stringify(withValue(value, path, next))) as unknown;
					// An object on the way to a value that goes is not made.
					if (next === undefined && path !== chosen) expect(JSON.parse(text)).toEqual(value);
					else expect(JSON.parse(text)).toEqual(wanted);
				}
			),
			runs(500)
		);
	});

	it('takes a member away with its comma, and keeps the lines of the others', () => {
		const text = '{\n\t"a": 1,\n\t"b": { "c": 2 },\n\t"d": 3\n}\n';
		expect(setAt(text, ['b'], undefined)).toBe('{\n\t"a": 1,\n\t"d": 3\n}\n');
		expect(setAt(text, ['d'], undefined)).toBe('{\n\t"a": 1,\n\t"b": { "c": 2 }\n}\n');
		expect(setAt(text, ['e', 'zh'], 'x')).toBe(
			'{\n\t"a": 1,\n\t"b": { "c": 2 },\n\t"d": 3,\n\t"e": { "zh": "x" }\n}\n'
		);
	});

	it('fills an empty object or list that stands on lines of its own', () => {
		const text = '{\n\t"a": {\n\t},\n\t"b": [\n\t]\n}\n';
		expect(setAt(text, ['a', 'c'], 1)).toBe(text.replace('{\n\t},', '{ "c": 1 },'));
		expect(setAt(text, ['b', 0], 1)).toBe(text.replace('[\n\t]', '[1]'));
		expect(setAt(text, ['b', 0, 'd', 'e'], 1)).toBe(
			text.replace('[\n\t]', '[\n\t\t{\n\t\t\t"d": { "e": 1 }\n\t\t}\n\t]')
		);
	});

	it('keeps what is around in a list on lines of its own', () => {
		const text = '{\n  "a": [\n    1,\n    { "b": 2 },\n    3\n  ]\n}\n';
		expect(setAt(text, ['a', 1], undefined)).toBe(text.replace('    { "b": 2 },\n', ''));
		expect(setAt(text, ['a', 2], undefined)).toBe(text.replace(',\n    3', ''));
		expect(setAt(text, ['a', 3], 4)).toBe(text.replace('3\n', '3,\n    4\n'));
		expect(setAt(text, ['a', 1, 'b'], { c: [] })).toContain('{ "b": {');
		const one = '{\n\t"a": [\n\t\t1\n\t]\n}\n';
		expect(setAt(one, ['a', 0], undefined)).toBe('{\n\t"a": []\n}\n');
		expect(setAt('{\n\t"a": 1\n}\n', ['a'], undefined)).toBe('{}\n');
	});

	it('leaves what else breaks lines as it stands in a text', () => {
		const text = '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n';
		const next = { c: 'x\u2028y\u2029z', d: { e: 'x\u2028y' } };
		expect(JSON.parse(setAt(text, ['a'], next))).toEqual({ a: next });
		expect(JSON.parse(setAt(text, ['a', 'f'], next))).toEqual({ a: { b: 1, f: next } });
	});

	it('refuses what is no JSON', () => {
		expect(() => setAt('{', ['a'], 1)).toThrow('not JSON');
	});

	it('takes the place of what could not hold it', () => {
		expect(setAt('{"a": [1, 2]}', ['a', 'b'], undefined)).toBe('{"a": [1, 2]}');
		expect(setAt('{"a": "x"}', ['a', 'b'], 1)).toBe('{"a": { "b": 1 }}');
		expect(setAt('{\n\t"a": [\n\t\t{}\n\t]\n}\n', ['a', 'b'], 1)).toBe('{\n\t"a": { "b": 1 }\n}\n');
	});
});

describe('a value as JSON', () => {
	it('stands on one line if it fits and holds plain values alone', () => {
		const fits = { a: 'x'.repeat(90 - '{ "a": "" }'.length) };
		expect(written(fits)).toBe(`{ "a": "${fits.a}" }`);
		expect(written({ a: `${fits.a}x` })).toBe(`{\n\t"a": "${fits.a}x"\n}`);
		expect(written([1, null, 'a'])).toBe('[1, null, "a"]');
		expect(written({ a: { b: [1] }, c: [] })).toBe('{\n\t"a": {\n\t\t"b": [1]\n\t},\n\t"c": []\n}');
		expect(written([[1], [2]])).toBe('[\n\t[1],\n\t[2]\n]');
		expect(written({})).toBe('{}');
		expect(written({ a: {} })).toBe('{\n\t"a": {}\n}');
	});
});

describe('values inserted into a list', () => {
	const OWN = '{\n\t"a": 1,\n\t"list": [\n\t\t{ "b": 1 },\n\t\t{ "b": 2 }\n\t]\n}\n';
	const LINE = '{ "list": ["1", "2"], "c": 3 }';

	it('come at its end, or before the one that is named', () => {
		expect(insertInList(LINE, 'list', [3, 'x'])).toBe('{ "list": ["1", "2", 3, "x"], "c": 3 }');
		expect(insertInList(LINE, 'list', [3], 1)).toBe('{ "list": ["1", 3, "2"], "c": 3 }');
		expect(insertInList(LINE, 'list', [3, 4], 0)).toBe('{ "list": [3, 4, "1", "2"], "c": 3 }');
		expect(insertInList(LINE, 'list', [], 0)).toBe(LINE);
	});

	it('leave the others there in a list of numbers', () => {
		const numbers = '{ "list": [1, 2], "c": 3 }';
		expect(insertInList(numbers, 'list', [3])).toBe('{ "list": [1, 2, 3], "c": 3 }');
		expect(insertInList(numbers, 'list', [3, 4], 1)).toBe('{ "list": [1, 3, 4, 2], "c": 3 }');
	});

	it('stand on lines of their own where the others do', () => {
		const added = '{ "b": 9 }';
		const values = [{ b: 9 }];
		expect(insertInList(OWN, 'list', values)).toBe(
			OWN.replace('{ "b": 2 }', `{ "b": 2 },\n\t\t${added}`)
		);
		expect(insertInList(OWN, 'list', values, 0)).toBe(
			OWN.replace('{ "b": 1 }', `${added},\n\t\t{ "b": 1 }`)
		);
		expect(insertInList(OWN, 'list', [{ b: { c: [1] } }], 1)).toBe(
			OWN.replace(
				'{ "b": 1 },',
				'{ "b": 1 },\n\t\t{\n\t\t\t"b": {\n\t\t\t\t"c": [1]\n\t\t\t}\n\t\t},'
			)
		);
		const crlf = OWN.replaceAll('\n', '\r\n');
		expect(insertInList(crlf, 'list', values, 1)).toBe(
			crlf.replace('{ "b": 1 },', `{ "b": 1 },\r\n\t\t${added},`)
		);
	});

	it('give an empty list lines of its own', () => {
		const empty = '{\n\t"list": []\n}\n';
		const now = '{\n\t"list": [\n\t\t{ "b": 9 },\n\t\t5\n\t]\n}\n';
		expect(insertInList(empty, 'list', [{ b: 9 }, 5])).toBe(now);
		expect(insertInList('{"list": []}', 'list', [5])).toBe('{"list": [\n\t5\n]}');
	});

	it('need a list', () => {
		for (const text of ['{', '{}', '{"list": {}}', '{"list": "x"}'])
			expect(() => insertInList(text, 'list', [1])).toThrow('no list "list"');
	});
});

describe('the path of an offset', () => {
	it('leads to the value that stands there, for every value of a file', () => {
		const { root } = parseJson(SITES);
		for (const path of pathsIn(root!.value)) {
			let node = root;
			for (const key of path)
				node = (typeof key === 'number' ? node?.items?.[key] : node?.members?.get(key)) ?? null;
			// Lists of numbers have a place as a whole.
			if (node) expect(pathAt(root!, node.start)).toEqual(path);
		}
	});
});
