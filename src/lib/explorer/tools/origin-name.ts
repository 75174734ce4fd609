import stations from '$built/stations.json';
import type { Lang } from '../../atlas/atlas';
import type { Origin } from '../../view/filter';
import type { Explorer } from '../explorer.svelte';

/** What the site or station is called that distances are measured from. */
export function originName(
	origin: Exclude<Origin, { at: unknown }>,
	explorer: Pick<Explorer, 'siteOf'>,
	lang: Lang
): string {
	return 'site' in origin
		? (explorer.siteOf(origin.site)?.name[lang] ?? origin.site)
		: (stations.find(({ id }) => id === origin.station)?.name[lang] ?? origin.station);
}
