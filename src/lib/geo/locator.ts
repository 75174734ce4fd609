import type { Atlas, Site } from '../atlas/atlas';
import { fitCamera, projectOn, type Camera } from './camera';

/** Size of the map on a site's page, in CSS pixels. */
export const LOCATOR = { width: 640, height: 420 } as const;

const PADDING = { top: 48, right: 48, bottom: 48, left: 48 };

/** No closer than this, so that there is something around the site to know it by. */
const MAX_ZOOM = 13;

/** Where the map on a site's page looks. */
export function locatorCamera(
	{ bounds }: Pick<Site, 'bounds'>,
	atlas: Pick<Atlas, 'bounds'>
): Camera {
	return fitCamera(bounds, LOCATOR, atlas.bounds, PADDING, MAX_ZOOM);
}

/** The other sites whose marks stand on that map, in the order of the list. */
export function neighboursOf(site: Site, atlas: Pick<Atlas, 'bounds' | 'sites'>): Site[] {
	const camera = locatorCamera(site, atlas);
	return atlas.sites.filter(({ id, anchor }) => {
		if (id === site.id || !anchor) return false;
		const [x, y] = projectOn(camera, LOCATOR, anchor);
		return x >= 0 && x <= LOCATOR.width && y >= 0 && y <= LOCATOR.height;
	});
}
