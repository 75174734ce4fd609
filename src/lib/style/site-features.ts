import type { Feature, FeatureCollection } from 'geojson';
import type { Lang } from '../atlas/atlas';
import type { SiteBrief } from '../atlas/brief';
import type { Precision, Status } from '../atlas/schema';
import { circle } from '../geo/circle';
import { markRows, type MarkedSite } from './mark-rows';
import { MARK_SIZE } from './marks';
import { roomName } from './room-image';
import { NAME, textWidth, type NamePlace, type Side } from './name-place';

/** What a feature of the `sites` source draws of its site. */
export type SitePart = 'mark' | 'line' | 'fill' | 'area';

export interface SiteFeatureProperties {
	id: string;
	part: SitePart;
	status: Status;
	precision: Precision;
	schematic: boolean;
	/** Metro line that it is a section of, or ''. */
	line: string;
	/** Rows below (+) or above (−) the anchor, for marks that share one. */
	row: number;
	/** Where its name stands, and the zoom from which on it does. */
	side: Side;
	nameFrom: number;
	/** Names of the empty images that keep the map's own names away from mark and name. */
	markRoom: string;
	nameRoom: string;
}

/** What drawing a site takes. */
export type DrawnSite = MarkedSite &
	Pick<SiteBrief, 'geometry' | 'status' | 'line'> & { location: SiteBrief['location'] };

/**
 * The sites as the map draws them: geometry, dashed circles of places that are only known
 * within a radius, and the room of a mark each, which stands over the map (`Marks.svelte`).
 * Marks that would lie on one another stand in rows, in screen pixels: moving them on the ground
 * would state a place that nobody has published.
 *
 * @param names where names stand, by site (`namePlan`)
 */
export function siteFeatures(
	sites: readonly DrawnSite[],
	lang: Lang,
	names: ReadonlyMap<string, NamePlace>
): FeatureCollection<Feature['geometry'], SiteFeatureProperties> {
	const rows = markRows(sites);
	const features = sites.flatMap((site) => {
		const base = propertiesOf(site, lang, rows.get(site.id) ?? 0, names.get(site.id));
		return partsOf(site).map(({ part, geometry }) => ({
			type: 'Feature' as const,
			geometry,
			properties: { ...base, part }
		}));
	});
	return { type: 'FeatureCollection', features };
}

function partsOf(site: DrawnSite): { part: SitePart; geometry: Feature['geometry'] }[] {
	const { geometry, anchor, location } = site;
	if (!geometry || !anchor) {
		const { area } = location;
		if (!area) return [];
		return [{ part: 'area', geometry: circle(area.center, area.radius) }];
	}
	const mark = { part: 'mark' as const, geometry: { type: 'Point' as const, coordinates: anchor } };
	if (geometry.type.endsWith('LineString')) return [{ part: 'line', geometry }, mark];
	if (geometry.type.endsWith('Polygon')) return [{ part: 'fill', geometry }, mark];
	if (location.precision === 'exact' || !location.accuracy) return [mark];
	return [{ part: 'area', geometry: circle(anchor, location.accuracy) }, mark];
}

function propertiesOf(
	site: DrawnSite,
	lang: Lang,
	row: number,
	place: NamePlace | undefined
): SiteFeatureProperties {
	const { precision, schematic = false } = site.location;
	const side = place?.side ?? 'right';
	const width = textWidth((site.label ?? site.name)[lang], NAME.size, 0);
	return {
		id: site.id,
		part: 'mark',
		status: site.status,
		precision,
		schematic,
		line: site.line ?? '',
		row,
		side,
		nameFrom: Math.min(place?.minZoom ?? Infinity, NEVER),
		markRoom: roomName(MARK_SIZE + 2, MARK_SIZE + 2),
		nameRoom:
			side === 'right' || side === 'left'
				? roomName(NAME.gap + width, NAME.height)
				: roomName(width, NAME.gap + NAME.height)
	};
}

/** Farther than any zoom: JSON has no infinity. */
const NEVER = 99;
