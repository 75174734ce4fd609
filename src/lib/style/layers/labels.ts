import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { BASE_LAYERS, NAME_LAYERS, type BaseSourceLayer } from '../../source/base-types';
import {
	MAP_FONT,
	METRO_LAYERS,
	SOURCES,
	type Declaration,
	type StyleContext
} from '../declaration';

/** Names of places, water, roads, metro lines and stations, in the page's language. */
export function labelLayers({ palette, lang }: StyleContext): Declaration[] {
	const name: ExpressionSpecification = ['get', `name_${lang}`];
	const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.6 };
	return [
		{
			zorder: 70,
			group: 'labels',
			layer: alongLine('road-names', {
				'source-layer': BASE_LAYERS.road,
				minzoom: 12.5,
				filter: ['has', `name_${lang}`],
				layout: { 'text-field': name, 'text-size': 11, 'text-letter-spacing': 0.08 },
				paint: { 'text-color': palette.quietInk, ...halo }
			})
		},
		{
			zorder: 71,
			group: 'labels',
			layer: pointLabel('green-names', {
				'source-layer': NAME_LAYERS.green,
				minzoom: 12,
				layout: { 'text-field': name, 'text-size': 11, 'text-max-width': 7 },
				paint: { 'text-color': palette.greenInk, ...halo }
			})
		},
		{
			zorder: 68,
			group: 'labels',
			layer: pointLabel('lake-names', {
				'source-layer': NAME_LAYERS.water,
				minzoom: 12,
				layout: { 'text-field': name, 'text-size': 11, 'text-max-width': 7 },
				paint: { 'text-color': palette.waterInk, ...halo }
			})
		},
		{
			zorder: 72,
			group: 'labels',
			layer: pointLabel('water-names', {
				'source-layer': BASE_LAYERS.label,
				filter: ['==', ['get', 'class'], 'water'],
				layout: {
					'text-field': name,
					'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 14, 15],
					'text-letter-spacing': lang === 'zh' ? 0.3 : 0.1,
					'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
					'text-radial-offset': 0.8
				},
				paint: { 'text-color': palette.waterInk, ...halo, 'text-halo-color': palette.water }
			})
		},
		{
			zorder: 69,
			group: 'labels',
			layer: pointLabel('stream-names', {
				'source-layer': BASE_LAYERS.label,
				minzoom: 12.2,
				filter: ['==', ['get', 'class'], 'stream'],
				layout: { 'text-field': name, 'text-size': 11, 'text-letter-spacing': 0.1 },
				paint: { 'text-color': palette.waterInk, ...halo }
			})
		},
		{
			zorder: 73,
			group: 'labels',
			layer: pointLabel('neighbourhood-names', {
				'source-layer': BASE_LAYERS.label,
				minzoom: 11.2,
				filter: ['==', ['get', 'class'], 'neighbourhood'],
				layout: { 'text-field': name, 'text-size': 11.5, 'text-letter-spacing': 0.06 },
				paint: { 'text-color': palette.quietInk, ...halo }
			})
		},
		{
			zorder: 74,
			group: 'labels',
			layer: pointLabel('borough-names', {
				'source-layer': BASE_LAYERS.label,
				maxzoom: 13.5,
				filter: ['==', ['get', 'class'], 'borough'],
				layout: {
					'text-field': name,
					'text-size': ['interpolate', ['linear'], ['zoom'], 10, 13, 13, 17],
					'text-letter-spacing': lang === 'zh' ? 0.4 : 0.12
				},
				paint: { 'text-color': palette.quietInk, 'text-opacity': 0.85, ...halo }
			})
		},
		{
			zorder: 80,
			group: 'rail',
			layer: alongLine('metro-line-names', {
				'source-layer': METRO_LAYERS.tracks,
				minzoom: 12,
				layout: { 'text-field': name, 'text-size': 10.5, 'symbol-spacing': 340 },
				paint: { 'text-color': palette.ink, ...halo }
			})
		},
		{
			zorder: 81,
			group: 'rail',
			pick: 'station',
			layer: {
				id: 'station-names',
				type: 'symbol',
				source: SOURCES.base,
				'source-layer': METRO_LAYERS.stations,
				minzoom: 12.3,
				layout: {
					'text-field': name,
					'text-font': [MAP_FONT],
					'text-size': 11,
					'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
					'text-radial-offset': 0.55,
					'text-max-width': lang === 'zh' ? 8 : 10,
					'text-optional': true,
					'symbol-sort-key': ['case', ['get', 'interchange'], 0, 1]
				},
				paint: { 'text-color': palette.quietInk, ...halo }
			}
		}
	];
}

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;
type Details = Partial<Omit<SymbolLayer, 'id' | 'type'>> & {
	'source-layer': BaseSourceLayer | (typeof METRO_LAYERS)[keyof typeof METRO_LAYERS];
};

function pointLabel(id: string, { layout, ...rest }: Details): SymbolLayer {
	return {
		id,
		type: 'symbol',
		source: SOURCES.base,
		...rest,
		layout: { 'text-font': [MAP_FONT], 'text-padding': 6, ...layout }
	};
}

function alongLine(id: string, { layout, ...rest }: Details): SymbolLayer {
	return pointLabel(id, {
		...rest,
		layout: {
			'symbol-placement': 'line',
			'symbol-spacing': 420,
			'text-max-angle': 30,
			'text-padding': 8,
			...layout
		}
	});
}
