/** Parts that a reader may never need: they come when they are first asked for. */
export const loadLater = {
	card: async () => (await import('./SiteCard.svelte')).default,
	chooser: async () => (await import('./Chooser.svelte')).default,
	legend: async () => (await import('./LegendContent.svelte')).default,
	map: async () => (await import('./live-map')).openLiveMap
};
