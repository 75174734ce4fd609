import type { Bounds } from '../../../atlas/schema';
import type { Explorer } from '../../explorer.svelte';

/** A point is shown with the streets around it. */
const NEAREST = 15;

/** Has the map look at bounds, if there are any. */
export function zoomTo(explorer: Explorer, bounds: Bounds | null): void {
	if (bounds) explorer.aim = { bounds, maxZoom: NEAREST };
}
