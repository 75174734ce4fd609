import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { SOURCES, type Declaration, type StyleContext } from '../declaration';
import { ROW_HEIGHT } from '../mark-rows';
import type { Side } from '../name-place';
import type { SitePart } from '../site-features';
import { IS_CHOSEN, IS_DOUBTFUL, IS_KEPT, STATUS_SHOWN } from '../state';
import { strokesOf, widthOf } from '../strokes';

const IS_HOVERED: ExpressionSpecification = ['boolean', ['feature-state', 'hover'], false];
const isPart = (part: SitePart): ExpressionSpecification => [
	'all',
	['==', ['get', 'part'], part],
	['any', IS_KEPT, IS_CHOSEN]
];
const ROW: ExpressionSpecification = ['get', 'row'];

/** Sites: circles of what is only roughly known, and lines; the room of marks and names. */
export function siteLayers(context: StyleContext): Declaration[] {
	const { palette } = context;
	const strokes = strokesOf(palette);
	return [
		{
			zorder: 35,
			group: 'sites',
			layer: {
				id: 'site-area-ground',
				type: 'fill',
				source: SOURCES.sites,
				filter: ['all', isPart('area'), IS_CHOSEN],
				paint: { 'fill-color': palette.accent, 'fill-opacity': 0.09 }
			}
		},
		{
			zorder: 36,
			group: 'sites',
			layer: {
				id: 'site-area',
				type: 'line',
				source: SOURCES.sites,
				filter: ['all', isPart('area'), ['any', ['==', ['get', 'precision'], 'area'], IS_CHOSEN]],
				paint: {
					'line-color': ['case', IS_CHOSEN, palette.accent, strokes.area.color],
					'line-opacity': [
						'interpolate',
						['linear'],
						['zoom'],
						12,
						['case', ['any', IS_CHOSEN, IS_HOVERED], 1, 0.6],
						14,
						['case', ['any', IS_CHOSEN, IS_HOVERED], 1, 0.3]
					],
					'line-width': widthOf(strokes.area),
					'line-dasharray': strokes.area.dash
				}
			}
		},
		{
			zorder: 37,
			group: 'sites',
			pick: 'site',
			layer: {
				id: 'site-fill',
				type: 'fill',
				source: SOURCES.sites,
				filter: isPart('fill'),
				paint: {
					'fill-color': ['case', IS_CHOSEN, palette.accent, colourOf(context)],
					'fill-opacity': ['case', ['any', IS_CHOSEN, IS_HOVERED], 0.35, 0.2]
				}
			}
		},
		lineLayer('site-line-casing', 50, context, { isCasing: true, isSchematic: false }),
		lineLayer('site-line', 51, context, { isCasing: false, isSchematic: false }),
		lineLayer('site-line-schematic-casing', 52, context, { isCasing: true, isSchematic: true }),
		lineLayer('site-line-schematic', 53, context, { isCasing: false, isSchematic: true }),
		// On top, so that they are placed first and the map's own names keep clear of them.
		roomLayer('site-mark-room', 90, {
			filter: isPart('mark'),
			layout: { 'icon-image': ['get', 'markRoom'] }
		}),
		roomLayer('site-name-room', 91, {
			filter: ['all', isPart('mark'), ['<=', ['get', 'nameFrom'], ['+', ['zoom'], 1]]],
			layout: {
				'icon-image': ['get', 'nameRoom'],
				'icon-anchor': [
					'match',
					['get', 'side'],
					...Object.entries(ANCHORS).flat(),
					'left'
				] as unknown as ExpressionSpecification
			}
		})
	];
}

/** A metro section has its line's colour; anything else the colour of its status. */
function colourOf({ palette, lineColours }: StyleContext): ExpressionSpecification {
	const ofStatus = [
		'match',
		STATUS_SHOWN,
		...Object.entries(palette.status).flat(),
		palette.quietInk
	];
	const ofLines = Object.entries(lineColours).flat();
	// A `match` without a case is no expression.
	const colour = ofLines.length > 0 ? ['match', ['get', 'line'], ...ofLines, ofStatus] : ofStatus;
	return colour as unknown as ExpressionSpecification;
}

function lineLayer(
	id: string,
	zorder: number,
	context: StyleContext,
	{ isCasing, isSchematic }: { isCasing: boolean; isSchematic: boolean }
): Declaration {
	const { palette } = context;
	const strokes = strokesOf(palette);
	const stroke = isSchematic ? strokes.siteSchematic : strokes.site;
	const layer: LayerSpecification = {
		id,
		type: 'line',
		source: SOURCES.sites,
		filter: ['all', isPart('line'), ['==', ['get', 'schematic'], isSchematic]],
		layout: { 'line-join': 'round', 'line-cap': isSchematic && !isCasing ? 'butt' : 'round' },
		paint: isCasing
			? {
					'line-color': ['case', ['any', IS_CHOSEN, IS_HOVERED], palette.accent, palette.halo],
					'line-opacity': ['case', IS_CHOSEN, 0.9, IS_HOVERED, 0.55, 0.85],
					// Beside the line, not under it: the gaps of a sketch stay open.
					'line-gap-width': widthOf(stroke),
					'line-width': ['case', ['any', IS_CHOSEN, IS_HOVERED], 3, 1.8]
				}
			: {
					'line-color': colourOf(context),
					'line-opacity': ['case', IS_DOUBTFUL, 0.45, 1],
					'line-width': widthOf(stroke),
					...(isSchematic && { 'line-dasharray': strokes.siteSchematic.dash })
				}
	};
	return { zorder, group: 'sites', ...(!isCasing && { pick: 'site' as const }), layer };
}

/** The side of a name's room that lies on the middle of the mark. */
const ANCHORS: Record<Side, string> = {
	right: 'left',
	left: 'right',
	bottom: 'top',
	top: 'bottom'
};

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;

/** Marks and names stand over the map as links; the map only keeps their room free. */
function roomLayer(
	id: string,
	zorder: number,
	{ filter, layout }: Pick<SymbolLayer, 'filter' | 'layout'>
): Declaration {
	return {
		zorder,
		group: 'sites',
		layer: {
			id,
			type: 'symbol',
			source: SOURCES.sites,
			...(filter && { filter }),
			layout: {
				...layout,
				'icon-allow-overlap': true,
				'icon-padding': 1,
				'icon-offset': rowOffsets((row) => [0, row * ROW_HEIGHT])
			},
			// Placed, but not drawn.
			paint: { 'icon-opacity': 0 }
		}
	};
}

/** Offsets by row: style expressions can't build a pair of numbers, so each row is named. */
function rowOffsets(offset: (row: number) => [number, number]): ExpressionSpecification {
	const rows = [-4, -3, -2, -1, 1, 2, 3, 4];
	return [
		'match',
		ROW,
		...rows.flatMap((row) => [row, ['literal', offset(row)]]),
		['literal', offset(0)]
	] as unknown as ExpressionSpecification;
}
