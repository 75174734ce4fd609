/** What the first paint does without: each part comes when it is asked for. */
export const loadLater = {
	card: async () => (await import('./SiteCard.svelte')).default,
	chooser: async () => (await import('./Chooser.svelte')).default,
	legend: async () => (await import('./LegendContent.svelte')).default,
	map: async () => (await import('./live-map')).openLiveMap
};
