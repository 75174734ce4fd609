/** What a reader can switch on and off; the order is that of the panel. */
export const LAYER_GROUPS = ['sites', 'rail', 'roads', 'nature', 'labels'] as const;

export type LayerGroup = (typeof LAYER_GROUPS)[number];
