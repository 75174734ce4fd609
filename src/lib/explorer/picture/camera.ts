import type { Bounds } from '../../atlas/schema';
import { unionBounds } from '../../geo/bounds';
import { fitCamera, homeCamera, limitCamera, type Camera, type Size } from '../../geo/camera';

/** No closer than this to what is chosen, so that a reader can see where in the district it is. */
const MAX_ZOOM = 13;
const PADDING = { top: 40, right: 60, bottom: 40, left: 60 };

interface Shown {
	/** Of the map on the screen; `null` before anybody moved it. */
	camera: Camera | null;
	/** Size of that map; without one in sight, of nothing. */
	screen: Size;
	/** Extents of the chosen sites. */
	chosen: readonly Bounds[];
}

/**
 * Where a picture of a size looks: at all the ground that the map on the screen shows, else at
 * what is chosen, else at the first view.
 */
export function pictureCamera(
	{ camera, screen, chosen }: Shown,
	size: Size,
	{ home, bounds }: { home: Bounds; bounds: Bounds }
): Camera {
	if (camera && screen.width > 0 && screen.height > 0) {
		const scale = Math.min(size.width / screen.width, size.height / screen.height);
		return limitCamera({ ...camera, zoom: camera.zoom + Math.log2(scale) }, size, bounds);
	}
	if (chosen.length > 0) return fitCamera(unionBounds(chosen), size, bounds, PADDING, MAX_ZOOM);
	return homeCamera(home, size, bounds);
}
