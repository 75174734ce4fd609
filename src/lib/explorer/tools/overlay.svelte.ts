import type { Feature } from 'geojson';
import type { Explorer } from '../explorer.svelte';

/** Shows features over the map for as long as the calling component is there. */
export function showOverMap(explorer: Explorer, features: () => readonly Feature[]): void {
	$effect(() => {
		explorer.overlay = features();
	});
	$effect(() => () => (explorer.overlay = []));
}
