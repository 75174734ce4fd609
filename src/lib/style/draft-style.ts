import type {
	FilterSpecification,
	LayerSpecification,
	SourceSpecification,
	StyleSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Lang } from '../atlas/atlas';
import { MAP_FONT, SOURCES } from './declaration';
import { NAME } from './name-place';
import type { Palette } from './palette';
import { style, type MappedAtlas } from './style';

/** Name of the image of a mark: `mark/<status>/<precision>`. */
export const MARK_IMAGE = 'mark';

/** The layer of marks and names of sites, on which a click means one. */
export const DRAFT_MARKS = 'draft-marks';

/** The source of what is being drawn; the `part` of its features says what they are. */
export const DRAWING = 'drawing';
export type DrawingPart = 'fill' | 'line' | 'next' | 'corner' | 'snap';

/** The name of the source that holds what the tiles of the build hold in a `source-layer`. */
export function draftSource(sourceLayer: string): string {
	return `draft-${sourceLayer}`;
}

/**
 * The map's style for an atlas that is not built: its ground comes as GeoJSON, one source for each
 * `source-layer`, all of them empty; names are drawn with fonts of the device, since a draft needs
 * any character; and marks are drawn by the map.
 */
export function draftStyle(
	lines: MappedAtlas['lines'],
	palette: Palette,
	lang: Lang
): StyleSpecification {
	const title = { zh: '', en: '' };
	const bounds: MappedAtlas['bounds'] = [-180, -85, 180, 85];
	const whole = style({ title, bounds, sites: [], lines }, new Map(), palette, lang, { fonts: [] });
	const { 'font-faces': _, ...rest } = whole;
	const layers = whole.layers.filter(({ id }) => !id.endsWith('-room')).map(fromGeojson);
	const ids = [...new Set(layers.flatMap((layer) => ('source' in layer ? layer.source : [])))];
	return {
		...rest,
		sources: Object.fromEntries([...ids, DRAWING].map((id) => [id, EMPTY])),
		layers: [...layers, marks(palette), ...drawing(palette)]
	};
}

const EMPTY: SourceSpecification = {
	type: 'geojson',
	data: { type: 'FeatureCollection', features: [] }
};

function fromGeojson(layer: LayerSpecification): LayerSpecification {
	if (!('source-layer' in layer) || layer['source-layer'] === undefined) return layer;
	const { 'source-layer': name, ...rest } = layer;
	return { ...rest, source: draftSource(name) };
}

function marks(palette: Palette): LayerSpecification {
	const isMark: FilterSpecification = ['==', ['get', 'part'], 'mark'];
	return {
		id: DRAFT_MARKS,
		type: 'symbol',
		source: SOURCES.sites,
		filter: isMark,
		layout: {
			'icon-image': ['concat', `${MARK_IMAGE}/`, ['get', 'status'], '/', ['get', 'precision']],
			'icon-allow-overlap': true,
			'text-field': ['get', 'name'],
			'text-font': [MAP_FONT],
			'text-size': NAME.size,
			'text-optional': true,
			'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
			'text-radial-offset': NAME.gap / NAME.size,
			'text-justify': 'auto'
		},
		paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 }
	};
}

function drawing({ accent, halo }: Palette): LayerSpecification[] {
	const of = (part: DrawingPart) => {
		const filter: FilterSpecification = ['==', ['get', 'part'], part];
		return { id: `drawing-${part}`, source: DRAWING, filter };
	};
	const line = { 'line-color': accent, 'line-width': 3 };
	const circle = { 'circle-color': halo, 'circle-stroke-color': accent };
	return [
		{ ...of('fill'), type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': 0.14 } },
		{ ...of('line'), type: 'line', paint: line },
		{ ...of('next'), type: 'line', paint: { ...line, 'line-dasharray': [1.5, 1.5] } },
		{
			...of('corner'),
			type: 'circle',
			paint: { ...circle, 'circle-radius': 4.5, 'circle-stroke-width': 2 }
		},
		{
			...of('snap'),
			type: 'circle',
			paint: {
				'circle-color': accent,
				'circle-radius': 4,
				'circle-stroke-color': halo,
				'circle-stroke-width': 2
			}
		}
	];
}
