import type { LayerProperties } from '../atlas/schema';
import type { SourceLayer } from './types';

/** A piece of track between two stations, and the lines that run on it. */
export interface TrackPiece {
	id: string;
	/** Ids of lines. */
	lines: readonly string[];
	/** Station ids of both ends. */
	from: string;
	to: string;
}

/** Every piece of track of the layers. */
export function trackPiecesOf(layers: readonly SourceLayer[]): TrackPiece[] {
	return layers
		.filter(({ record }) => record.type === 'metro-track')
		.flatMap(({ features }) =>
			features.map(({ id, properties }) => {
				const { lines, from, to } = properties as LayerProperties['metro-track'];
				return { id, lines, from, to };
			})
		);
}

/**
 * The pieces on which a line runs from one station to another, in order: the way with the fewest
 * of them, should there be several. `null` if its track does not join the two.
 */
export function piecesBetween(
	pieces: readonly TrackPiece[],
	line: string,
	from: string,
	to: string
): TrackPiece[] | null {
	const ofLine = pieces.filter(({ lines }) => lines.includes(line));
	const ways = new Map<string, TrackPiece[]>([[from, []]]);
	// A map visits what is added to it on the way, and what is nearer comes first.
	for (const [station, way] of ways) {
		if (station === to) return way;
		for (const piece of ofLine) {
			const next = otherEnd(piece, station);
			if (next !== null && !ways.has(next)) ways.set(next, [...way, piece]);
		}
	}
	return null;
}

function otherEnd({ from, to }: TrackPiece, station: string): string | null {
	if (from === station) return to;
	return to === station ? from : null;
}
