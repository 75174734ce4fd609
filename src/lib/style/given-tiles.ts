/**
 * A tile; `null` if nothing is there. One that rejects leaves what is drawn from farther away in
 * its place.
 *
 * @param signal ends it when the map no longer wants it
 */
export type GiveTile = (
	z: number,
	x: number,
	y: number,
	signal?: AbortSignal
) => Promise<ArrayBuffer | null>;

/** Where the map asks for tiles from other addresses: `outside://<id>/<version>/<z>/<x>/<y>`. */
export const OUTSIDE_SCHEME = 'outside';

/**
 * The template of such a source's tiles.
 *
 * @param version differs where the tiles do
 */
export function outsideTiles(id: string, version: number): string {
	return `${OUTSIDE_SCHEME}://${id}/${version}/{z}/{x}/{y}`;
}

/** What such sources are called, so that their failure is not taken for one of the map. */
export function isOutside(source: string | undefined): boolean {
	return source?.startsWith('outside-') ?? false;
}
