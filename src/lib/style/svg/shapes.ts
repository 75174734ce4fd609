import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { linesOf, polygonsOf } from '../../geo/parts';
import { toWorld, type Pixel } from '../../geo/mercator';
import { offsetLine } from '../../geo/offset-line';
import type { Declaration } from '../declaration';
import type { LayerGroup } from '../groups';
import type { State } from '../state';
import { readLayer, type LayerReader } from './read-layer';

/** One feature of one layer, ready to be drawn. Lengths in CSS pixels. */
export interface Shape {
	layer: string;
	group: LayerGroup | null;
	/** The site that it is part of, or ''. */
	site: string;
	/** Pixels of the world at the frame's zoom. */
	paths: Pixel[][];
	closed: boolean;
	paint: Paint;
}

/** How a shape is drawn; colours as the palette gave them. */
export interface Paint {
	fill: string | null;
	stroke: string | null;
	opacity: number;
	width: number;
	/** In line widths; empty for a line without gaps. */
	dash: number[];
	cap: 'butt' | 'round';
	/** Radius of a circle; 0 for anything else. */
	radius: number;
}

/** The features of a source, or of one layer in it. */
export type FeaturesOf = (source: string, sourceLayer: string | undefined) => readonly Feature[];

/**
 * What the fill, line and circle layers of the map draw at a zoom: the same filters, widths,
 * offsets and colours as on the map, evaluated without it. Layers that only start at a nearer
 * zoom are left out; symbols are not drawn here.
 */
export function shapesOf(
	declarations: readonly Declaration[],
	featuresOf: FeaturesOf,
	{ zoom, state }: { zoom: number; state: State }
): Shape[] {
	return declarations.flatMap(({ layer, group }) => {
		const draw = DRAW[layer.type as keyof typeof DRAW];
		if (!draw || !('source' in layer) || !isShown(layer, zoom)) return [];
		const reader = readLayer(layer, zoom, state);
		const features = featuresOf(layer.source, layer['source-layer']).filter(
			(feature) => draw.takes(feature) && reader.matches(feature)
		);
		return features.flatMap((feature) => {
			const { paths, paint } = draw.shape(reader, feature, zoom);
			const site = siteOf(feature);
			if (paint.opacity === 0 || paths.length === 0) return [];
			return [{ layer: layer.id, group, site, paths, closed: draw.closed, paint }];
		});
	});
}

/** Whether a layer is drawn at a zoom. */
export function isShown({ minzoom = 0, maxzoom = 24 }: LayerSpecification, zoom: number): boolean {
	return zoom >= minzoom && zoom < maxzoom;
}

function siteOf({ properties }: Feature): string {
	const part: unknown = properties?.['part'];
	const id: unknown = properties?.['id'];
	return typeof part === 'string' && typeof id === 'string' ? id : '';
}

interface Draw {
	closed: boolean;
	takes(feature: Feature): boolean;
	shape(reader: LayerReader, feature: Feature, zoom: number): Pick<Shape, 'paths' | 'paint'>;
}

const DRAW: Record<'fill' | 'line' | 'circle', Draw> = {
	fill: {
		closed: true,
		takes: ({ geometry }) => geometry.type.endsWith('Polygon'),
		shape(reader, feature, zoom) {
			const { value } = bound(reader, feature);
			const outline = value('fill-outline-color');
			return {
				paths: polygonsOf(feature.geometry)
					.flat()
					.map((ring) => ring.map((position) => toWorld(position, zoom))),
				paint: {
					...NOTHING,
					fill: String(value('fill-color')),
					stroke: typeof outline === 'string' ? outline : null,
					width: typeof outline === 'string' ? 1 : 0,
					opacity: Number(value('fill-opacity'))
				}
			};
		}
	},
	line: {
		closed: false,
		takes: ({ geometry }) => /LineString|Polygon/.test(geometry.type),
		shape(reader, feature, zoom) {
			const { value } = bound(reader, feature);
			const width = Number(value('line-width'));
			const gap = Number(value('line-gap-width'));
			const offset = Number(value('line-offset'));
			const beside = gap > 0 ? [(gap + width) / 2, -(gap + width) / 2] : [0];
			const lines = [...linesOf(feature.geometry), ...polygonsOf(feature.geometry).flat()];
			const dash = value('line-dasharray');
			return {
				paths: lines
					.map((line) => line.map((position) => toWorld(position, zoom)))
					.flatMap((line) => beside.map((by) => offsetLine(line, offset + by))),
				paint: {
					...NOTHING,
					stroke: String(value('line-color')),
					width,
					opacity: Number(value('line-opacity')),
					dash: Array.isArray(dash) ? dash.map(Number) : [],
					cap: value('line-cap') === 'round' ? 'round' : 'butt'
				}
			};
		}
	},
	circle: {
		closed: false,
		takes: ({ geometry }) => geometry.type === 'Point',
		shape(reader, feature, zoom) {
			const { value } = bound(reader, feature);
			const { geometry } = feature;
			return {
				paths: geometry.type === 'Point' ? [[toWorld(geometry.coordinates, zoom)]] : [],
				paint: {
					...NOTHING,
					fill: String(value('circle-color')),
					stroke: String(value('circle-stroke-color')),
					width: Number(value('circle-stroke-width')),
					opacity: Number(value('circle-opacity')),
					radius: Number(value('circle-radius'))
				}
			};
		}
	}
};

const NOTHING: Paint = {
	fill: null,
	stroke: null,
	opacity: 1,
	width: 0,
	dash: [],
	cap: 'butt',
	radius: 0
};

function bound(reader: LayerReader, feature: Feature) {
	return { value: (name: string) => reader.value(name, feature) };
}
