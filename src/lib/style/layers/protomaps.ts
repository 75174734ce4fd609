import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Lang } from '../../atlas/atlas';
import type { Declaration, StyleContext } from '../declaration';
import { outsideTiles, type GiveTile } from '../given-tiles';
import type { Ground } from '../ground';
import type { LayerGroup } from '../groups';
import type { Palette } from '../palette';
import { strokesOf, widthOf, type Stroke } from '../strokes';

const SOURCE = 'outside-protomaps';

/**
 * Fonts of the reader's machine: the bundled one has only the characters of the atlas. The engine
 * draws a letter with these itself where no file of the style covers it and there is no `glyphs`
 * server (`src/render/glyph_manager.ts` of MapLibre).
 */
const LOCAL_FONTS = [
	'PingFang SC',
	'Microsoft YaHei',
	'Noto Sans SC',
	'Noto Sans CJK SC',
	'sans-serif'
];

/** Uses of land that are drawn green. */
const GREEN = [
	...['park', 'national_park', 'nature_reserve', 'protected_area', 'forest', 'wood', 'grass'],
	...[
		'grassland',
		'scrub',
		'garden',
		'village_green',
		'golf_course',
		'cemetery',
		'recreation_ground'
	],
	...['allotments', 'orchard', 'meadow', 'playground', 'pitch', 'zoo', 'wetland']
];

interface Tiles {
	version: number;
	minzoom: number;
	maxzoom: number;
	tile: GiveTile;
}

/**
 * The Protomaps basemap, version 4, in the palette of the atlas. Of its layers all but `boundaries`
 * (outlines of administrative areas need a map review number) and `transit`: rail is the atlas's.
 *
 * Schema: https://docs.protomaps.com/basemaps/layers
 */
export function protomapsGround({ version, minzoom, maxzoom, tile }: Tiles): Ground {
	const tiles = [outsideTiles(SOURCE, version)];
	return {
		sources: { [SOURCE]: { type: 'vector', tiles, minzoom, maxzoom } },
		tiles: { [SOURCE]: tile },
		declare: (context) => [...shapes(context), ...roads(context), ...names(context)]
	};
}

function shapes({ palette }: StyleContext): Declaration[] {
	const { paper, green, water, waterLine, roadCasing } = palette;
	return [
		fill(1, 'nature', 'earth', paper),
		// Cover that satellites saw; nearer, mapped uses tell more.
		fill(2, 'nature', 'landcover', green, {
			maxzoom: 10,
			filter: ['in', kind(), ['literal', ['forest', 'grassland', 'scrub', 'farmland']]]
		}),
		fill(3, 'nature', 'landuse', green, { filter: ['in', kind(), ['literal', GREEN]] }),
		{
			zorder: 4,
			group: 'nature',
			layer: {
				...of('streams', 'line', 'water'),
				filter: ['==', ['geometry-type'], 'LineString'],
				layout: { 'line-cap': 'round', 'line-join': 'round' },
				paint: {
					'line-color': waterLine,
					'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 10, 0.5, 16, 3]
				}
			}
		},
		fill(5, 'nature', 'water', water, { filter: ['==', ['geometry-type'], 'Polygon'] }),
		fill(6, null, 'buildings', roadCasing, {
			minzoom: 13,
			filter: [
				'all',
				['==', ['geometry-type'], 'Polygon'],
				['in', kind(), ['literal', ['building', 'building_part']]]
			],
			paint: {
				'fill-color': roadCasing,
				'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0, 14.5, 0.6]
			}
		})
	];
}

function roads({ palette }: StyleContext): Declaration[] {
	const { motorway, primary, trunk } = strokesOf(palette);
	const street: Stroke = { color: primary.color, casing: primary.casing, width: [0.2, 1, 5] };
	const path: Stroke = { color: palette.roadCasing, width: [0.2, 0.7, 1.6], dash: [2, 2] };
	const isDetail = (...details: string[]): FilterSpecification =>
		['in', ['get', 'kind_detail'], ['literal', details]] as FilterSpecification;
	const isMotorway: FilterSpecification = ['==', kind(), 'highway'];
	const isTrunk: FilterSpecification = [
		'all',
		['==', kind(), 'major_road'],
		isDetail('trunk', 'trunk_link', 'primary', 'primary_link')
	] as FilterSpecification;
	const isOther: FilterSpecification = [
		'all',
		['==', kind(), 'major_road'],
		['!', isDetail('trunk', 'trunk_link', 'primary', 'primary_link')]
	] as FilterSpecification;
	return [
		road(10, 'path', path, ['in', kind(), ['literal', ['path']]] as FilterSpecification, 14),
		...cased(12, 'minor', street, ['==', kind(), 'minor_road'], 12),
		...cased(14, 'major', primary, isOther, 10),
		...cased(16, 'trunk', trunk, isTrunk, 8),
		...cased(18, 'motorway', motorway, isMotorway, 6)
	];
}

function cased(
	zorder: number,
	name: string,
	stroke: Stroke,
	filter: FilterSpecification,
	minzoom: number
): Declaration[] {
	const casing: Stroke = { ...stroke, color: stroke.casing ?? stroke.color };
	return [
		road(zorder, `${name}-casing`, casing, filter, minzoom, 1.6),
		road(zorder + 1, name, stroke, filter, minzoom)
	];
}

function road(
	zorder: number,
	name: string,
	stroke: Stroke,
	filter: FilterSpecification,
	minzoom: number,
	add = 0
): Declaration {
	return {
		zorder,
		group: 'roads',
		layer: {
			...of(`road-${name}`, 'line', 'roads'),
			filter,
			minzoom,
			layout: { 'line-cap': stroke.dash ? 'butt' : 'round', 'line-join': 'round' },
			paint: {
				'line-color': stroke.color,
				'line-width': widthOf(stroke, add),
				...(stroke.dash && { 'line-dasharray': stroke.dash })
			}
		}
	};
}

function names({ palette, lang }: StyleContext): Declaration[] {
	const { ink, quietInk, waterInk } = palette;
	const place = (...kinds: string[]): FilterSpecification =>
		['in', kind(), ['literal', kinds]] as FilterSpecification;
	const isNearEnough: FilterSpecification = [
		'<=',
		['number', ['get', 'min_zoom'], 0],
		['+', ['zoom'], 1]
	];
	return [
		text(61, 'poi-names', 'pois', { palette, lang }, quietInk, {
			minzoom: 15.5,
			filter: isNearEnough,
			layout: { 'text-size': 10.5 }
		}),
		text(62, 'road-names', 'roads', { palette, lang }, quietInk, {
			minzoom: 13,
			filter: ['in', kind(), ['literal', ['highway', 'major_road', 'minor_road']]],
			layout: { 'symbol-placement': 'line', 'text-size': 11, 'text-max-angle': 30 }
		}),
		text(63, 'stream-names', 'water', { palette, lang }, waterInk, {
			minzoom: 12,
			filter: ['==', ['geometry-type'], 'LineString'],
			layout: { 'symbol-placement': 'line', 'text-size': 11, 'text-letter-spacing': 0.2 }
		}),
		text(64, 'water-names', 'water', { palette, lang }, waterInk, {
			minzoom: 10,
			filter: ['==', ['geometry-type'], 'Point'],
			layout: { 'text-size': 12, 'text-letter-spacing': 0.2 }
		}),
		text(65, 'neighbourhood-names', 'places', { palette, lang }, quietInk, {
			minzoom: 12,
			filter: place('neighbourhood', 'macrohood'),
			layout: { 'text-size': 11.5 }
		}),
		text(66, 'locality-names', 'places', { palette, lang }, ink, {
			filter: place('locality'),
			layout: { 'text-size': ['interpolate', ['linear'], ['zoom'], 9, 12, 14, 16] }
		})
	];
}

/** In Chinese, or in English; else as the place itself has it. */
function nameIn(lang: Lang): ExpressionSpecification {
	const keys = { zh: ['name:zh-Hans', 'name:zh', 'name'], en: ['name:en', 'name'] }[lang];
	return ['coalesce', ...keys.map((key) => ['get', key])] as unknown as ExpressionSpecification;
}

type Details = Partial<Omit<LayerSpecification & { type: 'symbol' }, 'id' | 'type'>>;

function text(
	zorder: number,
	id: string,
	sourceLayer: string,
	{ palette, lang }: { palette: Palette; lang: Lang },
	color: string,
	{ layout, ...rest }: Details
): Declaration {
	return {
		zorder,
		group: 'labels',
		layer: {
			...of(id, 'symbol', sourceLayer),
			...rest,
			layout: {
				'text-field': nameIn(lang),
				'text-font': LOCAL_FONTS,
				'text-padding': 6,
				'text-max-width': 8,
				...layout
			},
			paint: { 'text-color': color, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 }
		}
	};
}

function kind(): ExpressionSpecification {
	return ['get', 'kind'];
}

function fill(
	zorder: number,
	group: LayerGroup | null,
	name: string,
	color: string,
	more: Partial<Omit<LayerSpecification & { type: 'fill' }, 'id' | 'type'>> = {}
): Declaration {
	return {
		zorder,
		group,
		layer: { ...of(name, 'fill', name), paint: { 'fill-color': color }, ...more }
	};
}

function of<T extends string>(id: string, type: T, sourceLayer: string) {
	return { id: `protomaps-${id}`, type, source: SOURCE, 'source-layer': sourceLayer } as const;
}
