import { untrack } from 'svelte';
import stations from '$built/stations.json';
import type { KnownPlace } from '../../../files/suspect-datum';
import type { Explorer } from '../../explorer.svelte';
import { OwnFiles } from './own-files.svelte';

/**
 * The own files of an explorer, made at the first call; what is pointed out on the map is told in
 * the panel. A component that asks is not to be made anew because of it.
 */
export function ownFilesOf(explorer: Explorer): OwnFiles {
	return untrack(() => {
		return (explorer.ownFiles ??= new OwnFiles(
			{ known: knownPlaces(explorer), extent: explorer.atlas.bounds },
			() => showTool(explorer)
		));
	});
}

/** Takes what was dropped. */
export function takeFiles(explorer: Explorer, files: readonly File[]): void {
	ownFilesOf(explorer).take(files);
}

function showTool(explorer: Explorer): void {
	explorer.change({ panel: 'tools', tool: 'files' });
}

/** Sites whose point is exact, and stations: by both their names. */
function knownPlaces({ atlas }: Explorer): KnownPlace[] {
	const sites = atlas.sites.flatMap(({ name, geometry, location, anchor }) =>
		geometry?.type === 'Point' && location.precision === 'exact' && anchor
			? [{ name, position: anchor }]
			: []
	);
	const stops = stations.flatMap(({ name, position }) => (position ? [{ name, position }] : []));
	return [...sites, ...stops].flatMap(({ name, position }) =>
		[name.zh, name.en].map((one) => ({ name: one, position }))
	);
}
