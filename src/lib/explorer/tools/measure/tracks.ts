import { asset } from '$app/paths';
import type { Tracks } from '../../../measure/line-profile';

const FILE = 'data/layers/metro-tracks.geojson';
let loading: Promise<Tracks> | null = null;

/** The tracks of all lines, loaded once; after a failure the next call tries again. */
export function loadTracks(): Promise<Tracks> {
	loading ??= fetchTracks().catch((error: unknown) => {
		loading = null;
		throw error;
	});
	return loading;
}

async function fetchTracks(): Promise<Tracks> {
	const response = await fetch(asset(`/${FILE}`));
	if (!response.ok) throw new Error(`${FILE} answered ${response.status}.`);
	return (await response.json()) as Tracks;
}
