import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { fitTile, TILE_LIMIT, type TileFeature } from './fit-tile';
import { joinBytes } from '../files/join-bytes';
import { importanceOf } from './importance';
import { encodeShown, type ShownLayer } from './tile';

/**
 * A tile of no more than `limit` bytes before compression. If all of it has no room, each layer
 * gets an equal share of it; what small ones leave goes to the large ones, which are thinned: the
 * features that reach farthest stay, and of equal ones the most important.
 *
 * @returns `null` if nothing of it is drawn
 */
export function fitLayers(layers: readonly ShownLayer[], limit = TILE_LIMIT): Uint8Array | null {
	const whole = layers.map(({ id, features }) => ({ id, features, data: encode(id, features) }));
	const bySize = whole.toSorted((a, b) => (a.data?.length ?? 0) - (b.data?.length ?? 0));
	const fitted = new Map<string, Uint8Array>();
	let room = limit;
	for (const [i, { id, features, data }] of bySize.entries()) {
		const share = Math.floor(room / (bySize.length - i));
		const isTooLarge = data !== null && data.length > share;
		const fit = isTooLarge ? thinned(id, features, share) : data;
		if (!fit) continue;
		fitted.set(id, fit);
		room -= fit.length;
	}
	if (fitted.size === 0) return null;
	// Tiles are lists of layers: one behind the other they are a tile.
	return joinBytes(layers.flatMap(({ id }) => fitted.get(id) ?? []));
}

function thinned(id: string, features: readonly GeoJSONVTFeature[], limit: number) {
	const known = features.map((shape, place): TileFeature => {
		return { shape, rank: importanceOf(shape.tags ?? {}), place };
	});
	return fitTile(known, (some) => encode(id, some), limit).data;
}

function encode(id: string, features: readonly GeoJSONVTFeature[]): Uint8Array | null {
	return encodeShown([{ id, features }]);
}
