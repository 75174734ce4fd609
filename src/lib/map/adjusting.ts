import type { LineString, Point, Polygon } from 'geojson';
import type { Map as GlMap } from 'maplibre-gl';
import {
	TerraDraw,
	TerraDrawLineStringMode,
	TerraDrawPointMode,
	TerraDrawPolygonMode,
	TerraDrawSelectMode,
	type GeoJSONStoreFeatures
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { LngLat } from '../atlas/schema';
import type { Colour } from './drawing';

/** What can be dragged: each part of a shape by itself, an area without holes. */
export type Handled = Point | LineString | Polygon;

export interface AdjustingOptions {
	/** What is dragged, at least one. */
	parts: readonly Handled[];
	colour: Colour;
	/** Whether corners can be added and taken away. */
	isFlexible: boolean;
	/** Where a corner goes that is dragged to a position; `null`: there. */
	snap: (at: LngLat) => LngLat | null;
	/** While something is dragged. */
	drag: (parts: Handled[]) => void;
	/** Something was dragged, added or taken away. */
	change: (parts: Handled[]) => void;
}

const MODES = { Point: 'point', LineString: 'linestring', Polygon: 'polygon' } as const;
/** Pixels around a corner within which it is meant: the reach of a finger. */
const REACH = 22;

/**
 * Lets the editor drag what there is on the map.
 *
 * @returns takes the handles off the map
 */
export function startAdjusting(map: GlMap, options: AdjustingOptions): () => void {
	const { parts, colour, isFlexible, snap } = options;
	const coordinates = {
		draggable: true,
		snappable: {
			toCustom: ({ lng, lat }: { lng: number; lat: number }) => snap([lng, lat]) ?? undefined
		},
		...(isFlexible && { midpoints: { draggable: true }, deletable: true })
	};
	const draw = new TerraDraw({
		adapter: new TerraDrawMapLibreGLAdapter({ map }),
		modes: [
			new TerraDrawPointMode({ styles: { pointColor: colour } }),
			new TerraDrawLineStringMode({ styles: { lineStringColor: colour } }),
			new TerraDrawPolygonMode({ styles: { fillColor: colour, outlineColor: colour } }),
			new TerraDrawSelectMode({
				pointerDistance: REACH,
				keyEvents: null,
				allowManualDeselection: false,
				flags: {
					point: { feature: { draggable: true } },
					linestring: { feature: { coordinates } },
					polygon: { feature: { coordinates } }
				},
				styles: {
					selectedPointColor: colour,
					selectedPointWidth: 8,
					selectedLineStringColor: colour,
					selectedPolygonColor: colour,
					selectedPolygonOutlineColor: colour,
					selectionPointColor: '#ffffff',
					selectionPointOutlineColor: colour,
					selectionPointOutlineWidth: 2,
					selectionPointWidth: 6,
					midPointColor: colour,
					midPointOutlineColor: '#ffffff'
				}
			})
		]
	});
	draw.start();
	const features = parts.map((geometry): GeoJSONStoreFeatures => {
		return { type: 'Feature', geometry, properties: { mode: MODES[geometry.type] } };
	});
	const added = draw.addFeatures(features).flatMap(({ id, valid }) => (valid && id ? [id] : []));
	// A part that was not taken would be missing from all that is told: then nothing is.
	const ids = added.length === parts.length ? added : [];
	draw.setMode('select');
	const [first] = ids;
	if (first !== undefined) draw.selectFeature(first);
	draw.on('change', () => options.drag(now()));
	draw.on('finish', () => options.change(now()));
	let isOver = false;
	return () => {
		if (!isOver) draw.stop();
		isOver = true;
	};

	function now(): Handled[] {
		return ids.flatMap((id) => {
			const geometry = draw.getSnapshotFeature(id)?.geometry;
			return geometry && geometry.type in MODES ? [geometry] : [];
		});
	}
}
