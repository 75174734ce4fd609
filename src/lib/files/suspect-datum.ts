import type { LngLat } from '../atlas/schema';
import { toWgs84, type Datum } from '../geo/datum';
import { metresBetween } from '../geo/nearest';
import type { OwnFeature } from './own-file';

/** A place of the atlas whose position is known. */
export interface KnownPlace {
	name: string;
	/** WGS-84. */
	position: LngLat;
}

/** What a comparison with known places says of a file's datum. */
export interface Suspicion {
	/** `null`: it can't be told. */
	datum: Datum | null;
	/** How many points have the name of a known place. */
	matches: number;
	/** Median metres from those places, if the points are measured in each datum. */
	metres: Record<Datum, number>;
}

const DATUMS: readonly Datum[] = ['WGS-84', 'GCJ-02', 'BD-09'];

/** A datum is believed if it brings the names this near, and so much nearer than any other. */
const FITS = 200;
const CLEARLY = 2;
/** Beyond this a point only happens to have the name. */
const ELSEWHERE = 3000;
const ENOUGH = 500;

/**
 * Compares points of a file with known places of the same name. In China the datums lie some
 * 500 and 1000 m apart, much more than a station is long.
 */
export function suspectDatum(
	features: readonly OwnFeature[],
	known: readonly KnownPlace[]
): Suspicion {
	const places = byName(known);
	const gaps: Record<Datum, number>[] = [];
	for (const feature of features) {
		if (gaps.length >= ENOUGH) break;
		const gap = gapOf(feature, places);
		if (gap) gaps.push(gap);
	}
	const metres = Object.fromEntries(
		DATUMS.map((datum) => [datum, median(gaps.map((gap) => gap[datum]))])
	) as Record<Datum, number>;
	const [best, next] = [...DATUMS].sort((a, b) => metres[a] - metres[b]) as [Datum, Datum];
	const isClear = metres[best] <= FITS && metres[next] >= metres[best] * CLEARLY + 100;
	return { datum: isClear ? best : null, matches: gaps.length, metres };
}

function gapOf(
	{ geometry, properties }: OwnFeature,
	places: ReadonlyMap<string, LngLat[]>
): Record<Datum, number> | null {
	if (geometry?.type !== 'Point') return null;
	const namesakes = Object.values(properties).flatMap((value) =>
		typeof value === 'string' ? (places.get(comparable(value)) ?? []) : []
	);
	if (namesakes.length === 0) return null;
	const gap = Object.fromEntries(
		DATUMS.map((datum) => {
			const position = toWgs84(geometry.coordinates, datum);
			return [datum, Math.min(...namesakes.map((place) => metresBetween(position, place)))];
		})
	) as Record<Datum, number>;
	return Math.min(...Object.values(gap)) > ELSEWHERE ? null : gap;
}

function byName(known: readonly KnownPlace[]): Map<string, LngLat[]> {
	const places = new Map<string, LngLat[]>();
	for (const { name, position } of known) {
		const key = comparable(name);
		places.set(key, [...(places.get(key) ?? []), position]);
	}
	return places;
}

/** A name without what differs between lists of stations. */
function comparable(name: string): string {
	if (name.length > 80) return name;
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/\s/g, '')
		.replace(/(?:地铁|轨道|轻轨)?站$|(?:metro)?station$/, '');
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}
