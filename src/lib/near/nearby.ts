import type { Station } from '../atlas/atlas';
import type { SiteBrief } from '../atlas/brief';
import type { LngLat } from '../atlas/schema';
import { directionTo, type Direction } from '../geo/direction';
import { nearestOf } from '../geo/nearest';
import { geodesicMetres } from '../measure/geodesic';
import { stepOf } from '../measure/nearest-stations';
import { groundOf } from '../shown/reach';

/** Something near a position. */
export interface Nearby {
	/** The site or, where it is not yet in service, the metro station. */
	what: { site: SiteBrief } | { station: Station };
	/** Metres in a straight line to what is nearest of it, as exact as both places are known. */
	metres: number;
	/** Where it lies; `null` where so little is known that it may be on any side, or at 0 metres. */
	direction: Direction | null;
	/** Metres within which it surely lies; `null` where its place is known, and `metres` says it. */
	somewhereWithin: number | null;
}

/** What is near a position, nearest first. */
export interface Neighbourhood {
	/** Surely within the reach. */
	within: Nearby[];
	/** Whose places are known so badly that it may be within the reach, or not. */
	perhaps: Nearby[];
	/** The nearest site of all. */
	nearest: Nearby | null;
}

/** Metres of doubt about a place that are not worth a word. */
const KNOWN = 500;

/**
 * Sites, and stations that trains do not serve yet, near a position.
 *
 * @param from `[lng, lat]`, WGS-84
 * @param error metres around it within which it lies
 * @param reach metres
 */
export function neighbourhood(
	{ at, error }: { at: LngLat; error: number },
	{ sites, stations }: { sites: readonly SiteBrief[]; stations: readonly Station[] },
	reach: number
): Neighbourhood {
	const all = [
		...sites.flatMap((site) => measured({ site }, groundOf(site), at, error) ?? []),
		...stations
			.filter(({ inService }) => !inService)
			.flatMap((station) => measured({ station }, groundOfStation(station), at, error) ?? [])
	]
		// As they are told: a reader who sees 500 before 400 sees a mistake.
		.sort((a, b) => a.metres - b.metres || a.exactly - b.exactly);
	return {
		within: all.filter(({ furthest }) => furthest <= reach).map(told),
		perhaps: all.filter(({ furthest, closest }) => furthest > reach && closest <= reach).map(told),
		nearest: all.filter(({ what }) => 'site' in what).map(told)[0] ?? null
	};
}

interface Measured extends Nearby {
	exactly: number;
	closest: number;
	furthest: number;
}

function groundOfStation({ position, accuracy }: Station): ReturnType<typeof groundOf> {
	return (
		position && {
			geometry: { type: 'Point', coordinates: position },
			accuracy: accuracy ?? 0
		}
	);
}

function measured(
	what: Nearby['what'],
	ground: ReturnType<typeof groundOf>,
	at: LngLat,
	error: number
): Measured | null {
	const to = ground && nearestOf(at, ground.geometry);
	if (!to) return null;
	const exactly = geodesicMetres(at, to);
	const doubt = ground.accuracy + error;
	const step = stepOf(doubt);
	// What is known well is told as it is measured; else both ends of what it may be count.
	const slack = doubt > KNOWN ? doubt : 0;
	return {
		what,
		metres: Math.round(exactly / step) * step,
		direction: exactly > doubt ? directionTo(at, to) : null,
		somewhereWithin: slack > 0 ? Math.ceil((exactly + slack) / step) * step : null,
		exactly,
		closest: exactly - slack,
		furthest: exactly + slack
	};
}

function told({ what, metres, direction, somewhereWithin }: Measured): Nearby {
	return { what, metres, direction, somewhereWithin };
}
