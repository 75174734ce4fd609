import type { LngLat } from '../atlas/schema';
import { parseCorners, writeCorners } from './corners';

/** What can be measured, in the order of the panel. */
export const MEASURES = ['shape', 'catchment', 'nearest', 'line'] as const;
export type MeasureName = (typeof MEASURES)[number];

export const SHAPE_KINDS = ['line', 'area'] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** What was drawn on the map or typed in: an area's first corner is not repeated. */
export interface Shape {
	kind: ShapeKind;
	/** `[lng, lat]` in WGS-84, to 0.00001 degrees (about a metre); may still be too few to measure. */
	corners: readonly LngLat[];
}

export interface Measure {
	/** Which measuring tool is open. */
	name: MeasureName;
	shape: Shape;
	/** Metres around a station that belong to its catchment. */
	radius: number;
	/** Id of a metro line; `null`: stations of all lines. */
	line: string | null;
}

export const FIRST_MEASURE: Measure = {
	name: 'shape',
	shape: { kind: 'line', corners: [] },
	radius: 800,
	line: null
};

/** Metres. */
export const RADIUS = { min: 100, max: 5000 } as const;

/** Units in a degree that corners of a shape are rounded to. */
export const SHAPE_GRAIN = 100_000;

/** Reads what is measured from the query of a link. Never throws; what is malformed is dropped. */
export function parseMeasure(query: URLSearchParams): Measure {
	const radius = Number(query.get('radius'));
	const line = query.get('line') ?? '';
	return {
		name: MEASURES.find((name) => name === query.get('measure')) ?? FIRST_MEASURE.name,
		shape: parseShape(query.get('draw') ?? ''),
		radius: isRadius(radius) ? radius : FIRST_MEASURE.radius,
		line: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(line) ? line : null
	};
}

/** Writes what is measured as parts of a query, none for the first view. ASCII. */
export function writeMeasure({ name, shape, radius, line }: Measure): string[] {
	return [
		...(name !== FIRST_MEASURE.name ? [`measure=${name}`] : []),
		...shapeText(shape),
		...(radius !== FIRST_MEASURE.radius ? [`radius=${radius}`] : []),
		...(line ? [`line=${line}`] : [])
	];
}

/** Whether a link can carry a number of metres as a radius. */
export function isRadius(metres: number): boolean {
	return Number.isInteger(metres) && metres >= RADIUS.min && metres <= RADIUS.max;
}

function shapeText({ kind, corners }: Shape): string[] {
	if (corners.length > 0) return [`draw=${kind}:${writeCorners(corners, SHAPE_GRAIN)}`];
	return kind === FIRST_MEASURE.shape.kind ? [] : [`draw=${kind}`];
}

function parseShape(text: string): Shape {
	const [name, steps = ''] = text.split(':');
	const kind = SHAPE_KINDS.find((one) => one === name);
	if (!kind) return FIRST_MEASURE.shape;
	return { kind, corners: parseCorners(steps, SHAPE_GRAIN, 1) ?? [] };
}
