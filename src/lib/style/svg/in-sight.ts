import type { Feature } from 'geojson';
import type { Bounds } from '../../atlas/schema';
import { geometryBounds, meet } from '../../geo/bounds';
import { seenBounds, type Camera, type Size } from '../../geo/camera';
import type { FeaturesOf } from './shapes';

/** CSS pixels by which widths and offsets may carry a feature into the picture. */
const REACH = 64;

/** Features are drawn many times and don't change. */
const known = new WeakMap<Feature, Bounds>();

/** Only those features that a camera shows: what is out of sight need not be evaluated. */
export function inSight(featuresOf: FeaturesOf, camera: Camera, size: Size): FeaturesOf {
	const wide = { width: size.width + 2 * REACH, height: size.height + 2 * REACH };
	const seen = seenBounds(camera, wide);
	return (source, sourceLayer) =>
		featuresOf(source, sourceLayer).filter((feature) => {
			const bounds = known.get(feature) ?? geometryBounds(feature.geometry);
			known.set(feature, bounds);
			return meet(bounds, seen);
		});
}
