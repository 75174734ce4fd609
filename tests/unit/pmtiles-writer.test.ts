import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import type { Tile } from '../../src/lib/compile/tile';
import { gzip, type ArchiveInfo } from '../../src/pipeline/pmtiles-format';
import { writePmtiles } from '../../src/pipeline/pmtiles-writer';
import { PmtilesReader } from '../../src/lib/map/pmtiles-reader';
import { seeded } from '../support/edited-article';
import { openArchive, tileBytes } from '../support/memory-archive';
import { runs } from '../support/runs';

const INFO: ArchiveInfo = {
	name: 'Reef',
	attribution: '© Reef',
	bounds: [90.05, -0.25, 90.25, 0.15],
	layers: [{ id: 'water', fields: { id: 'String', depth: 'Number' } }]
};

const text = (value: string) => new TextEncoder().encode(value);

const archiveOf = (tiles: Iterable<Tile>, info: ArchiveInfo) => writePmtiles(tiles, info).archive;

describe('writePmtiles', () => {
	it('writes a header that the reader understands', async () => {
		const tiles = [
			{ z: 3, x: 1, y: 2, data: text('a') },
			{ z: 5, x: 9, y: 9, data: text('b') }
		];
		const header = await openArchive(archiveOf(tiles, INFO)).getHeader();
		expect(header).toMatchObject({
			specVersion: 3,
			clustered: true,
			internalCompression: 2,
			tileCompression: 2,
			tileType: 1,
			minZoom: 3,
			maxZoom: 5,
			minLon: 90.05,
			minLat: -0.25,
			maxLon: 90.25,
			maxLat: 0.15,
			centerZoom: 3,
			centerLon: 90.15,
			centerLat: -0.05
		});
	});

	it('carries name, attribution and the layers as metadata', async () => {
		const bytes = archiveOf([{ z: 7, x: 1, y: 1, data: text('a') }], INFO);
		expect(await openArchive(bytes).getMetadata()).toEqual({
			name: 'Reef',
			attribution: '© Reef',
			vector_layers: [
				{ id: 'water', fields: { id: 'String', depth: 'Number' }, minzoom: 7, maxzoom: 7 }
			]
		});
	});

	it('puts the tiles of one zoom first, and says where each zoom ends', async () => {
		const tiles = [4, 5, 6].flatMap((z) =>
			[1, 2].map((x) => ({ z, x, y: 1, data: text(`${z}/${x}`) }))
		);
		const { archive, ends } = writePmtiles(tiles, { ...INFO, firstZoom: 5 });
		const beginning = openArchive(archive.subarray(0, ends[5]));
		expect((await beginning.getHeader()).clustered).toBe(false);
		expect(await tileBytes(beginning, 5, 2, 1)).toEqual(text('5/2'));
		await expect(tileBytes(beginning, 4, 1, 1)).rejects.toThrow();
		expect(
			Object.entries(ends)
				.sort((a, b) => a[1] - b[1])
				.map(([z]) => z)
		).toEqual(['5', '4', '6']);
		expect(ends[6]).toBe(archive.length);
		for (const { z, x, y, data } of tiles)
			expect(await tileBytes(openArchive(archive), z, x, y)).toEqual(data);
	});

	it('stores equal tiles once and equal neighbours as one run', async () => {
		const sea = text('sea');
		const tiles = Array.from({ length: 16 }, (_, i) => tileAt(zxyToTileId(2, 0, 0) + i, sea));
		tiles[5]!.data = text('land');
		const archive = openArchive(archiveOf(tiles, INFO));
		const header = await archive.getHeader();
		expect(header.numAddressedTiles).toBe(16);
		expect(header.numTileEntries).toBe(3);
		expect(header.numTileContents).toBe(2);
		expect(header.tileDataLength).toBe(gzip(sea).length + gzip(text('land')).length);
		for (const { z, x, y, data } of tiles) expect(await tileBytes(archive, z, x, y)).toEqual(data);
	});

	it('has nothing where no tile was given', async () => {
		const archive = openArchive(archiveOf([{ z: 4, x: 3, y: 3, data: text('a') }], INFO));
		expect(await tileBytes(archive, 4, 3, 4)).toBeUndefined();
		expect(await tileBytes(archive, 3, 1, 1)).toBeUndefined();
	});

	it('moves entries into leaf directories when the root would outgrow its place', async () => {
		const tiles = irregularTiles(12_000);
		const bytes = archiveOf(tiles, INFO);
		const archive = openArchive(bytes);
		const header = await archive.getHeader();
		expect(header.leafDirectoryLength).toBeGreaterThan(0);
		expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
		expect(header.numTileEntries).toBe(12_000);
		// each in one leaf, and no offset where a content follows the one before
		expect(header.leafDirectoryLength).toBeLessThan(2 * 12_000);
		expect(header.tileDataOffset + header.tileDataLength!).toBe(bytes.length);
		for (const i of [0, 1, 4095, 4096, 8191, 8192, 11_999]) {
			const { z, x, y, data } = tiles[i]!;
			expect(await tileBytes(archive, z, x, y)).toEqual(data);
		}
		const { z: z0, x: x0, y: y0 } = tiles[4095]!;
		const [z, x, y] = tileIdToZxy(zxyToTileId(z0, x0, y0) + 1);
		expect(await tileBytes(archive, z, x, y)).toBeUndefined();
	});

	it('needs no leaf directory for a small archive', async () => {
		const bytes = archiveOf([{ z: 0, x: 0, y: 0, data: text('a') }], INFO);
		expect((await openArchive(bytes).getHeader()).leafDirectoryLength).toBe(0);
	});

	it('gives every tile of any set back, byte by byte', async () => {
		await fc.assert(
			fc.asyncProperty(tileSets(), async (tiles) => {
				const archive = openArchive(archiveOf(tiles, INFO));
				const header = await archive.getHeader();
				expect(header.numAddressedTiles).toBe(tiles.length);
				expect(header.numTileContents).toBe(new Set(tiles.map(({ data }) => String(data))).size);
				for (const { z, x, y, data } of tiles)
					expect(await tileBytes(archive, z, x, y)).toEqual(data);
			}),
			runs(60)
		);
	});

	it('gives every tile of any large set back, through leaf directories, by both readers', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer(), async (seed) => {
				const tiles = manyTiles(seed);
				const bytes = archiveOf(tiles, INFO);
				const archive = openArchive(bytes);
				const ours = new PmtilesReader((offset, length) =>
					Promise.resolve(Uint8Array.from(bytes.subarray(offset, offset + length)).buffer)
				);
				const header = await archive.getHeader();
				expect(header.leafDirectoryLength).toBeGreaterThan(0);
				expect(header.numAddressedTiles).toBe(tiles.length);
				expect(header.numTileContents).toBe(new Set(tiles.map(({ data }) => String(data))).size);
				expect(header.numTileEntries).toBeLessThan(tiles.length);
				const ids = new Map(tiles.map((tile) => [zxyToTileId(tile.z, tile.x, tile.y), tile.data]));
				for (const id of [...ids.keys()].filter((_, i) => i % 151 === 0))
					for (const at of [id - 1, id, id + 1]) {
						const { z, x, y } = tileAt(at, text(''));
						expect(await tileBytes(archive, z, x, y)).toEqual(ids.get(at));
						const read = await ours.tile(z, x, y);
						expect(read ? new Uint8Array(read) : undefined).toEqual(ids.get(at));
					}
			}),
			runs(2)
		);
	});

	it('writes the same bytes whatever the order of the tiles', () => {
		fc.assert(
			fc.property(
				tileSets().chain((tiles) =>
					fc.tuple(
						fc.constant(tiles),
						fc.shuffledSubarray(tiles, { minLength: tiles.length, maxLength: tiles.length })
					)
				),
				([tiles, shuffled]) => {
					expect(archiveOf(shuffled, INFO)).toEqual(archiveOf(tiles, INFO));
				}
			),
			runs(60)
		);
	});

	it('leaves time and operating system out of what it compresses', async () => {
		const bytes = archiveOf([{ z: 0, x: 0, y: 0, data: text('a') }], INFO);
		const { tileDataOffset } = await openArchive(bytes).getHeader();
		const packed = bytes.subarray(tileDataOffset, tileDataOffset + 10);
		expect([...packed.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
		expect(packed[9]).toBe(255);
	});

	it.each<[string, Partial<Tile>[], string]>([
		['a tile given twice', [{}, {}], 'Tile 3/1/2 is given twice.'],
		['an empty tile', [{ data: new Uint8Array() }], 'Tile 3/1/2 has no data'],
		['a zoom that ids do not reach', [{ z: 27 }], 'zoom 27 is not a whole number from 0 to 26'],
		['half a zoom', [{ z: 2.5 }], 'zoom 2.5 is not'],
		['a negative zoom', [{ z: -1 }], 'zoom -1 is not'],
		['a column outside of the zoom', [{ x: 8 }], 'x 8 is not a whole number below 2^3 = 8'],
		['a negative row', [{ y: -1 }], 'y -1 is not a whole number below 2^3 = 8'],
		['no tile at all', [], 'no tile to write']
	])('refuses %s and says why', (_, tiles, message) => {
		const whole = tiles.map((tile) => ({ z: 3, x: 1, y: 2, data: text('a'), ...tile }));
		expect(() => writePmtiles(whole, INFO)).toThrow(message);
	});

	const world = [{ z: 0, x: 0, y: 0, data: text('a') }];

	it.each<[ArchiveInfo['bounds']]>([
		[[10, 0, 5, 1]],
		[[10, 1, 15, 0]],
		[[-181, 0, 5, 1]],
		[[10, 0, 181, 1]],
		[[10, -91, 15, 1]],
		[[10, 0, 15, 91]],
		[[10, NaN, 15, 1]]
	])('refuses bounds that are none: %j', (bounds) => {
		expect(() => writePmtiles(world, { ...INFO, bounds })).toThrow(
			`[${bounds.join(', ')}] are not bounds as [west, south, east, north].`
		);
	});

	it.each<[ArchiveInfo['bounds']]>([[[-180, -90, 180, 90]], [[106.6, 29.5, 106.6, 29.5]]])(
		'takes the bounds %j',
		async (bounds) => {
			const { minLon, minLat, maxLon, maxLat } = await openArchive(
				archiveOf(world, { ...INFO, bounds })
			).getHeader();
			expect([minLon, minLat, maxLon, maxLat]).toEqual(bounds);
		}
	);
});

function tileAt(id: number, data: Uint8Array): Tile {
	const [z, x, y] = tileIdToZxy(id);
	return { z, x, y, data };
}

/** Tiles that never touch, with gaps and sizes that no compression can foresee. */
function irregularTiles(count: number): Tile[] {
	let id = zxyToTileId(9, 0, 0);
	return Array.from({ length: count }, (_, i) => {
		const noise = createHash('sha512').update(String(i)).digest();
		id += 2 + (noise[0]! % 16);
		return tileAt(id, Uint8Array.from(noise.subarray(0, 8 + (noise[1]! % 56))));
	});
}

/** Over 16,384 tiles: runs of equal ones, equal ones far apart, gaps, and some like no other. */
function manyTiles(seed: number): Tile[] {
	const random = seeded(seed);
	const tiles: Tile[] = [];
	for (let id = zxyToTileId(10, 0, 0); tiles.length < 20_000; id += Math.floor(random() * 40)) {
		const kind = random();
		const data =
			kind < 0.2 ? text('sea') : Uint8Array.from({ length: 24 }, () => Math.floor(random() * 256));
		const again = tiles[Math.floor(random() * tiles.length)];
		const length = kind < 0.1 ? 1 + Math.floor(random() * 5) : 1;
		for (let i = 0; i < length; i++)
			tiles.push(tileAt(++id, kind > 0.95 && again ? again.data : data));
	}
	return tiles;
}

/** Tiles at all zooms, few of them different, so that runs and duplicates are common. */
function tileSets(): fc.Arbitrary<Tile[]> {
	const tile = fc.integer({ min: 0, max: 26 }).chain((z) => {
		const place = fc.oneof(
			fc.integer({ min: 0, max: Math.min(3, 2 ** z - 1) }),
			fc.integer({ min: 0, max: 2 ** z - 1 })
		);
		return fc.record({
			z: fc.constant(z),
			x: place,
			y: place,
			data: fc.oneof(
				fc.constantFrom(text('sea'), text('land')),
				fc.uint8Array({ minLength: 1, maxLength: 300 })
			)
		});
	});
	return fc.uniqueArray(tile, {
		minLength: 1,
		maxLength: 60,
		selector: ({ z, x, y }) => `${z}/${x}/${y}`
	});
}
