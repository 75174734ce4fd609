/**
 * Position of a tile on the Hilbert curves of all zooms, one after the other: its id in PMTiles.
 * Ids outgrow 32 bits at zoom 16 and exact numbers at zoom 27.
 *
 * Source: https://en.wikipedia.org/wiki/Hilbert_curve, `xy2d`.
 */
export function tileId(z: number, x: number, y: number): number {
	const side = 2 ** z;
	let id = (4 ** z - 1) / 3;
	for (let s = side / 2; s >= 1; s /= 2) {
		const rx = x & s ? 1 : 0;
		const ry = y & s ? 1 : 0;
		id += s * s * ((3 * rx) ^ ry);
		if (ry === 0) [x, y] = rx === 0 ? [y, x] : [side - 1 - y, side - 1 - x];
	}
	return id;
}
