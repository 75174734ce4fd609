/** Why something is missing; each has a notice in the page's language. */
export type Problem =
	'webgl' | 'base' | 'map' | 'slow' | 'original' | 'details' | 'shown' | 'outside';
