import * as v from 'valibot';
import { Bounds } from '../../atlas/schema';
import type { Draft } from '../../draft/draft';
import { jsonOf } from '../../draft/find-files';
import { homeCamera, type Camera, type Size } from '../../geo/camera';

/** An extent that has a size and lies where the map reaches. */
const Extent = v.pipe(
	Bounds,
	v.check(
		([west, south, east, north]) =>
			west < east && south < north && south > -85 && north < 85 && west >= -180 && east <= 180
	)
);
const WORLD: Bounds = [-180, -85, 180, 85];

/** An extent of atlas.json; `null` if it has none that could be shown. */
export function extentOf(draft: Draft, key: 'home' | 'bounds'): Bounds | null {
	const value = jsonOf(draft, 'atlas.json').root?.members?.get(key)?.value;
	return v.is(Extent, value) ? value : null;
}

/** The camera that shows all of the draft's home, its bounds, or the world if it has neither. */
export function firstCamera(draft: Draft, size: Size): Camera {
	const first = extentOf(draft, 'home') ?? extentOf(draft, 'bounds') ?? WORLD;
	return homeCamera(first, size, WORLD);
}
