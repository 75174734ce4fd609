import type { Site } from '../atlas/atlas';

/** Where sites stand, unless their geometry is under another licence. */
export const SITES_FILE = 'sites.geojson';

/**
 * The files that hold sites, and the licence of the geometries in each. What is made from
 * OpenStreetMap stands apart from an atlas's own data; only the first file must be there.
 */
export const SITE_FILES: Readonly<Record<string, Site['licence']>> = {
	[SITES_FILE]: 'CC-BY-4.0',
	'sites-osm.geojson': 'ODbL-1.0'
};
