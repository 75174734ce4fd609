import type { LngLat } from '../../atlas/schema';
import type { Declaration } from '../declaration';
import type { GroundName } from '../name-plan';
import { readLayer } from './read-layer';
import { isShown, type FeaturesOf } from './shapes';

/** A name on the ground and how the map writes it. */
export interface DrawnName extends GroundName {
	layer: string;
	colour: string;
	halo: string;
	opacity: number;
}

/** The names of places and waters that the map writes at a zoom, the first to be placed first. */
export function groundNames(
	declarations: readonly Declaration[],
	featuresOf: FeaturesOf,
	zoom: number
): DrawnName[] {
	return [...declarations].reverse().flatMap(({ layer, group }) => {
		if (layer.type !== 'symbol' || group !== 'labels' || !isShown(layer, zoom)) return [];
		const reader = readLayer(layer, zoom, {});
		return featuresOf(layer.source, layer['source-layer']).flatMap((feature): DrawnName[] => {
			const { geometry } = feature;
			if (geometry.type !== 'Point' || !reader.matches(feature)) return [];
			const value = (name: string) => reader.value(name, feature);
			return [
				{
					layer: layer.id,
					at: geometry.coordinates as LngLat,
					text: String(value('text-field')),
					size: Number(value('text-size')),
					spacing: Number(value('text-letter-spacing')),
					colour: String(value('text-color')),
					halo: String(value('text-halo-color')),
					opacity: Number(value('text-opacity')),
					minZoom: layer.minzoom ?? 0
				}
			];
		});
	});
}
