import type { Map as GlMap } from 'maplibre-gl';
import {
	TerraDraw,
	TerraDrawLineStringMode,
	TerraDrawModeUndoRedo,
	TerraDrawPolygonMode
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { LngLat } from '../atlas/schema';
import { MAX_CORNERS } from '../view/corners';
import type { ShapeKind } from '../view/measure';

/** What drawing tells. */
export interface DrawingEvents {
	/** The corners that are set, `[lng, lat]`, whenever there is another or one less. */
	corners: (corners: LngLat[]) => void;
	/** Nothing more is drawn: the shape was closed, has all corners that it may, or was stopped. */
	over: () => void;
}

/** A shape that is being drawn. */
export interface Drawing {
	/** Takes the last corner away. */
	undo(): void;
	/** Takes the drawing off the map and leaves its corners as they were last told. */
	stop(): void;
}

/** Pixels around the last corner, or an area's first, within which a click closes the shape. */
const CLOSING_REACH = 14;

/** `#rrggbb` */
export type Colour = `#${string}`;

const MODES = { line: 'linestring', area: 'polygon' } as const;

/**
 * Lets the reader draw on the map, corner by corner; a click on the last corner, or on an area's
 * first, closes the shape.
 */
export function startDrawing(
	map: GlMap,
	{ kind, colour, corners, over }: { kind: ShapeKind; colour: Colour } & DrawingEvents
): Drawing {
	const draw = new TerraDraw({
		adapter: new TerraDrawMapLibreGLAdapter({ map }),
		modes: [kind === 'line' ? lineMode(colour) : areaMode(colour)],
		undoRedo: { modeLevel: new TerraDrawModeUndoRedo() }
	});
	let told: LngLat[] = [];
	let isOver = false;
	draw.on('change', tell);
	draw.on('finish', () => {
		tell();
		stop();
	});
	const listening = new AbortController();
	// The layers of the drawing go with the context: it is stopped while they can still be taken off.
	const { signal } = listening;
	map.getCanvas().addEventListener('webglcontextlost', stop, { capture: true, signal });
	draw.start();
	draw.setMode(MODES[kind]);
	return { undo: () => draw.undo(), stop };

	/** Each movement of the pointer changes the drawing, but not the corners that are set. */
	function tell() {
		if (isOver) return;
		const now = cornersOf(draw);
		if (String(now) === String(told)) return;
		told = now;
		corners(now);
		if (now.length >= MAX_CORNERS) stop();
	}

	function stop() {
		if (isOver) return;
		isOver = true;
		listening.abort();
		draw.stop();
		over();
	}
}

function lineMode(colour: Colour) {
	return new TerraDrawLineStringMode({
		pointerDistance: CLOSING_REACH,
		keyEvents: null,
		styles: { lineStringColor: colour, lineStringWidth: 2.5, closingPointColor: colour }
	});
}

function areaMode(colour: Colour) {
	return new TerraDrawPolygonMode({
		pointerDistance: CLOSING_REACH,
		keyEvents: null,
		styles: {
			fillColor: colour,
			fillOpacity: 0.14,
			outlineColor: colour,
			outlineWidth: 2.5,
			closingPointColor: colour
		}
	});
}

/** The corners that were set, without what follows the pointer and without the closing one. */
function cornersOf(draw: TerraDraw): LngLat[] {
	for (const { geometry, properties } of draw.getSnapshot()) {
		if (geometry.type === 'LineString') {
			const count = properties['currentlyDrawing'] ? -1 : geometry.coordinates.length;
			return geometry.coordinates.slice(0, count).map(asLngLat);
		}
		if (geometry.type === 'Polygon') {
			const [ring = []] = geometry.coordinates;
			const count = properties['committedCoordinateCount'];
			return ring.slice(0, typeof count === 'number' ? count : -1).map(asLngLat);
		}
	}
	return [];
}

function asLngLat([lng = 0, lat = 0]: number[]): LngLat {
	return [lng, lat];
}
