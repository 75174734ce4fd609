/** How far the text's sheet is drawn up over the map of a phone. */
export type Sheet = 'peek' | 'half' | 'full';
