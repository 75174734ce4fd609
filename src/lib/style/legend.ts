import type { LineBrief, SiteBrief } from '../atlas/brief';
import { PRECISIONS, STATUSES, type Precision, type Status } from '../atlas/terms';
import type { Palette } from './palette';
import { strokesOf, type Stroke } from './strokes';

/** How an entry of the legend is drawn. */
export type Swatch =
	| { type: 'mark'; status: Status; precision: Precision }
	| { type: 'line'; stroke: Stroke }
	| { type: 'fill'; color: string };

/** What the ground's entries are called; the interface has their words. */
export type GroundName =
	'motorway' | 'road' | 'tunnel' | 'railway' | 'water' | 'green' | 'area' | 'schematic';

export interface Legend {
	/** Only what some site has. */
	statuses: { status: Status; swatch: Swatch }[];
	precisions: { precision: Precision; swatch: Swatch }[];
	lines: { id: string; swatch: Swatch }[];
	ground: { name: GroundName; swatch: Swatch }[];
}

/** The legend, from the same declarations as the map's layers. */
export function legendOf(
	atlas: { sites: readonly Pick<SiteBrief, 'status'>[]; lines: readonly LineBrief[] },
	palette: Palette
): Legend {
	const strokes = strokesOf(palette);
	const used = new Set(atlas.sites.map(({ status }) => status));
	const built = new Set<Status>(['open', 'existing']);
	const ground: Record<GroundName, Swatch> = {
		area: { type: 'line', stroke: strokes.area },
		schematic: { type: 'line', stroke: strokes.siteSchematic },
		motorway: { type: 'line', stroke: strokes.motorway },
		road: { type: 'line', stroke: strokes.trunk },
		tunnel: { type: 'line', stroke: strokes.tunnel },
		railway: { type: 'line', stroke: strokes.railway },
		water: { type: 'fill', color: palette.water },
		green: { type: 'fill', color: palette.green }
	};
	return {
		statuses: STATUSES.filter((status) => used.has(status)).map((status) => ({
			status,
			swatch: { type: 'mark', status, precision: 'exact' }
		})),
		precisions: PRECISIONS.map((precision) => ({
			precision,
			swatch: { type: 'mark', status: 'existing', precision }
		})),
		lines: atlas.lines.map(({ id, colour, status }) => {
			const stroke = built.has(status) ? strokes.metro : strokes.metroUnbuilt;
			return { id, swatch: { type: 'line', stroke: { ...stroke, color: colour } } };
		}),
		ground: Object.entries(ground).map(([name, swatch]) => ({ name: name as GroundName, swatch }))
	};
}
