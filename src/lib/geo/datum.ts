import gcoord from 'gcoord';
import type { Position } from 'geojson';
import type { Bounds, LngLat, Location } from '../atlas/schema';
import { contains } from './bounds';
import { roundPosition } from './round';

/** What a reading can be measured in; GCJ-02 and BD-09 are those of Chinese map services. */
export type Datum = NonNullable<Location['reading']>['datum'];

/**
 * Degrees within which Chinese map services shift positions: west, south, east, north. It is the
 * rectangle of all published implementations; elsewhere the services give WGS-84, Baidu too.
 */
export const SHIFTED_REGION: Bounds = [72.004, 0.8293, 137.8347, 55.8271];

/**
 * A position in WGS-84, `[lng, lat]` with 6 decimals. GCJ-02 is undone by iteration (gcoord), to
 * within half a metre in all; outside of the region where it applies positions stay as they are.
 */
export function toWgs84(position: Position, datum: Datum): LngLat {
	const [lng = 0, lat = 0] = position;
	if (datum === 'WGS-84' || !contains(SHIFTED_REGION, [lng, lat])) return roundPosition(position);
	const from = datum === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09;
	return roundPosition(gcoord.transform([lng, lat] as [number, number], from, gcoord.WGS84));
}

/**
 * The other way round: what a service that uses `datum` would give for a WGS-84 position, `[lng, lat]`
 * with 6 decimals.
 */
export function fromWgs84(position: Position, datum: Datum): LngLat {
	const [lng = 0, lat = 0] = position;
	if (datum === 'WGS-84' || !contains(SHIFTED_REGION, [lng, lat])) return roundPosition(position);
	const to = datum === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09;
	return roundPosition(gcoord.transform([lng, lat] as [number, number], gcoord.WGS84, to));
}
