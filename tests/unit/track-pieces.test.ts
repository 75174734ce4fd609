import { describe, expect, it } from 'vitest';
import { piecesBetween, type TrackPiece } from '../../src/lib/source/track-pieces';

/** Pieces of track, written `red:a-b`. */
function pieces(...texts: string[]): TrackPiece[] {
	return texts.map((id) => {
		const [lines = '', ends = ''] = id.split(':');
		const [from = '', to = ''] = ends.split('-');
		return { id, lines: lines.split('+'), from, to };
	});
}

function way(of: readonly TrackPiece[], line: string, from: string, to: string) {
	return piecesBetween(of, line, from, to)?.map(({ id }) => id) ?? null;
}

describe('the track of a line between two stations', () => {
	const track = pieces('red:a-b', 'red+blue:c-b', 'red:c-d', 'blue:a-d', 'red:d-e');

	it('is its pieces in order, whichever way each was drawn', () => {
		expect(way(track, 'red', 'a', 'd')).toEqual(['red:a-b', 'red+blue:c-b', 'red:c-d']);
		expect(way(track, 'red', 'd', 'a')).toEqual(['red:c-d', 'red+blue:c-b', 'red:a-b']);
		expect(way(track, 'red', 'b', 'b')).toEqual([]);
	});

	it('is the way with the fewest pieces', () => {
		const ring = pieces('red:a-b', 'red:b-c', 'red:c-d', 'red:a-d');
		expect(way(ring, 'red', 'a', 'd')).toEqual(['red:a-d']);
	});

	it('is none on the track of other lines, or where it is broken', () => {
		expect(way(track, 'blue', 'a', 'b')).toBeNull();
		expect(way(pieces('red:a-b', 'red:c-d'), 'red', 'a', 'd')).toBeNull();
		expect(way([], 'red', 'a', 'b')).toBeNull();
	});
});
