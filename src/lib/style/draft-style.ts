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
		sources: Object.fromEntries(ids.map((id) => [id, EMPTY])),
		layers: [...layers, marks(palette)]
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
