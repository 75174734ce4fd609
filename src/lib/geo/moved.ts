import type { Geometry, Position } from 'geojson';

/** A geometry with every position put through `move`. */
export function moved<G extends Geometry>(geometry: G, move: (position: Position) => Position): G {
	if (geometry.type === 'GeometryCollection') {
		return { ...geometry, geometries: geometry.geometries.map((part) => moved(part, move)) };
	}
	return { ...geometry, coordinates: movedIn(geometry.coordinates, move) };
}

type Nested = Position | Position[] | Position[][] | Position[][][];

function movedIn(value: Nested, move: (position: Position) => Position): Nested {
	if (typeof value[0] === 'number') return move(value as Position);
	return (value as Position[][]).map((part) => movedIn(part, move)) as Nested;
}
