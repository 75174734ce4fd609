import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { setAt, written } from '../../src/lib/source/edit-json';
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
