import type { Position } from 'geojson';
import { contains } from '../geo/bounds';
import type { Bilingual, Bounds, LngLat } from '../atlas/schema';
import { positionsOf } from '../geo/parts';
import type { SourceData } from '../source/types';
import { placedPositions, type PlacedPosition } from './geometry-paths';
import { featuresOf, inside, placeOfSite, type Place } from './walk';

/** Why a position can't be where it says. */
export type Fault = 'null-island' | 'swapped' | 'outside';

/** A feature with positions of one fault. */
export interface Misplaced {
	/** Of the first of them. */
	place: Place;
	position: Position;
	/** How many of the feature's positions have the fault, and how many it has. */
	count: number;
	of: number;
}

/** Features, and circles of sites, with positions that have a fault. */
export function misplaced(data: SourceData, fault: Fault): Misplaced[] {
	const { bounds } = data.atlas;
	const features = featuresOf(data).map(({ place, geometry }) => {
		return {
			place: inside(place, 'geometry'),
			// Few have a fault: only these need the places of their positions.
			positions:
				geometry && positionsOf(geometry).some((one) => faultOf(one, bounds) === fault)
					? placedPositions(geometry)
					: []
		};
	});
	const areas = data.sites.flatMap((site): { place: Place; positions: PlacedPosition[] }[] => {
		const { area } = site.properties.location;
		const place = inside(placeOfSite(site), 'properties', 'location', 'area', 'center');
		return area ? [{ place, positions: [{ position: area.center, path: [] }] }] : [];
	});
	return [...features, ...areas].flatMap(({ place, positions }) => {
		const bad = positions.filter(({ position }) => faultOf(position, bounds) === fault);
		const [first] = bad;
		if (!first) return [];
		const { position, path } = first;
		return [{ place: inside(place, ...path), position, count: bad.length, of: positions.length }];
	});
}

/** `The position [1, 2] is`, or `3 of 12 positions, the first [1, 2], are`. */
export function subject({ position, count, of }: Misplaced): Bilingual {
	const shown = `[${position.join(', ')}]`;
	if (of === 1) return { zh: `坐标${shown}`, en: `The position ${shown} is` };
	return count === 1
		? { zh: `${of}个坐标中有1个（${shown}）`, en: `1 of ${of} positions, ${shown}, is` }
		: {
				zh: `${of}个坐标中有${count}个（第一个是${shown}）`,
				en: `${count} of ${of} positions, the first ${shown}, are`
			};
}

function faultOf([lng = NaN, lat = NaN]: Position, bounds: Bounds): Fault | null {
	const at: LngLat = [lng, lat];
	if (contains(bounds, at)) return null;
	if (Math.abs(lng) < 0.001 && Math.abs(lat) < 0.001) return 'null-island';
	return contains(bounds, [lat, lng]) ? 'swapped' : 'outside';
}
