import type {
	ExpressionSpecification,
	LayerSpecification,
	RasterSourceSpecification,
	VectorSourceSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { GiveTile } from './given-tiles';
import type { Palette } from './palette';

/** What the map shows of a reader's own file. */
export interface OwnLayer {
	/** Also the name of its source. */
	id: string;
	/** Differs where the tiles do. */
	version: string;
	/** Whether to show it as the file has it, too, for comparison. */
	isCompared: boolean;
	/** From 0 to 1. */
	opacity: number;
	/** Each feature's id is its index in the file. */
	tile: GiveTile;
}

/** A source of the map and its layers, bottom first. */
export interface OwnSource {
	id: string;
	source: (VectorSourceSpecification | RasterSourceSpecification) & { tiles: string[] };
	layers: LayerSpecification[];
	/** Whether it lies under the lines of rail and sites too, and not under names alone. */
	isGround: boolean;
	/** Layers on which a click means a feature. */
	picks: string[];
	tile: GiveTile;
}

/** Where the map asks for tiles of own files: `own-file://<id>/<version>/<z>/<x>/<y>`. */
export const OWN_SCHEME = 'own-file';

/** How an own file is drawn: areas, lines and points in a colour that no status has. */
export function ownSource(
	{ id, version, isCompared, opacity, tile }: OwnLayer,
	palette: Palette
): OwnSource {
	const placed = ownLayers(id, 'placed', { color: palette.own, opacity }, palette);
	const asRead = isCompared
		? ownLayers(id, 'as-read', { color: palette.ownAsRead, opacity }, palette)
		: [];
	return {
		id,
		source: {
			type: 'vector',
			tiles: [`${OWN_SCHEME}://${id}/${version}/{z}/{x}/{y}`],
			maxzoom: 15
		},
		layers: [...asRead, ...placed],
		isGround: false,
		picks: placed.map((layer) => layer.id),
		tile
	};
}

/** Areas, lines and points of one layer of a vector source, in one colour, more or less opaque (0 to 1). */
export function ownLayers(
	source: string,
	part: string,
	{ color, opacity }: { color: string; opacity: number },
	palette: Palette
): LayerSpecification[] {
	const isType = (type: string): ExpressionSpecification => ['==', ['geometry-type'], type];
	return [
		{
			id: `${source}-${part}-fill`,
			type: 'fill',
			source,
			'source-layer': part,
			filter: isType('Polygon'),
			paint: { 'fill-color': color, 'fill-opacity': 0.18 * opacity, 'fill-antialias': false }
		},
		{
			id: `${source}-${part}-line`,
			type: 'line',
			source,
			'source-layer': part,
			filter: ['!', isType('Point')],
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': color,
				'line-opacity': opacity,
				'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 15, 2.5]
			}
		},
		{
			id: `${source}-${part}-point`,
			type: 'circle',
			source,
			'source-layer': part,
			filter: isType('Point'),
			paint: {
				'circle-color': color,
				'circle-opacity': opacity,
				'circle-stroke-opacity': opacity,
				'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2, 12, 4, 15, 6.5],
				'circle-stroke-color': palette.halo,
				'circle-stroke-width': ['step', ['zoom'], 0, 11, 1]
			}
		}
	];
}
