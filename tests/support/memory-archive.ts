import { PMTiles } from 'pmtiles';

/** A PMTiles reader on bytes in memory. */
export function openArchive(bytes: Uint8Array): PMTiles {
	return new PMTiles({
		getKey: () => 'memory',
		getBytes: (offset, length) =>
			Promise.resolve({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer })
	});
}

/** The content of a tile, not compressed; `undefined` if the archive has none there. */
export async function tileBytes(
	archive: PMTiles,
	z: number,
	x: number,
	y: number
): Promise<Uint8Array | undefined> {
	const tile = await archive.getZxy(z, x, y);
	return tile && new Uint8Array(tile.data);
}
