import { asset } from '$app/paths';
import type { PublishedFile } from '../../../export/shown-sites';

/** @throws Error if the file does not come */
export async function loadPublished(): Promise<PublishedFile> {
	const response = await fetch(asset('/data/sites.geojson'));
	if (!response.ok) throw new Error(`data/sites.geojson answered ${response.status}.`);
	return (await response.json()) as PublishedFile;
}
