import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { byteRange, partOf } from '../../src/lib/offline/byte-range';
import { addressOf, findFile } from '../../src/lib/offline/find-file';
import { KeptFiles } from '../../src/lib/offline/kept-files';
import { KeptVersions } from '../../src/lib/offline/kept-versions';
import { digest, isKept, isPacked, type Manifest } from '../../src/lib/offline/manifest';
import { manifestOf } from '../../vite.service-worker';
import { MemoryCaches } from '../support/memory-caches';

const SCOPE = 'https://atlas.example/news/';

describe('the file of an address', () => {
	const files = { 'index.html': '', 'en/index.html': '', 'data/sites.csv': '', 'a b/ü.txt': '' };

	test.each([
		['', { file: 'index.html' }],
		['en/', { file: 'en/index.html' }],
		['en/index.html', { file: 'en/index.html' }],
		['en', { folder: 'en/' }],
		['data/sites.csv', { file: 'data/sites.csv' }],
		['data/sites.csv/', null],
		['a%20b/%C3%BC.txt', { file: 'a b/ü.txt' }],
		['data', null],
		['nowhere/', null],
		['%E0%A4%A', null],
		['__proto__', null],
		['constructor', null]
	])('%s', (path, found) => {
		expect(findFile(path, files)).toEqual(found);
	});

	test('leads back to the file, pages at their folder', () => {
		expect(Object.keys(files).map(addressOf)).toEqual([
			'',
			'en/',
			'data/sites.csv',
			'a%20b/%C3%BC.txt'
		]);
		for (const file of Object.keys(files))
			expect(findFile(addressOf(file), files)).toEqual({ file });
	});
});

describe('the part of a file', () => {
	test.each([
		['bytes=0-0', { start: 0, end: 1 }],
		['bytes=10-19', { start: 10, end: 20 }],
		['bytes=90-', { start: 90, end: 100 }],
		['bytes=90-500', { start: 90, end: 100 }],
		['bytes=-10', { start: 90, end: 100 }],
		['bytes=-500', { start: 0, end: 100 }],
		['bytes=100-', 'beyond'],
		['bytes=100-200', 'beyond'],
		['bytes=-0', 'beyond'],
		['bytes=20-10', null],
		['bytes=0-1,5-6', null],
		['bytes=-', null],
		['lines=0-1', null]
	])('%s of 100 bytes', (header, range) => {
		expect(byteRange(header, 100)).toEqual(range);
	});

	test('comes with what a host says of it', async () => {
		const whole = () => new Response('0123456789', { headers: { 'content-type': 'text/x' } });
		const part = await partOf(whole(), 'bytes=2-4');
		expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10']);
		expect([await part.text(), part.headers.get('content-type')]).toEqual(['234', 'text/x']);
		const beyond = await partOf(whole(), 'bytes=10-');
		expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
		const all = await partOf(whole(), 'lines=1');
		expect([all.status, await all.text()]).toEqual([200, '0123456789']);
	});
});

test('pages, code, data, map and fonts are kept; what others need is not', () => {
	for (const path of ['index.html', '_app/immutable/x.js', 'data/basemap.pmtiles', '404.html'])
		expect(isKept(path, 300_000), path).toBe(true);
	for (const path of ['__data.json', 'en/__data.json', 'data/cards/a.zh.png', 'sitemap.xml'])
		expect(isKept(path, 300_000), path).toBe(false);
	for (const path of ['service-worker.js', '.htaccess', 'en/oembed.json', 'robots.txt'])
		expect(isKept(path, 300_000), path).toBe(false);
	expect(isKept('data/large-layers.pmtiles', 300_000)).toBe(false);
	expect(isKept('data/layers/roads.geojson', 1_000_000)).toBe(true);
	expect(isKept('data/layers/roads.geojson', 1_000_001)).toBe(false);
	expect(isKept('data/basemap.pmtiles', 1_000_001)).toBe(true);
	expect(['a.html', 'a.js', 'a.png', 'a.pmtiles', 'a.woff2'].filter(isPacked)).toEqual([
		'a.html',
		'a.js'
	]);
});

describe('the manifest of a built site', () => {
	const folder = mkdtempSync(join(tmpdir(), 'district-atlas-manifest-'));
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test('names each kept file with its digest; what changes a file changes the version', async () => {
		for (const path of ['_app', 'en']) mkdirSync(join(folder, path), { recursive: true });
		writeFileSync(join(folder, '_app/version.json'), '{"version":"one"}');
		writeFileSync(join(folder, 'en/index.html'), 'Hello');
		writeFileSync(join(folder, 'robots.txt'), '');
		const before = manifestOf(folder);
		expect(before.app).toBe('one');
		expect(before.files).toEqual({
			'_app/version.json': await digest(Buffer.from('{"version":"one"}')),
			'en/index.html': await digest(Buffer.from('Hello'))
		});
		expect(manifestOf(folder)).toEqual(before);
		writeFileSync(join(folder, 'en/index.html'), 'Hallo');
		expect(manifestOf(folder).version).not.toBe(before.version);
	});
});

describe('with the cache of a browser', () => {
	let caches: MemoryCaches;
	/** What the host gives. */
	let host: Map<string, string>;
	let asked: string[];
	let atOnce: number;
	let most: number;

	beforeEach(() => {
		caches = new MemoryCaches();
		host = new Map();
		asked = [];
		atOnce = most = 0;
		vi.stubGlobal('caches', caches);
		vi.stubGlobal('fetch', async (url: string) => {
			asked.push(url.slice(SCOPE.length));
			most = Math.max(most, ++atOnce);
			await new Promise((resolve) => setImmediate(resolve));
			atOnce--;
			const body = host.get(url.slice(SCOPE.length));
			if (body === undefined) throw new TypeError('no network');
			return new Response(body, {
				headers: { 'x-policy': 'strict', vary: '*', 'content-encoding': 'br' }
			});
		});
	});
	afterEach(() => vi.unstubAllGlobals());

	const hashed = async (files: Record<string, string>) =>
		Object.fromEntries(
			await Promise.all(
				Object.entries(files).map(async ([path, text]) => {
					host.set(addressOf(path), text);
					return [path, await digest(Buffer.from(text))] as const;
				})
			)
		);

	describe('files', () => {
		const kept = () => new KeptFiles('files', SCOPE);

		test('are fetched once, a few at a time, and given packed or not with their headers', async () => {
			const page = '<p>'.repeat(1000);
			const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, `${i}`]));
			const files = await hashed({ 'en/index.html': page, 'a.png': 'picture', ...many });
			await kept().keepAll(files);
			expect(most).toBe(4);
			expect(asked).toHaveLength(22);
			const entry = caches.entry('files', `${SCOPE}en/index.html?${files['en/index.html']}`);
			expect((await entry?.arrayBuffer())?.byteLength).toBeLessThan(100);
			for (const [path, text] of [
				['en/index.html', page],
				['a.png', 'picture']
			] as const) {
				const response = await kept().read(path, files[path] ?? '');
				expect(await response.text()).toBe(text);
				expect([...response.headers.keys()].sort()).toEqual(['content-type', 'x-policy']);
			}
			expect(asked).toHaveLength(22);
		});

		test('of a new version are fetched where they changed, and the old ones stay', async () => {
			const before = await hashed({ 'a.txt': 'a', 'b.txt': 'b' });
			await kept().keepAll(before);
			const after = await hashed({ 'a.txt': 'a', 'b.txt': 'B', 'c.txt': 'c' });
			await kept().keepAll(after);
			expect(asked).toEqual(['a.txt', 'b.txt', 'b.txt', 'c.txt']);
			const texts = [before, after].map(async (files) =>
				(await kept().read('b.txt', files['b.txt'] ?? '')).text()
			);
			expect(await Promise.all(texts)).toEqual(['b', 'B']);
			await kept().dropAllBut([{ files: after }]);
			expect(caches.keysOf('files').sort()).toEqual(
				Object.entries(after).map(([path, hash]) => `${SCOPE}${path}?${hash}`)
			);
		});

		test('with other bytes are refused, and what came before stays', async () => {
			const files = await hashed({ 'a.txt': 'a', 'b.txt': 'b' });
			host.set('b.txt', 'of another version');
			await expect(kept().keepAll(files)).rejects.toThrow(/b\.txt answered 200 with digest/);
			expect(caches.keysOf('files')).toEqual([`${SCOPE}a.txt?${files['a.txt']}`]);
			await expect(kept().read('b.txt', files['b.txt'] ?? '')).rejects.toThrow(/another version/);
		});

		test('that the browser has dropped, or never took, come from the host', async () => {
			const files = await hashed({ 'a.txt': 'a' });
			await kept().keepAll(files);
			caches.drop('files');
			caches.full = new Error('no room');
			const hash = files['a.txt'] ?? '';
			expect(await (await kept().read('a.txt', hash)).text()).toBe('a');
			expect(asked).toHaveLength(2);
			caches.full = null;
			await kept().read('a.txt', hash);
			await kept().read('a.txt', hash);
			expect(asked).toHaveLength(3);
		});
	});

	describe('versions', () => {
		const versions = () => new KeptVersions('versions', SCOPE);
		const manifest = (version: string): Manifest => ({ version, app: version, files: {} });
		const [one, two] = [manifest('one'), manifest('two')];
		afterEach(() => {
			vi.useRealTimers();
		});

		test('a page keeps its own, also when the worker was ended and started again', async () => {
			await versions().add(one);
			await versions().bind('page', 'one');
			await versions().add(two);
			expect(await versions().of('page')).toEqual(one);
			expect(await versions().of('other')).toBeNull();
			expect(await versions().of('')).toBeNull();
		});

		test('an old one goes with the last page that has it', async () => {
			vi.useFakeTimers({ toFake: ['Date'] });
			const kept = versions();
			await kept.add(one);
			await kept.bind('first', 'one');
			await kept.bind('opening', 'one');
			await kept.add(two);
			expect(await kept.tidy(new Set(['first']), two)).toEqual([two, one]);
			// Closed; the other is still being opened.
			expect(await kept.tidy(new Set(), two)).toEqual([two, one]);
			expect(await kept.of('first')).toBeNull();
			expect(await kept.of('opening')).toEqual(one);
			vi.setSystemTime(Date.now() + 61_000);
			expect(await kept.tidy(new Set(), two)).toEqual([two]);
			expect(await versions().of('opening')).toBeNull();
			expect(caches.keysOf('versions')).toEqual([`${SCOPE}?version%2Ftwo`]);
		});

		test('one that is on its way is wanted, unless there is no room for it', async () => {
			await versions().announce(one);
			await versions().add(one);
			await versions().announce(two);
			expect(await versions().tidy(new Set(), one)).toEqual([one, two]);
			expect(await versions().withdraw()).toEqual([one]);
			expect(await versions().tidy(new Set(), one)).toEqual([one]);
		});
	});
});
