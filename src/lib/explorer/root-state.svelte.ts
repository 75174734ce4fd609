import type { Explorer } from './explorer.svelte';

/** Says on `<html>` what the map does and which site is chosen: for styles and for automation. */
export function showOnRoot(explorer: Explorer): void {
	$effect(() => {
		document.documentElement.dataset['map'] = explorer.mapState;
	});
	$effect(() => {
		const { dataset } = document.documentElement;
		const { site } = explorer.view;
		if (site) dataset['selected'] = site;
		else delete dataset['selected'];
	});
}
