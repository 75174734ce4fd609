import intersects from '@turf/boolean-intersects';
import type { LineString, Point, Polygon, Position } from 'geojson';
import type { Shape } from '../view/measure';
import { legsOf, ringArea, sum } from './geodesic';

/** What a drawn line or area measures. */
export interface ShapeFigures {
	/** Metres from each corner to the next; of an area also back to the first. */
	legs: number[];
	/** Metres along the line, or around the area. */
	length: number;
	/** Square metres; `null` for a line, and for an outline that crosses itself. */
	area: number | null;
	crossesItself: boolean;
}

/** How many corners a shape needs to be measured. */
export const LEAST_CORNERS = { line: 2, area: 3 } as const;

/** Measures a shape on the ellipsoid; `null` while it has too few corners. */
export function measureShape(shape: Shape): ShapeFigures | null {
	if (shape.corners.length < LEAST_CORNERS[shape.kind]) return null;
	const path = pathOf(shape);
	const legs = legsOf(path);
	const crossesItself = shape.kind === 'area' && crosses(path);
	const area = shape.kind === 'area' && !crossesItself ? ringArea(path) : null;
	return { legs, length: sum(legs), area, crossesItself };
}

/** A shape as GeoJSON: a point for a single corner, a line for an area's first two. */
export function shapeGeometry(shape: Shape): Point | LineString | Polygon | null {
	const { kind, corners } = shape;
	const [first] = corners;
	if (!first) return null;
	if (corners.length === 1) return { type: 'Point', coordinates: first };
	if (kind === 'area' && corners.length >= LEAST_CORNERS.area)
		return { type: 'Polygon', coordinates: [pathOf(shape)] };
	return { type: 'LineString', coordinates: [...corners] };
}

/** From corner to corner; around an area back to the first. */
function pathOf({ kind, corners }: Shape): Position[] {
	return kind === 'area' ? [...corners, ...corners.slice(0, 1)] : [...corners];
}

/** Whether two edges of a closed path meet that are no neighbours. */
function crosses(path: readonly Position[]): boolean {
	const edges = path.slice(1).map((to, i): LineString => {
		return { type: 'LineString', coordinates: [path[i] ?? to, to] };
	});
	const last = edges.length - 1;
	return edges.some((edge, i) =>
		edges.some((other, j) => j > i + 1 && !(i === 0 && j === last) && intersects(edge, other))
	);
}
