import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from './palette';

/** The source of what a tool shows over the map; empty until the map is given something. */
export const OVERLAY_SOURCE = 'overlay';

/** A style with the layers that show what a tool has worked out, above all others. */
export function withOverlay(
	style: StyleSpecification,
	{ accent, halo }: Palette
): StyleSpecification {
	return {
		...style,
		sources: {
			...style.sources,
			[OVERLAY_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
		},
		layers: [
			...style.layers,
			{
				id: 'overlay-fill',
				type: 'fill',
				source: OVERLAY_SOURCE,
				filter: ['==', ['geometry-type'], 'Polygon'],
				paint: { 'fill-color': accent, 'fill-opacity': 0.14 }
			},
			{
				id: 'overlay-line',
				type: 'line',
				source: OVERLAY_SOURCE,
				filter: ['!=', ['geometry-type'], 'Point'],
				layout: { 'line-join': 'round', 'line-cap': 'round' },
				paint: { 'line-color': accent, 'line-width': 2.5 }
			},
			{
				id: 'overlay-point',
				type: 'circle',
				source: OVERLAY_SOURCE,
				filter: ['==', ['geometry-type'], 'Point'],
				paint: {
					'circle-color': accent,
					'circle-radius': 4,
					'circle-stroke-color': halo,
					'circle-stroke-width': 1.5
				}
			}
		]
	};
}
