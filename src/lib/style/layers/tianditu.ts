import type { RasterSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import { outsideTiles, type GiveTile } from '../given-tiles';
import type { Ground } from '../ground';

/** Zooms that Tianditu has pictures of. */
export const TIANDITU_ZOOMS = { minzoom: 1, maxzoom: 18 } as const;

const SOURCES = { map: 'outside-tianditu', names: 'outside-tianditu-names' } as const;

/** Tianditu's picture of the ground, and the one of its names. Its colours are its own, in the dark too. */
export function tiandituGround(version: number, tiles: { map: GiveTile; names: GiveTile }): Ground {
	const source = (id: string): RasterSourceSpecification => ({
		type: 'raster',
		tiles: [outsideTiles(id, version)],
		tileSize: 256,
		...TIANDITU_ZOOMS
	});
	const paint = { 'raster-fade-duration': 0 };
	return {
		sources: { [SOURCES.map]: source(SOURCES.map), [SOURCES.names]: source(SOURCES.names) },
		tiles: { [SOURCES.map]: tiles.map, [SOURCES.names]: tiles.names },
		declare: () => [
			{
				zorder: 1,
				group: null,
				layer: { id: 'tianditu', type: 'raster', source: SOURCES.map, paint }
			},
			{
				zorder: 2,
				group: 'labels',
				layer: { id: 'tianditu-names', type: 'raster', source: SOURCES.names, paint }
			}
		]
	};
}
