import stations from '$built/stations.json';
import type { Details } from '../atlas/brief';
import { shownOf, type Shown } from '../shown/shown';
import type { Explorer } from './explorer.svelte';

/** What an explorer's day and filter show. This module holds what only that needs. */
export function workOutShown({ view, atlas }: Explorer, details: Details): Shown {
	const { sites, asOf } = atlas;
	return shownOf(view, { sites, details: details.sites, stations, asOf });
}
