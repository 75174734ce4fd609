import type { Geometry } from 'geojson';
import * as v from 'valibot';
import { LngLat } from '../atlas/schema';

const line = v.pipe(v.array(LngLat), v.minLength(2));
const ring = v.pipe(v.array(LngLat), v.minLength(3));
const polygon = v.pipe(v.array(ring), v.minLength(1));

/** The geometries that a map can draw, each with positions enough to be seen. */
const Drawable = v.variant('type', [
	v.object({ type: v.literal('Point'), coordinates: LngLat }),
	v.object({ type: v.literal('LineString'), coordinates: line }),
	v.object({
		type: v.literal('MultiLineString'),
		coordinates: v.pipe(v.array(line), v.minLength(1))
	}),
	v.object({ type: v.literal('Polygon'), coordinates: polygon }),
	v.object({
		type: v.literal('MultiPolygon'),
		coordinates: v.pipe(v.array(polygon), v.minLength(1))
	})
]);

/** A value of a draft as a geometry; `null` if it is none, or none that can be drawn. */
export function geometryIn(value: unknown): Geometry | null {
	return v.is(Drawable, value) ? value : null;
}
