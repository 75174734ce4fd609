import type {
	ExpressionSpecification,
	GeoJSONSourceSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Palette } from './palette';

/** What the map shows of a reader's own file. */
export interface OwnLayer {
	/** Also the name of its source. */
	id: string;
	/** Each feature's id is its index in the file; `from` is the zoom from which it is drawn. */
	data: FeatureCollection;
	/** As converted to WGS-84, or as the file has it, for comparison. */
	role: 'placed' | 'as-read';
}

/** A source of the map and its layers, bottom first. */
export interface OwnSource {
	id: string;
	source: GeoJSONSourceSpecification & { data: FeatureCollection };
	layers: LayerSpecification[];
	/** Whether a click on it means a feature. */
	isPicked: boolean;
}

/** How an own file is drawn: areas, lines and points in a colour that no status has. */
export function ownSource({ id, data, role }: OwnLayer, palette: Palette): OwnSource {
	const color = role === 'placed' ? palette.own : palette.ownAsRead;
	const isDrawn: ExpressionSpecification = ['>=', ['zoom'], ['get', 'from']];
	const isType = (type: string): ExpressionSpecification => ['==', ['geometry-type'], type];
	return {
		id,
		source: { type: 'geojson', data, maxzoom: 15, buffer: 32 },
		layers: [
			{
				id: `${id}-fill`,
				type: 'fill',
				source: id,
				filter: ['all', isDrawn, isType('Polygon')],
				paint: { 'fill-color': color, 'fill-opacity': 0.18, 'fill-antialias': false }
			},
			{
				id: `${id}-line`,
				type: 'line',
				source: id,
				filter: ['all', isDrawn, ['!', isType('Point')]],
				layout: { 'line-join': 'round' },
				paint: {
					'line-color': color,
					'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 15, 2.5]
				}
			},
			{
				id: `${id}-point`,
				type: 'circle',
				source: id,
				filter: ['all', isDrawn, isType('Point')],
				paint: {
					'circle-color': color,
					'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2, 12, 4, 15, 6.5],
					'circle-stroke-color': palette.halo,
					'circle-stroke-width': ['step', ['zoom'], 0, 11, 1]
				}
			}
		],
		isPicked: role === 'placed'
	};
}
