import type { Brief } from '../../atlas/brief';
import type { Bounds } from '../../atlas/schema';
import type { Camera } from '../../geo/camera';
import { fromWorld, toWorld } from '../../geo/mercator';

/** What the map shows, in degrees; the atlas's first view before the map has moved. */
export function boundsInSight(camera: Camera | null, { home }: Brief): Bounds {
	const frame = document.querySelector('section.map');
	if (!camera || !frame) return home;
	const [x, y] = toWorld(camera.center, camera.zoom);
	const [dx, dy] = [frame.clientWidth / 2, frame.clientHeight / 2];
	const [west, north] = fromWorld([x - dx, y - dy], camera.zoom);
	const [east, south] = fromWorld([x + dx, y + dy], camera.zoom);
	return [west, south, east, north];
}

/** Whether two bounds share ground. */
export function touches(a: Bounds, b: Bounds): boolean {
	return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
