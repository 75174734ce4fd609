import type { LayerType } from '../lib/atlas/schema';

/** Layers of the base map, as the style names them, by the type of layer that makes them. */
export const BASE_LAYERS: Readonly<Partial<Record<LayerType, string>>> = {
	water: 'water',
	green: 'green',
	road: 'roads',
	railway: 'railway',
	label: 'labels'
};

/** The types of layer that make the ground of the map; the metro lies over it. */
export const BASE_TYPES = Object.keys(BASE_LAYERS) as readonly LayerType[];
