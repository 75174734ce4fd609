import type { Geometry, Position } from 'geojson';
import type { Bounds } from '../atlas/schema';
import { geometryBounds, meet, unionBounds } from '../geo/bounds';
import { toWgs84 } from '../geo/datum';
import { moved } from '../geo/moved';
import { firstZooms } from './first-zooms';
import type { OwnDatum, Placed } from './own-file';
import type { TiledLayer } from './tile-features';

/** About the zoom of a district as a whole: beyond, something is left out of it. */
const FIRST_VIEW = 12;

/** Whether coordinates in a datum have to be moved to be in WGS-84. */
export function isMoved(datum: OwnDatum): datum is 'GCJ-02' | 'BD-09' {
	return datum === 'GCJ-02' || datum === 'BD-09';
}

/**
 * Geometries in WGS-84, for coordinates that are measured in `datum`, and what is to know of them.
 * CGCS2000 is taken as WGS-84: the two are less than a metre apart.
 *
 * @param extent bounds of the map
 */
export function placeFeatures(
	asRead: readonly (Geometry | null)[],
	datum: OwnDatum,
	extent: Bounds
): { layer: TiledLayer; placed: Placed } {
	const geometries = isMoved(datum)
		? asRead.map((geometry) => geometry && inWgs84(geometry, datum))
		: asRead;
	const all = geometries.map((geometry) => geometry && geometryBounds(geometry));
	const from = firstZooms(all);
	let bounds: Bounds | null = null;
	let outside = 0;
	for (const own of all) {
		if (!own) continue;
		if (!meet(own, extent)) outside++;
		bounds = bounds ? unionBounds([bounds, own]) : own;
	}
	const boxes = new Float64Array(all.flatMap((own) => own ?? [NaN, NaN, NaN, NaN]));
	const isThinned = all.some((own, i) => own && (from[i] ?? 0) > FIRST_VIEW);
	return {
		layer: { geometries, from, boxes },
		placed: { datum, boxes, bounds, outside, isThinned }
	};
}

/** The bounds of one feature; `null` if it has no place. */
export function boxOf({ boxes }: Pick<Placed, 'boxes'>, index: number): Bounds | null {
	const [west = NaN, south = NaN, east = NaN, north = NaN] = boxes.subarray(
		index * 4,
		index * 4 + 4
	);
	return Number.isNaN(west) ? null : [west, south, east, north];
}

function inWgs84(geometry: Geometry, datum: 'GCJ-02' | 'BD-09'): Geometry {
	return moved(geometry, (position: Position) => toWgs84(position, datum));
}
