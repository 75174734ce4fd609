import type { Line, LineSection } from '../atlas/schema';
import { lastDayOf } from '../atlas/span';
import { piecesBetween, type TrackPiece } from '../source/track-pieces';

/**
 * Since when trains have carried passengers, as the number `yyyymmdd`. Of a date that is given to
 * the month or year it is the last day, on which it is certain. What is not recorded is absent.
 */
export interface Openings {
	/** By `<piece>.<line>`. */
	tracks: ReadonlyMap<string, number>;
	/** By station id: the first day on which a train of any line stopped there. */
	stations: ReadonlyMap<string, number>;
}

/**
 * When tracks and stations opened, from the sections of the lines. Of a station it is known only
 * if it is known of every piece of track in service there.
 */
export function openingsOf(lines: readonly Line[], pieces: readonly TrackPiece[]): Openings {
	const tracks = new Map<string, number>();
	const stops = new Map<string, (string | null)[]>();
	for (const line of lines) {
		const sections = sectionsByPiece(line, pieces);
		for (const piece of pieces.filter((one) => one.lines.includes(line.id))) {
			const section = sections.get(piece.id);
			if (section?.opened) tracks.set(`${piece.id}.${line.id}`, lastDay(section.opened));
			if (!isInService(line)) continue;
			for (const station of [piece.from, piece.to]) {
				const day = section ? firstStop(section, station) : null;
				stops.set(station, [...(stops.get(station) ?? []), day]);
			}
		}
	}
	return { tracks, stations: firstDays(stops) };
}

function sectionsByPiece(line: Line, pieces: readonly TrackPiece[]): Map<string, LineSection> {
	return new Map(
		(line.sections ?? []).flatMap((section) => {
			const way = piecesBetween(pieces, line.id, section.from, section.to) ?? [];
			return way.map(({ id }) => [id, section] as const);
		})
	);
}

function isInService({ history }: Line): boolean {
	const status = history.at(-1)?.status;
	return status === 'open' || status === 'existing';
}

function firstStop({ opened, later = [] }: LineSection, station: string): string | null {
	const exception = later.find(({ stations }) => stations.includes(station));
	return exception ? exception.opened : opened;
}

function firstDays(stops: ReadonlyMap<string, (string | null)[]>): Map<string, number> {
	return new Map(
		[...stops].flatMap(([station, days]) => {
			const known = days.filter((day) => day !== null);
			if (known.length < days.length) return [];
			return [[station, Math.min(...known.map(lastDay))] as const];
		})
	);
}

/** The last day that a date can mean, as `yyyymmdd`: 20110228 of `2011-02`. */
function lastDay(date: string): number {
	return Number(lastDayOf(date).replaceAll('-', ''));
}
