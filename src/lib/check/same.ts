import type { Kind, LayerType } from '../atlas/schema';

/** Layers that may draw the same thing as a site of a kind. */
export const SAME: Partial<Record<Kind, readonly LayerType[]>> = {
	station: ['metro-station', 'railway'],
	'metro-section': ['metro-track', 'metro-station'],
	road: ['road'],
	tunnel: ['road'],
	interchange: ['road'],
	waterfront: ['water', 'green', 'road'],
	area: ['water', 'green', 'label'],
	community: ['label']
};
