import { untrack } from 'svelte';
import type { Explorer } from './explorer.svelte';
import { loadLater } from './load-later';

/**
 * Keeps what is loaded from other addresses in step with the view. It waits for the live map to
 * have drawn its own: nothing else could show it, and that goes first.
 */
export function followOutside(explorer: Explorer): void {
	const base = $derived(explorer.view.base);
	const overlays = $derived(explorer.view.overlays);
	const isAsked = $derived(typeof base !== 'string' || base === 'tianditu' || overlays.length > 0);
	const isDrawn = $derived(explorer.pen !== null && explorer.mapState !== 'loading');
	$effect(() => {
		const wanted = [base, overlays] as const;
		if (!isDrawn || (!isAsked && !untrack(() => explorer.outside))) return;
		let isCalledOff = false;
		loadLater.outside().then(
			(outsideOf) => {
				if (!isCalledOff) untrack(() => outsideOf(explorer).follow(...wanted));
			},
			(error: unknown) => {
				console.error(error);
				explorer.problems.report('outside');
			}
		);
		return () => (isCalledOff = true);
	});
}
