import type { Geometry, Point, Position } from 'geojson';
import type { LngLat } from '../../atlas/schema';
import {
	placed,
	precisionOf,
	circleOf,
	withCircle,
	type Circle,
	type Where
} from '../../draft/location';
import { partsOf, shapeKindOf, shapeOf } from '../../draft/shape-text';
import { geometryBounds } from '../../geo/bounds';
import { circle } from '../../geo/circle';
import { metresBetween } from '../../geo/nearest';
import { roundPosition } from '../../geo/round';
import { tidyGeometry } from '../../geo/tidy';
import type { Handled } from '../../map/adjusting';

/**
 * What of a place can be dragged, with 6 decimals and without heights, as terra-draw takes it; `null`
 * if there is nothing, an area with holes, or a part that is no shape: what has no handle would be
 * lost.
 */
export function handlesOf(where: Where): Handled[] | null {
	if (isCircle(where)) {
		const now = circleOf(where);
		return now && [spoke(now)];
	}
	const { geometry } = where;
	if (!geometry) return null;
	if (geometry.type === 'Point') return [tidyGeometry(geometry) as Point];
	const kind = shapeKindOf(geometry);
	const parts = partsOf(geometry);
	if (!kind || !parts) return null;
	const shapes = parts.map((part) => shapeOf(kind, [part.map(roundPosition)]));
	return shapes.some((shape) => shape === null) ? null : (shapes as Handled[]);
}

/** Whether a place is dragged as a circle: by its centre, and by a place on its rim. */
export function isCircle(where: Where): boolean {
	return ['area', 'unlocated'].includes(precisionOf(where) ?? '');
}

/** The place after its handles were dragged. */
export function adjusted(where: Where, handles: readonly Handled[]): Where {
	const [first] = handles;
	if (!first) return where;
	if (isCircle(where)) return withCircle(where, draggedCircle(where, first));
	if (first.type === 'Point') return placed(where, first);
	const kind = shapeKindOf(first);
	const parts = handles.map((one) => cornersOf(one) as LngLat[]);
	const shape: Geometry | null = kind && shapeOf(kind, parts);
	return shape ? placed(where, shape) : where;
}

/** A circle whose centre was moved keeps its radius. */
export function draggedCircle(where: Where, handle: Handled): Circle {
	const before = circleOf(where)!;
	const [center, rim] = cornersOf(handle) as [LngLat, LngLat];
	const isMoved = metresBetween(center, roundPosition(before.center)) > 0.01;
	return { center, radius: isMoved ? before.radius : metresBetween(center, rim) };
}

function cornersOf(handle: Handled): Position[] {
	if (handle.type === 'Point') return [handle.coordinates];
	return handle.type === 'LineString'
		? handle.coordinates
		: (handle.coordinates[0] ?? []).slice(0, -1);
}

/** A line from a circle's centre to its rim in the east. */
function spoke({ center, radius }: Circle): Handled {
	const [, , east] = geometryBounds(circle(center, radius));
	const rim = [east, center[1]];
	return { type: 'LineString', coordinates: [center, rim].map(roundPosition) };
}
