import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { LngLat } from '../../atlas/schema';
import { circle } from '../../geo/circle';
import { metresBetween } from '../../geo/nearest';
import { followLines, type Lines } from '../../geo/snap';
import type { DrawingPart } from '../../style/draft-style';
import type { MapTask } from '../desk.svelte';

/** What is drawn so far. */
export interface Drawn {
	task: MapTask;
	corners: readonly LngLat[];
	/** Where the next corner would be, and whether it has snapped. */
	next: { at: LngLat; isSnapped: boolean } | null;
	/** What the path follows between its corners. */
	lines: Lines;
}

/** Nothing is drawn. */
export const NOTHING_DRAWN: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** What the map shows of a drawing. */
export function drawingFeatures({ task, corners, next, lines }: Drawn): FeatureCollection {
	const path = followLines(corners, lines);
	const last = corners.at(-1);
	const features: Feature[] = corners.map((at) => feature('corner', point(at)));
	if (task === 'circle' && last && next) {
		const rim = circle(last, Math.max(1, metresBetween(last, next.at)));
		features.push(feature('fill', rim), feature('next', rim));
	} else if (last) {
		if (path.length > 1) features.push(feature('line', line(path)));
		if (next) features.push(feature('next', line(followLines([last, next.at], lines))));
		if (task === 'area' && corners.length > 1) {
			const ring = [...path, ...(next ? [next.at] : []), path[0]!];
			if (ring.length > 3) features.push(feature('fill', { type: 'Polygon', coordinates: [ring] }));
		}
	}
	if (next?.isSnapped) features.push(feature('snap', point(next.at)));
	return { type: 'FeatureCollection', features };
}

function feature(part: DrawingPart, geometry: Geometry): Feature {
	return { type: 'Feature', properties: { part }, geometry };
}

function point(at: LngLat): Geometry {
	return { type: 'Point', coordinates: at };
}

function line(path: readonly LngLat[]): Geometry {
	return { type: 'LineString', coordinates: [...path] };
}
