import type { Bounds, LngLat } from '../../atlas/schema';
import type { Camera } from '../../geo/camera';
import { toWorld, type Pixel } from '../../geo/mercator';

/** Units of the home drawing: CSS pixels of the world at this zoom, from its north-west corner. */
export const GROUND_ZOOM = 12;

/** Line widths are exact at these zooms and grow evenly between; first views lie about here. */
export const WIDTH_ZOOMS = [10, 11.9] as const;

/** What a map shows, as the three custom properties that the home drawing follows. */
export interface Plane {
	/** CSS pixels per unit. */
	unit: number;
	/** Units from the north-west corner of the bounds to the middle of the view. */
	center: Pixel;
}

/** Units from the north-west corner of `bounds` to a position, east and south. */
export function unitsTo([west, , , north]: Bounds, position: LngLat): Pixel {
	const [x, y] = toWorld(position, GROUND_ZOOM);
	const [left, top] = toWorld([west, north], GROUND_ZOOM);
	return [x - left, y - top];
}

/** The plane of a camera. */
export function planeOf({ center, zoom }: Camera, bounds: Bounds): Plane {
	return { unit: 2 ** (zoom - GROUND_ZOOM), center: unitsTo(bounds, center) };
}
