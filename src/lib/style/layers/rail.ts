import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { METRO_LAYERS, SOURCES, type Declaration, type StyleContext } from '../declaration';
import { PLAINNESS } from '../state';
import { strokesOf, widthOf, type Stroke } from '../strokes';

const IS_BUILT: ExpressionSpecification = [
	'in',
	['get', 'status'],
	['literal', ['open', 'existing']]
];

/** Metro lines side by side in their own colours, and their stations. */
export function railLayers({ palette }: StyleContext): Declaration[] {
	const strokes = strokesOf(palette);
	return [
		{
			zorder: 40,
			group: 'rail',
			pick: 'line',
			layer: {
				...trackLayer('metro-unbuilt', strokes.metroUnbuilt),
				filter: ['!', IS_BUILT]
			}
		},
		{
			zorder: 41,
			group: 'rail',
			pick: 'line',
			layer: {
				...trackLayer('metro', strokes.metro),
				filter: IS_BUILT
			}
		},
		{
			zorder: 60,
			group: 'rail',
			pick: 'station',
			layer: {
				id: 'stations',
				type: 'circle',
				source: SOURCES.base,
				'source-layer': METRO_LAYERS.stations,
				minzoom: 11,
				paint: {
					'circle-color': palette.station,
					'circle-radius': [
						'interpolate',
						['linear'],
						['zoom'],
						11,
						['case', ['get', 'interchange'], 2.4, 1.6],
						14,
						['case', ['get', 'interchange'], 5, 3.8]
					],
					'circle-stroke-color': ['case', IS_BUILT, palette.ink, palette.quietInk],
					'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 11, 0.9, 14, 1.6],
					'circle-opacity': PLAINNESS,
					'circle-stroke-opacity': [
						'*',
						['case', ['==', ['get', 'precision'], 'exact'], 1, 0.55],
						PLAINNESS
					]
				}
			}
		}
	];
}

function trackLayer(id: string, stroke: Stroke): LayerSpecification & { type: 'line' } {
	const [far, middle, near] = stroke.width;
	const beside = (width: number): ExpressionSpecification => ['*', ['get', 'slot'], width + 0.6];
	return {
		id,
		type: 'line',
		source: SOURCES.base,
		'source-layer': METRO_LAYERS.tracks,
		layout: { 'line-cap': stroke.dash ? 'butt' : 'round', 'line-join': 'round' },
		paint: {
			'line-color': ['get', 'colour'],
			'line-opacity': PLAINNESS,
			'line-width': widthOf(stroke),
			'line-offset': [
				'interpolate',
				['exponential', 1.4],
				['zoom'],
				10,
				beside(far),
				13,
				beside(middle),
				16,
				beside(near)
			],
			...(stroke.dash && { 'line-dasharray': stroke.dash })
		}
	};
}
