import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from './palette';

/** How a class of lines is drawn; map layers and legend read the same record. */
export interface Stroke {
	color: string;
	casing?: string;
	/** Pixels at zoom 10, 13 and 16. */
	width: [number, number, number];
	/** In line widths. */
	dash?: [number, number];
}

/** The strokes of the map's lines. */
export function strokesOf(palette: Palette) {
	return {
		motorway: { color: palette.motorway, casing: palette.roadCasing, width: [1.4, 4, 10] },
		trunk: { color: palette.road, casing: palette.roadCasing, width: [0.9, 3.2, 9] },
		primary: { color: palette.road, casing: palette.roadCasing, width: [0.5, 2.2, 7] },
		tunnel: { color: palette.motorway, width: [1, 2.4, 6], dash: [2, 1.5] },
		railway: { color: palette.railway, width: [1, 1.8, 3] },
		metro: { color: palette.quietInk, width: [1.4, 2.8, 5] },
		metroUnbuilt: { color: palette.quietInk, width: [1.4, 2.8, 5], dash: [2.2, 1.4] },
		site: { color: palette.ink, width: [3, 4.5, 7] },
		siteSchematic: { color: palette.ink, width: [3, 4.5, 7], dash: [1.6, 1.1] },
		area: { color: palette.quietInk, width: [1.1, 1.4, 1.8], dash: [4, 3] }
	} satisfies Record<string, Stroke>;
}

/** A width that grows with the zoom: `add` pixels more for a casing. */
export function widthOf(stroke: Stroke, add = 0): ExpressionSpecification {
	const [far, middle, near] = stroke.width;
	return [
		'interpolate',
		['exponential', 1.4],
		['zoom'],
		10,
		far + add,
		13,
		middle + add,
		16,
		near + add
	];
}
