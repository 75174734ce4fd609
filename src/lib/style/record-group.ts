import type { LayerRecord } from '../atlas/schema';
import type { LayerGroup } from './groups';

/** The group of the map that draws a layer, by the one that its record gives. */
export function mapGroupOf({ group }: Pick<LayerRecord, 'group'>): LayerGroup {
	return group === 'base' ? 'nature' : group;
}
