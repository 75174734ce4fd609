import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { tileId } from '../../src/lib/geo/tile-id';
import { PmtilesReader } from '../../src/lib/map/pmtiles-reader';
import type { Tile } from '../../src/lib/compile/tile';
import { writePmtiles } from '../../src/pipeline/pmtiles-writer';
import { runs } from '../support/runs';

const INFO = {
	name: 'Reef',
	attribution: '© Reef',
	bounds: [90, 0, 91, 1] as [number, number, number, number],
	layers: [{ id: 'water', fields: {} }]
};

const text = (value: string) => new TextEncoder().encode(value);

function open(archive: Uint8Array): PmtilesReader {
	return new PmtilesReader((offset, length) =>
		Promise.resolve(Uint8Array.from(archive.subarray(offset, offset + length)).buffer)
	);
}

describe('PmtilesReader', () => {
	it('gives back every tile of any set, and null for others', async () => {
		const place = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 }));
		const sets = fc.uniqueArray(fc.tuple(place, fc.integer({ min: 0, max: 3 })), {
			minLength: 1,
			selector: ([at]) => String(at)
		});
		await fc.assert(
			fc.asyncProperty(sets, async (set) => {
				const tiles = set.map(([[x, y], n]): Tile => ({ z: 4, x, y, data: text(`tile ${n}`) }));
				const reader = open(writePmtiles(tiles, INFO).archive);
				for (const { z, x, y, data } of tiles)
					expect(new Uint8Array((await reader.tile(z, x, y))!)).toEqual(data);
				expect(await reader.tile(5, 0, 0)).toBeNull();
			}),
			runs(30)
		);
	});

	it('follows leaf directories', async () => {
		const tiles = Array.from({ length: 12_000 }, (_, i): Tile => {
			const noise = createHash('sha512').update(String(i)).digest();
			const [x, y] = [
				(i % 128) * 16 + (noise[0]! % 16),
				Math.floor(i / 128) * 16 + (noise[2]! % 16)
			];
			return { z: 12, x, y, data: Uint8Array.from(noise.subarray(0, 8 + (noise[1]! % 56))) };
		});
		const { archive } = writePmtiles(tiles, INFO);
		const leafBytes = Buffer.from(archive).readBigUInt64LE(48);
		expect(leafBytes).toBeGreaterThan(0n);
		const reader = open(archive);
		for (const i of [0, 1, 5000, 11_999]) {
			const { z, x, y, data } = tiles[i]!;
			expect(new Uint8Array((await reader.tile(z, x, y))!)).toEqual(data);
		}
	});

	it.each<[string, RegExp, (archive: Uint8Array) => Uint8Array]>([
		['a page', /no PMTiles archive/, () => text('<!doctype html><p>Hello, this is a page</p>')],
		['nothing', /no PMTiles archive/, () => new Uint8Array()],
		['another version', /no PMTiles archive/, (archive) => archive.with(7, 2)],
		['another compression', /zstd is neither none nor gzip/, (archive) => archive.with(98, 4)],
		['half a file', /./, (archive) => archive.slice(0, 140)]
	])('rejects %s', async (_name, message, broken) => {
		const { archive } = writePmtiles([{ z: 3, x: 1, y: 2, data: text('a') }], INFO);
		await expect(open(broken(Uint8Array.from(archive))).tile(3, 1, 2)).rejects.toThrow(message);
	});
});

describe('tileId', () => {
	it('is the one of the pmtiles package', () => {
		const place = fc.integer({ min: 0, max: 2 ** 20 - 1 });
		fc.assert(
			fc.property(place, place, (x, y) => {
				expect(tileId(20, x, y)).toBe(zxyToTileId(20, x, y));
			})
		);
	});
});
