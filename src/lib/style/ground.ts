import type { SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Declaration, StyleContext } from './declaration';
import type { GiveTile } from './given-tiles';
import type { LayerGroup } from './groups';

/** What takes the place of the atlas's own ground. */
export interface Ground {
	sources: Record<string, SourceSpecification>;
	/** Who gives the tiles of each source. */
	tiles: Readonly<Record<string, GiveTile>>;
	/** Its layers, between the paper and the sites. */
	declare(context: StyleContext): Declaration[];
}

/** Paper alone. */
export const NO_GROUND: Ground = { sources: {}, tiles: {}, declare: () => [] };

/** Groups of the ground: another one brings its own, or none. Rail is the atlas's, whatever lies under it. */
export const GROUND_GROUPS: readonly LayerGroup[] = ['nature', 'roads', 'labels'];
