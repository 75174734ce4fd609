import type { SiteBrief } from '../atlas/brief';
import type { Bounds } from '../atlas/schema';
import { unionBounds } from '../geo/bounds';

/** Asks the map to show something; the map answers by moving. */
export interface Aim {
	bounds: Bounds;
	maxZoom: number;
}

/** Asks the map for its first view. */
export interface AimHome {
	isHome: true;
}

/** How near one site is looked at: the less is known of its place, the more of its surroundings. */
const MAX_ZOOM = { exact: 14.2, approximate: 13.6, area: 13, unlocated: 12.5 } as const;

/** An aim that has these sites in it; `null` without any. */
export function aimAt(sites: readonly SiteBrief[]): Aim | null {
	const [first, second] = sites;
	if (!first) return null;
	const maxZoom = second ? MAX_ZOOM.exact : MAX_ZOOM[first.location.precision];
	return { bounds: unionBounds(sites.map(({ bounds }) => bounds)), maxZoom };
}
