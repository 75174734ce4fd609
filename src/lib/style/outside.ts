import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { outsideTiles, type GiveTile } from './given-tiles';
import { ownLayers, type OwnSource } from './own';
import type { Palette } from './palette';

/** What the map shows of a layer from another address. */
export interface OutsideLayer {
	/** Also the name of its source: `isOutside`. */
	id: string;
	/** Differs where the tiles do. */
	version: number;
	minzoom: number;
	maxzoom: number;
	/** Layers of the vector tiles that are drawn; of pictures, the side of one in CSS pixels. */
	content: { layers: readonly string[] } | { size: number };
	/** From 0 to 1. */
	opacity: number;
	isShown: boolean;
	tile: GiveTile;
}

/** How such a layer is drawn: pictures as they are, the rest in the colour of own files. */
export function outsideSource(layer: OutsideLayer, palette: Palette): OwnSource {
	const { id, version, minzoom, maxzoom, content, tile } = layer;
	const tiles = [outsideTiles(id, version)];
	return {
		id,
		source:
			'size' in content
				? { type: 'raster', tiles, minzoom, maxzoom, tileSize: content.size }
				: { type: 'vector', tiles, minzoom, maxzoom },
		layers: layersOf(layer, palette).map((one) => ({
			...one,
			layout: { ...one.layout, visibility: layer.isShown ? 'visible' : 'none' }
		})),
		isGround: true,
		picks: [],
		tile
	};
}

function layersOf({ id, content, opacity }: OutsideLayer, palette: Palette): LayerSpecification[] {
	if ('size' in content) {
		const paint = { 'raster-opacity': opacity, 'raster-fade-duration': 0 };
		return [{ id: `${id}-tiles`, type: 'raster', source: id, paint }];
	}
	return content.layers.flatMap((part, i) =>
		ownLayers(id, part, { color: palette.own, opacity }, palette).map((layer) => ({
			...layer,
			id: `${layer.id}-${i}`
		}))
	);
}
