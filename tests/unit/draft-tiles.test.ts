import { describe, expect, test } from 'vitest';
import { baseLayers } from '../../src/lib/compile/base-layers';
import { DraftTiles } from '../../src/lib/compile/draft-tiles';
import { cutTiles } from '../../src/lib/compile/tile';
import { readAtlas } from '../../src/pipeline/read-folder';

describe.each(['tests/fixtures/atlas', 'tests/fixtures/second-atlas'])('the draft of %s', (dir) => {
	test('gives the tiles of the archive to the byte, in any order', async () => {
		const data = await dataOf(dir);
		const tiles = new DraftTiles(data);
		const built = cutTiles(baseLayers(data.layers, data.lines));
		expect(built.length).toBeGreaterThan(10);
		for (const { z, x, y, data: bytes } of built.toReversed())
			expect(Buffer.from(tiles.tile(z, x, y)).equals(bytes), `${z}/${x}/${y}`).toBe(true);
	});

	test('gives an empty tile where the archive has none', async () => {
		const tiles = new DraftTiles(await dataOf(dir));
		for (const [z, x, y] of [
			[8, 0, 0],
			[12, 0, 0],
			[15, 0, 0]
		] as const)
			expect(tiles.tile(z, x, y).byteLength).toBe(0);
	});
});

async function dataOf(dir: string) {
	const { data } = await readAtlas(dir);
	if (!data) throw new Error(`${dir} can't be read.`);
	return data;
}
