import type { Atlas } from './atlas';

/** Whether anything in an atlas is made from OpenStreetMap, and so under ODbL 1.0. */
export function usesOsm({ layers, sites }: Pick<Atlas, 'layers' | 'sites'>): boolean {
	return [...layers, ...sites].some(({ licence }) => licence === 'ODbL-1.0');
}
