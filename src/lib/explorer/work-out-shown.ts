import built from '$built/stations.json';
import type { Details } from '../atlas/brief';
import { shownOf, type Shown } from '../shown/shown';
import type { Explorer } from './explorer.svelte';

/**
 * What an explorer's filter shows on a day; `null`: at present. This module holds what only that
 * needs.
 */
export function workOutShown(
	{ filter, atlas, draft }: Explorer,
	details: Details,
	date: string | null
): Shown {
	const { sites, asOf } = atlas;
	const stations = draft?.stations ?? built;
	return shownOf({ date, filter }, { sites, details: details.sites, stations, asOf });
}
