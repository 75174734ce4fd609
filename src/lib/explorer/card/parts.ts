/**
 * Parts of a card that come once it is there. Not by way of `load-later.ts`: Kit has the rules of
 * what is one step away from the first load in every page.
 */
export const cardParts = {
	gettingThere: async () => (await import('./GettingThere.svelte')).default,
	tellEditors: async () => (await import('./TellEditors.svelte')).default
};
