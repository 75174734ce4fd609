import type { Site, Station } from '../atlas/atlas';
import { directionTo, type Direction } from '../geo/direction';
import { nearestOf } from '../geo/nearest';
import { geodesicMetres } from './geodesic';

/** A station near a site. */
export interface NearStation {
	station: Station;
	/** Metres in a straight line, as exact as both places are known. */
	metres: number;
	/** Metres that it is away at most, whatever is not known of both places. */
	within: number;
	/** Where it lies from the site; `null` where so little is known that it may be anywhere. */
	direction: Direction | null;
}

/** Stations near a site, the nearest first. */
export interface NearStations {
	inService: NearStation[];
	/** Not further away than the last one in service. */
	notYetOpen: NearStation[];
}

const COUNT = 3;

/**
 * The three nearest stations in service, and those not yet open that are as near. From a line or
 * an area it measures from the nearest position on it, from a circle from its middle.
 *
 * @returns `null` for a site without geometry, of which nothing can be said
 */
export function nearestStations(
	{
		geometry,
		location
	}: { geometry: Site['geometry']; location: Pick<Site['location'], 'accuracy'> },
	stations: readonly Station[]
): NearStations | null {
	if (!geometry) return null;
	const measured = stations
		.flatMap((station) => {
			const { position, accuracy } = station;
			const from = position && nearestOf(position, geometry);
			if (!position || !from) return [];
			const metres = geodesicMetres(from, position);
			const doubt = (location.accuracy ?? 0) + (accuracy ?? 0);
			const direction = metres > doubt ? directionTo(from, position) : null;
			const step = stepOf(doubt);
			const rounded = Math.round(metres / step) * step;
			const within = Math.ceil((metres + doubt) / step) * step;
			return [{ station, exactly: metres, metres: rounded, within, direction }];
		})
		.sort((a, b) => a.exactly - b.exactly);
	const inService = measured.filter(({ station }) => station.inService).slice(0, COUNT);
	const furthest = inService.at(-1)?.exactly ?? Infinity;
	const notYetOpen = measured
		.filter(({ station, exactly }) => !station.inService && exactly <= furthest)
		.slice(0, COUNT);
	return { inService: inService.map(told), notYetOpen: notYetOpen.map(told) };
}

function told({ station, metres, within, direction }: NearStation): NearStation {
	return { station, metres, within, direction };
}

/** Distances are told in steps of these metres, by how much both places are in doubt. */
export function stepOf(doubt: number): number {
	if (doubt <= 100) return 10;
	return doubt <= 1000 ? 100 : 500;
}
