import type { Position } from 'geojson';
import type { Bounds } from '../atlas/schema';
import { geometryBounds } from '../geo/bounds';
import { toWgs84 } from '../geo/datum';
import { moved } from '../geo/moved';
import { firstZooms } from './first-zooms';
import type { OwnDatum, OwnFeature, Placed } from './own-file';

/**
 * Features in WGS-84, for coordinates that are measured in `datum`. CGCS2000 is taken as WGS-84:
 * the two are less than a metre apart.
 *
 * @param extent bounds of the map
 */
export function placeFeatures(
	features: readonly OwnFeature[],
	datum: OwnDatum,
	extent: Bounds
): Placed {
	const geometries = features.map(({ geometry }) => geometry && inWgs84(geometry, datum));
	const all = geometries.map((geometry) => geometry && geometryBounds(geometry));
	let bounds: Bounds | null = null;
	let outside = 0;
	for (const own of all) {
		if (!own) continue;
		if (!meet(own, extent)) outside++;
		bounds = bounds ? grown(bounds, own) : own;
	}
	return { datum, geometries, from: firstZooms(all), bounds, outside };
}

function inWgs84(geometry: NonNullable<OwnFeature['geometry']>, datum: OwnDatum) {
	if (datum === 'WGS-84' || datum === 'CGCS2000') return geometry;
	return moved(geometry, (position: Position) => toWgs84(position, datum));
}

function grown(a: Bounds, b: Bounds): Bounds {
	return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function meet(a: Bounds, b: Bounds): boolean {
	return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
