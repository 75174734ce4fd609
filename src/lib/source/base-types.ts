import type { LayerType } from '../atlas/schema';

/**
 * The types of layer that make the ground of the map, which the metro lies over, and the
 * `source-layer` of the style that each goes into.
 */
export const BASE_LAYERS = {
	water: 'water',
	green: 'green',
	road: 'roads',
	railway: 'railway',
	label: 'labels'
} as const satisfies Record<Exclude<LayerType, 'metro-track' | 'metro-station'>, string>;

export const BASE_TYPES = Object.keys(BASE_LAYERS) as BaseType[];

export type BaseType = keyof typeof BASE_LAYERS;

/**
 * The `source-layer` of the names of areas, as points; `null` where names are set along lines, or
 * are the features themselves.
 */
export const NAME_LAYERS = {
	water: 'water-names',
	green: 'green-names',
	road: null,
	railway: null,
	label: null
} as const satisfies Record<BaseType, string | null>;

/** A `source-layer` that comes from layers of the ground. */
export type BaseSourceLayer =
	(typeof BASE_LAYERS)[BaseType] | NonNullable<(typeof NAME_LAYERS)[BaseType]>;

/** Whether a layer of this type makes part of the ground. */
export function isBaseType(type: LayerType): type is BaseType {
	return type in BASE_LAYERS;
}
