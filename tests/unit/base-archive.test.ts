import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { BaseArchive } from '../../src/lib/map/base-archive';
import { LargeArchive } from '../../src/lib/map/large-archive';
import { writePmtiles } from '../../src/pipeline/pmtiles-writer';

const text = (value: string) => new TextEncoder().encode(value);

const TILES = [9, 10, 11, 14].map((z) => ({ z, x: 1, y: 1, data: text(`tile of zoom ${z}`) }));

const { archive, ends } = writePmtiles(TILES, {
	name: 'Reef',
	attribution: '© Reef',
	bounds: [90, 0, 91, 1],
	layers: [{ id: 'water', fields: {} }],
	firstZoom: 10
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const withRange: Answer = ({ headers }, response) => {
	const [, from = '0', to = String(archive.length - 1)] =
		/^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
	const range = `bytes ${from}-${to}/${archive.length}`;
	if (headers.range) response.writeHead(206, { 'content-range': range });
	response.end(archive.subarray(Number(from), Number(to) + 1));
};

const withoutRange: Answer = (_, response) => response.end(archive);

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** An archive on a host that gives each request the next answer, and the last one from then on. */
async function served(...answers: Answer[]) {
	return servedWith(null, ...answers);
}

async function servedWith(large: LargeArchive | null, ...answers: Answer[]) {
	const { url, ranges } = await hosted(...answers);
	const base = new BaseArchive({ url, bytes: archive.length, ends }, large);
	return {
		ranges,
		tile: async (z: number, x = 1) => firstLine(await base.tile(z, x, 1))
	};
}

function firstLine(bytes: ArrayBuffer): string | undefined {
	return new TextDecoder().decode(bytes).split('\n')[0];
}

async function hosted(...answers: Answer[]) {
	const ranges: (string | undefined)[] = [];
	const server = createServer((request, response) => {
		answers[Math.min(ranges.length, answers.length - 1)]?.(request, response);
		ranges.push(request.headers.range);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	closers.push(() => server.close());
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}/a.pmtiles`;
	return { url, ranges };
}

describe('BaseArchive', () => {
	it('asks once for all tiles of the first zoom', async () => {
		const { tile, ranges } = await served(withRange);
		expect(await Promise.all([tile(10), tile(10), tile(10, 7)])).toEqual([
			'tile of zoom 10',
			'tile of zoom 10',
			''
		]);
		expect(ranges).toEqual([`bytes=0-${ends[10]! - 1}`]);
	});

	it('asks once for the rest, and only when it is wanted', async () => {
		const { tile, ranges } = await served(withRange);
		await tile(10);
		expect(await Promise.all([tile(14), tile(9), tile(11)])).toEqual([
			'tile of zoom 14',
			'tile of zoom 9',
			'tile of zoom 11'
		]);
		expect(ranges.slice(1)).toEqual([`bytes=${ends[10]}-${archive.length - 1}`]);
	});

	it('takes the whole file at once where the first view needs its last tiles', async () => {
		const { tile, ranges } = await served(withRange);
		expect([await tile(14), await tile(10)]).toEqual(['tile of zoom 14', 'tile of zoom 10']);
		expect(ranges).toEqual([undefined]);
	});

	it('takes the whole file from a host without ranges, once', async () => {
		const { tile, ranges } = await served(withoutRange);
		expect([await tile(10), await tile(14)]).toEqual(['tile of zoom 10', 'tile of zoom 14']);
		expect(ranges).toHaveLength(1);
	});

	it('takes the whole file from a host that gives a range only the first time', async () => {
		const { tile } = await served(withRange, withoutRange);
		expect([await tile(10), await tile(14)]).toEqual(['tile of zoom 10', 'tile of zoom 14']);
	});

	it.each<[string, RegExp, Answer]>([
		['404', /answered 404/, (_, response) => response.writeHead(404).end('gone')],
		['500', /answered 500/, (_, response) => response.writeHead(500).end()],
		['a page', /no PMTiles archive/, (_, response) => response.end('<!doctype html><p>Hello</p>')],
		['nothing', /./, (_, response) => response.end()],
		[
			'another file in parts',
			/bytes 0-9\/99 came for/,
			(_, response) =>
				response.writeHead(206, { 'content-range': 'bytes 0-9/99' }).end('0123456789')
		]
	])('rejects %s, and tries again for the next tile', async (_name, message, answer) => {
		const { tile } = await served(answer, withRange);
		await expect(tile(10)).rejects.toThrow(message);
		expect(await tile(10)).toBe('tile of zoom 10');
	});

	it('rejects what is in the rest when that fails, and tries again', async () => {
		const { tile } = await served(
			withRange,
			(_, response) => response.writeHead(500).end(),
			withRange
		);
		expect(await tile(10)).toBe('tile of zoom 10');
		await expect(tile(14)).rejects.toThrow('answered 500');
		expect(await tile(10)).toBe('tile of zoom 10');
		expect(await tile(14)).toBe('tile of zoom 14');
	});
});

describe('BaseArchive of an atlas with large layers', () => {
	// Longer than the beginning that every archive is asked for first.
	const digits = Array.from({ length: 4000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 0).join(
		''
	);
	const all = writePmtiles(
		[11, 14].map((z) => ({ z, x: 1, y: 1, data: text(`all of zoom ${z}\n${digits}`) })),
		{ name: 'Reef', attribution: '', bounds: [90, 0, 91, 1], layers: [{ id: 'water', fields: {} }] }
	).archive;

	const ranged: Answer = ({ headers }, response) => {
		const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
		if (from) response.writeHead(206, { 'content-range': `bytes ${from}-${to}/${all.length}` });
		response.end(from ? all.subarray(Number(from), Number(to) + 1) : all);
	};

	async function withLarge(...answers: Answer[]) {
		const { url, ranges } = await hosted(...answers);
		const large = new LargeArchive({ url, bytes: all.length, minzoom: 11 });
		return { ...(await servedWith(large, withRange)), asked: ranges };
	}

	it('asks for nothing of them in the first view', async () => {
		const { tile, asked } = await withLarge(ranged);
		expect(await tile(10)).toBe('tile of zoom 10');
		expect(asked).toEqual([]);
	});

	it('takes from it each tile that it has, the base map where it has none', async () => {
		const { tile, asked, ranges } = await withLarge(ranged);
		expect(await Promise.all([tile(11), tile(14), tile(14, 7)])).toEqual([
			'all of zoom 11',
			'all of zoom 14',
			''
		]);
		expect(asked).toHaveLength(3);
		expect(asked[0]).toBe('bytes=0-16383');
		expect(asked).not.toContain(undefined);
		expect(ranges).toHaveLength(1);
	});

	it('takes it whole from a host without ranges, once', async () => {
		const { tile, asked } = await withLarge((_, response) => response.end(all));
		expect([await tile(11), await tile(14)]).toEqual(['all of zoom 11', 'all of zoom 14']);
		expect(asked).toHaveLength(1);
	});

	it('shows the base map as long as it can not be had, and then all', async () => {
		const { tile } = await withLarge((_, response) => response.writeHead(500).end(), ranged);
		expect(await tile(11)).toBe('tile of zoom 11');
		expect(await tile(11)).toBe('all of zoom 11');
	});
});
