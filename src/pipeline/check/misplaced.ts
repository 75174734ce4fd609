import type { Position } from 'geojson';
import { contains } from '../../lib/geo/bounds';
import { positionsOf } from '../../lib/geo/parts';
import type { Bounds, LngLat } from '../../lib/atlas/schema';
import type { SourceData } from '../types';
import { featuresOf, placeOfSite, type Place } from './walk';

/** Why a position can't be where it says. */
export type Fault = 'null-island' | 'swapped' | 'outside';

/** A feature with positions of one fault. */
export interface Misplaced {
	place: Place;
	/** The first of them. */
	position: Position;
	/** How many of the feature's positions have the fault, and how many it has. */
	count: number;
	of: number;
}

/** Features, and circles of sites, with positions that have a fault. */
export function misplaced(data: SourceData, fault: Fault): Misplaced[] {
	const { bounds } = data.atlas;
	const features = featuresOf(data).map(({ place, geometry }) => {
		return { place, positions: geometry ? positionsOf(geometry) : [] };
	});
	const areas = data.sites.flatMap((site) => {
		const { area } = site.properties.location;
		return area ? [{ place: placeOfSite(site), positions: [area.center] }] : [];
	});
	return [...features, ...areas].flatMap(({ place, positions }) => {
		const bad = positions.filter((position) => faultOf(position, bounds) === fault);
		const [position] = bad;
		return position ? [{ place, position, count: bad.length, of: positions.length }] : [];
	});
}

/** `The position [1, 2] is`, or `3 of 12 positions, the first [1, 2], are`. */
export function subject({ position, count, of }: Misplaced): string {
	const shown = `[${position.join(', ')}]`;
	if (of === 1) return `The position ${shown} is`;
	return count === 1
		? `1 of ${of} positions, ${shown}, is`
		: `${count} of ${of} positions, the first ${shown}, are`;
}

function faultOf([lng = NaN, lat = NaN]: Position, bounds: Bounds): Fault | null {
	const at: LngLat = [lng, lat];
	if (contains(bounds, at)) return null;
	if (Math.abs(lng) < 0.001 && Math.abs(lat) < 0.001) return 'null-island';
	return contains(bounds, [lat, lng]) ? 'swapped' : 'outside';
}
