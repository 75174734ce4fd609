import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { BASE_LAYERS, type BaseType } from '../../source/base-types';
import { SOURCES, type Declaration, type StyleContext } from '../declaration';
import { strokesOf, widthOf, type Stroke } from '../strokes';

/** Ground, water, green, roads and main-line railway, from the vector tiles. */
export function baseLayers({ palette }: StyleContext): Declaration[] {
	const strokes = strokesOf(palette);
	return [
		{
			zorder: 0,
			group: null,
			layer: { id: 'paper', type: 'background', paint: { 'background-color': palette.paper } }
		},
		{
			zorder: 10,
			group: 'nature',
			layer: {
				id: 'green',
				type: 'fill',
				source: SOURCES.base,
				'source-layer': BASE_LAYERS.green,
				paint: { 'fill-color': palette.green, 'fill-antialias': true }
			}
		},
		{
			zorder: 11,
			group: 'nature',
			layer: {
				id: 'water',
				type: 'fill',
				source: SOURCES.base,
				'source-layer': BASE_LAYERS.water,
				paint: { 'fill-color': palette.water, 'fill-outline-color': palette.waterLine }
			}
		},
		...roadLayers('primary', 20, strokes.primary),
		...roadLayers('trunk', 22, strokes.trunk),
		...roadLayers('motorway', 24, strokes.motorway),
		{
			zorder: 26,
			group: 'roads',
			pick: 'road',
			layer: {
				...lineOf('road-tunnel', 'road', strokes.tunnel),
				filter: ['==', ['get', 'class'], 'tunnel']
			}
		},
		{
			zorder: 30,
			group: 'rail',
			layer: lineOf('railway', 'railway', strokes.railway)
		},
		{
			zorder: 31,
			group: 'rail',
			layer: {
				id: 'railway-ties',
				type: 'line',
				source: SOURCES.base,
				'source-layer': BASE_LAYERS.railway,
				minzoom: 11,
				paint: {
					'line-color': palette.halo,
					'line-width': widthOf(strokes.railway, -0.7),
					'line-dasharray': [5, 5]
				}
			}
		}
	];
}

function roadLayers(name: 'motorway' | 'trunk' | 'primary', zorder: number, stroke: Stroke) {
	const filter: FilterSpecification = ['==', ['get', 'class'], name];
	const casing: Stroke = { ...stroke, color: stroke.casing ?? stroke.color };
	const minzoom = name === 'primary' ? 12 : 9;
	return [
		{
			zorder: zorder,
			group: 'roads' as const,
			layer: { ...lineOf(`road-${name}-casing`, 'road', casing, 1.6), filter, minzoom }
		},
		{
			zorder: zorder + 1,
			group: 'roads' as const,
			pick: 'road' as const,
			layer: { ...lineOf(`road-${name}`, 'road', stroke), filter, minzoom }
		}
	];
}

function lineOf(id: string, type: BaseType, stroke: Stroke, add = 0) {
	return {
		id,
		type: 'line',
		source: SOURCES.base,
		'source-layer': BASE_LAYERS[type],
		layout: { 'line-cap': stroke.dash ? 'butt' : 'round', 'line-join': 'round' },
		paint: {
			'line-color': stroke.color,
			'line-width': widthOf(stroke, add),
			...(stroke.dash && { 'line-dasharray': stroke.dash })
		}
	} satisfies LayerSpecification;
}
