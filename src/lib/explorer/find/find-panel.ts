import type { Component } from 'svelte';
import type { SearchIndex } from '../../search/search-index';
import type { Explorer } from '../explorer.svelte';
import { fetchData } from '../fetch-data';
import type { Sheet } from '../sheet';

let loading: Promise<SearchIndex> | null = null;

/**
 * Loads what finding needs, once for all, and gives the explorer its `find`.
 *
 * @returns the panel; by a step of its own, since Kit has the rules of what is one step away from
 * the first load in every page
 * @throws Error that names what did not load; the next call tries again
 */
export async function openFind(
	explorer: Explorer
): Promise<Component<{ sheet: Sheet }, object, 'sheet'>> {
	loading ??= fetchData<SearchIndex>('search.json');
	const [panel, onMap, { Find }, index] = await Promise.all([
		import('./FindPanel.svelte'),
		import('./FindOnMap.svelte'),
		import('./find.svelte'),
		loading.catch((error: unknown) => {
			loading = null;
			throw error;
		})
	]);
	explorer.find ??= new Find(explorer, index, onMap.default);
	return panel.default;
}
