import type { LayerType } from '../lib/atlas/schema';

/** The types of layer that make the ground of the map; the metro lies over it. */
export const BASE_TYPES: readonly LayerType[] = ['water', 'green', 'road', 'railway', 'label'];
