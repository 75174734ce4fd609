import type { LayerType } from '../lib/atlas/schema';

/** The types of layer that make the base map; the others go to the page as GeoJSON. */
export const BASE_TYPES: readonly LayerType[] = ['water', 'green', 'road', 'railway', 'label'];
