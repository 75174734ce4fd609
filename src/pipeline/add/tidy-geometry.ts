import type { Geometry, Position } from 'geojson';
import { doubleArea } from '../../lib/geo/anchor';
import { linesOf, polygonsOf, positionsOf } from '../../lib/geo/parts';

/**
 * A geometry as the data wants it: moved, no position twice in a row, outlines counter-clockwise
 * and holes clockwise (RFC 7946), a collection of one kind as that kind, many of one as one. `null`
 * if nothing is left.
 *
 * @param move also rounds
 */
export function tidy(geometry: Geometry, move: (position: Position) => Position): Geometry | null {
	const parts = geometry.type === 'GeometryCollection' ? geometry.geometries : [geometry];
	const lines = parts.flatMap(linesOf).flatMap((line) => lineOf(line.map(move)));
	const areas = parts
		.flatMap(polygonsOf)
		.flatMap((rings) => areaOf(rings.map((one) => one.map(move))));
	const points = parts.filter(isOfPoints).flatMap(positionsOf).map(move);
	const kinds = [points, lines, areas].filter(({ length }) => length > 0);
	// Kinds that are mixed stay so, for whoever takes features to refuse them.
	if (kinds.length > 1) return { type: 'GeometryCollection', geometries: parts };
	const [point, line, area] = [points[0], lines[0], areas[0]];
	if (area) {
		return areas.length > 1
			? { type: 'MultiPolygon', coordinates: areas }
			: { type: 'Polygon', coordinates: area };
	}
	if (line) {
		return lines.length > 1
			? { type: 'MultiLineString', coordinates: lines }
			: { type: 'LineString', coordinates: line };
	}
	if (!point) return null;
	return points.length > 1
		? { type: 'MultiPoint', coordinates: points }
		: { type: 'Point', coordinates: point };
}

function isOfPoints({ type }: Geometry): boolean {
	return type === 'Point' || type === 'MultiPoint';
}

function lineOf(line: readonly Position[]): Position[][] {
	const kept = withoutRepeats(line);
	return kept.length > 1 ? [kept] : [];
}

function areaOf([outline = [], ...holes]: readonly (readonly Position[])[]): Position[][][] {
	const turned = [outline, ...holes].map((ring, i) => {
		const kept = withoutRepeats(ring);
		return doubleArea(kept) > 0 === (i === 0) ? kept : kept.toReversed();
	});
	const [first, ...others] = turned.map((ring) => (doubleArea(ring) === 0 ? null : ring));
	// Without an outline its holes are holes in nothing.
	return first ? [[first, ...others.filter((ring) => ring !== null)]] : [];
}

function withoutRepeats(positions: readonly Position[]): Position[] {
	return positions.filter((position, i) => {
		const before = positions[i - 1];
		return !before || before[0] !== position[0] || before[1] !== position[1];
	});
}
