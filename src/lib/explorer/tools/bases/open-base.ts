import type { Lang } from '../../../atlas/atlas';
import type { Bounds, PublishedBases } from '../../../atlas/schema';
import { meet } from '../../../geo/bounds';
import { toWorld } from '../../../geo/mercator';
import { openOutsideArchive } from '../../../map/outside-archive';
import { ask } from '../../../outside/ask';
import { OutsideFault } from '../../../outside/fault';
import { checkPicture } from '../../../outside/picture';
import { tiandituLayers, tiandituTile } from '../../../outside/tianditu';
import { watched } from '../../../outside/watched';
import type { GiveTile } from '../../../style/given-tiles';
import type { Ground } from '../../../style/ground';
import { protomapsGround } from '../../../style/layers/protomaps';
import { tiandituGround } from '../../../style/layers/tianditu';

interface Opening {
	/** Differs from that of any earlier ground, so that the map asks for its tiles anew. */
	version: number;
	/** Called when it fails later on. */
	onfault: (fault: OutsideFault) => void;
}

const TILE_LIMIT = 10 * 2 ** 20;
/** The zoom of the tile that tells whether Tianditu gives any. */
const FIRST_ZOOM = 10;

/**
 * The ground of a Protomaps basemap.
 *
 * @param extent bounds of the map
 * @throws OutsideFault if it can't be had, is another schema, or lies elsewhere
 */
export async function openProtomaps(
	whole: string,
	extent: Bounds,
	{ version, onfault }: Opening
): Promise<Ground> {
	const archive = await openOutsideArchive(whole);
	const { type, layers, bounds, minzoom, maxzoom } = archive;
	if (type !== 'vector') throw new OutsideFault('schema', 'raster');
	if (!layers.has('earth') || !(layers.has('roads') || layers.has('water')))
		throw new OutsideFault('schema', [...layers.keys()].slice(0, 8).join(', '));
	const fields = [...layers.values()].flat();
	const isOld = fields.includes('pmap:kind') || /^[0-3]\./.test(archive.version);
	if (isOld) throw new OutsideFault('old-schema', archive.version);
	if (!meet(bounds, extent)) throw new OutsideFault('elsewhere');
	const tile = watched(archive.tile, (fault) => fault && onfault(fault));
	return protomapsGround({ version, minzoom, maxzoom, tile });
}

/**
 * The ground that Tianditu draws.
 *
 * @param whole address of its server
 * @param home what the map shows first, of which one tile is asked for
 * @throws OutsideFault if it gives none
 */
export async function openTianditu(
	whole: string,
	{ key }: NonNullable<PublishedBases['tianditu']>,
	{ lang, home }: { lang: Lang; home: Bounds },
	{ version, onfault }: Opening
): Promise<Ground> {
	const { map, names } = tiandituLayers(lang);
	const tilesOf =
		(layer: string): GiveTile =>
		async (z, x, y, signal) => {
			const url = tiandituTile(whole, { layer, key }, z, x, y);
			return checkPicture(await ask(url, { signal, limit: TILE_LIMIT }));
		};
	const [west, south, east, north] = home;
	const [x, y] = toWorld([(west + east) / 2, (south + north) / 2], 0);
	const tiles = 2 ** FIRST_ZOOM / 512;
	await tilesOf(map)(FIRST_ZOOM, Math.floor(x * tiles), Math.floor(y * tiles));
	return tiandituGround(version, {
		map: watched(tilesOf(map), (fault) => fault && onfault(fault)),
		names: tilesOf(names)
	});
}
