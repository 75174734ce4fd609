import type { Geometry, Position } from 'geojson';
import { doubleArea } from './anchor';
import { roundPosition } from './round';

/**
 * A geometry as the data carries it: 6 decimals, no position twice in a row, rings closed, outlines
 * counter-clockwise and holes clockwise (RFC 7946).
 */
export function tidyGeometry(geometry: Geometry): Geometry {
	switch (geometry.type) {
		case 'Point':
			return { type: 'Point', coordinates: roundPosition(geometry.coordinates) };
		case 'LineString':
			return { type: 'LineString', coordinates: tidyLine(geometry.coordinates) };
		case 'MultiLineString':
			return { type: 'MultiLineString', coordinates: geometry.coordinates.map(tidyLine) };
		case 'Polygon':
			return { type: 'Polygon', coordinates: geometry.coordinates.map(tidyRing) };
		case 'MultiPolygon':
			return {
				type: 'MultiPolygon',
				coordinates: geometry.coordinates.map((rings) => rings.map(tidyRing))
			};
		default:
			return geometry;
	}
}

function tidyLine(line: readonly Position[]): Position[] {
	return line.map(roundPosition).filter((at, i, all) => !isSame(at, all[i - 1]));
}

function tidyRing(ring: readonly Position[], index: number): Position[] {
	const corners = tidyLine(ring);
	const [first] = corners;
	if (first && !isSame(first, corners.at(-1))) corners.push(first);
	const isOutline = index === 0;
	return doubleArea(corners) > 0 === isOutline ? corners : corners.toReversed();
}

function isSame(a: Position, b: Position | undefined): boolean {
	return a[0] === b?.[0] && a[1] === b?.[1];
}
