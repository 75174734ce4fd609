import type { Base } from '../../../view/base';
import type { baseStrings } from './strings';

/** What a base is called where something is said of it. */
export function baseName(base: Base, { bases }: (typeof baseStrings)['zh']): string {
	return typeof base === 'string' ? bases[base] : bases.protomaps;
}
