/** What a reader can switch on and off; the order is that of the panel. */
export const LAYER_GROUPS = ['sites', 'rail', 'roads', 'nature', 'labels'] as const;

export type LayerGroup = (typeof LAYER_GROUPS)[number];

/** Name of the global state that says whether a group is shown. */
export function shownState(group: LayerGroup): string {
	return `show-${group}`;
}

/** Global state: ids of the chosen sites. */
export const CHOSEN_STATE = 'chosen';
