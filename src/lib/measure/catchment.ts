import type { Position } from 'geojson';
import type { Station } from '../atlas/atlas';
import type { SiteBrief } from '../atlas/brief';
import { isNear, type Answer } from '../shown/reach';
import { geodesicCircle } from './geodesic';

type Placed = Pick<SiteBrief, 'id' | 'geometry' | 'location'>;

/** Which sites lie in a catchment; nothing is known of one whose place nobody has published. */
export interface SitesInside {
	answers: ReadonlyMap<string, Answer | 'unknown'>;
	/** Shares of all sites: those that certainly lie inside, and with those that may. */
	share: { least: number; most: number };
}

/** A station of which it is known where it is. */
export type PlacedStation = Station & { position: NonNullable<Station['position']> };

/** Stations in service, of one line or of all; the others have no catchment yet. */
export function stationsOf(stations: readonly Station[], line: string | null): PlacedStation[] {
	return stations.filter(
		(station): station is PlacedStation =>
			station.inService &&
			station.position !== null &&
			(line === null || station.lines.includes(line))
	);
}

/** A circle around each station as a closed ring; the catchment is what any of them encloses. */
export function circlesOf(stations: readonly PlacedStation[], radius: number): Position[][] {
	return stations.map(({ position }) => geodesicCircle(position, radius));
}

/**
 * Which sites have a station within `radius` metres in a straight line, whatever is not known of
 * where both are. A line counts if any of it lies inside.
 */
export function sitesInside(
	sites: readonly Placed[],
	stations: readonly PlacedStation[],
	radius: number
): SitesInside {
	const answers = new Map(sites.map((site) => [site.id, answerFor(site, stations, radius)]));
	const all = [...answers.values()];
	const count = (wanted: readonly string[]) =>
		all.filter((answer) => wanted.includes(answer)).length / Math.max(1, all.length);
	return {
		answers,
		share: { least: count(['yes']), most: count(['yes', 'maybe', 'unknown']) }
	};
}

function answerFor(
	site: Placed,
	stations: readonly PlacedStation[],
	radius: number
): Answer | 'unknown' {
	if (!site.geometry && !site.location.area) return 'unknown';
	const answers = stations.map((station) => answerOf(site, station, radius));
	if (answers.includes('yes')) return 'yes';
	return answers.includes('maybe') ? 'maybe' : 'no';
}

/** The doubt about the station's own place comes on top of that about the site's. */
function answerOf(site: Placed, { position, accuracy }: PlacedStation, radius: number): Answer {
	const from = { type: 'Point' as const, coordinates: position };
	const doubt = accuracy ?? 0;
	if (isNear(site, from, radius - doubt) === 'yes') return 'yes';
	return isNear(site, from, radius + doubt) === 'no' ? 'no' : 'maybe';
}
