import type { Feature, FeatureCollection } from 'geojson';
import type { Lang, Site } from '../atlas/atlas';
import type { LngLat } from '../atlas/schema';
import { circle } from '../geo/circle';
import { markName } from './marks';

/** What a feature of the `sites` source draws of its site. */
export type SitePart = 'mark' | 'line' | 'fill' | 'area';

export interface SiteFeatureProperties {
	id: string;
	part: SitePart;
	name: string;
	status: Site['status'];
	precision: Site['location']['precision'];
	schematic: boolean;
	/** Metro line that it is a section of, or ''. */
	line: string;
	/** Image of the mark, or '' where it has none. */
	mark: string;
	/** Rows below (+) or above (−) the anchor, for marks that share one. */
	row: number;
	/** Whether other marks share its anchor. */
	stacked: boolean;
	/** Order of drawing and of labels: the better known, the higher. */
	rank: number;
}

/** Height of a row of marks that share an anchor, in pixels. */
export const ROW_HEIGHT = 26;

/**
 * The sites as the map draws them: geometry, dashed circles of places that are only known
 * within a radius, and a mark each. Marks that would lie on one another stand in rows, in
 * screen pixels: moving them on the ground would state a place that nobody has published.
 */
export function siteFeatures(
	sites: readonly Site[],
	lang: Lang
): FeatureCollection<Feature['geometry'], SiteFeatureProperties> {
	const rows = markRows(sites);
	const features = sites.flatMap((site) => {
		const base = propertiesOf(site, lang, rows.get(site.id));
		return partsOf(site).map(({ part, geometry }) => ({
			type: 'Feature' as const,
			geometry,
			properties: { ...base, part }
		}));
	});
	return { type: 'FeatureCollection', features };
}

function partsOf(site: Site): { part: SitePart; geometry: Feature['geometry'] }[] {
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

function propertiesOf(site: Site, lang: Lang, row: number | undefined): SiteFeatureProperties {
	const { precision, schematic = false } = site.location;
	return {
		id: site.id,
		part: 'mark',
		name: (site.label ?? site.name)[lang],
		status: site.status,
		precision,
		schematic,
		line: site.line ?? '',
		mark: markName(site.status, precision),
		row: row ?? 0,
		stacked: row !== undefined,
		rank: RANKS[precision]
	};
}

/** What marks and names need to know of a site. */
export type MarkedSite = Pick<Site, 'id' | 'name' | 'label' | 'anchor'> & {
	location: Pick<Site['location'], 'precision'>;
};

const RANKS = { exact: 3, approximate: 2, area: 1, unlocated: 0 } as const;

/** How early a site's name is served: the better known its place, the higher. */
export function markRank({ location }: Pick<MarkedSite, 'location'>): number {
	return RANKS[location.precision];
}

/** Anchors closer than this share one stack of rows: about 18 px at the first zoom. */
const SAME_PLACE_DEGREES = 0.0045;

/** The row of each mark that shares an anchor: the best known keeps it, others stand around. */
export function markRows(
	sites: readonly Pick<MarkedSite, 'id' | 'anchor' | 'location'>[]
): Map<string, number> {
	const stacks: { anchor: LngLat; ids: string[] }[] = [];
	const placed = sites.filter(({ anchor }) => anchor).sort((a, b) => markRank(b) - markRank(a));
	for (const { id, anchor } of placed) {
		if (!anchor) continue;
		const stack = stacks.find((other) => isSamePlace(other.anchor, anchor));
		if (stack) stack.ids.push(id);
		else stacks.push({ anchor, ids: [id] });
	}
	return new Map(
		stacks
			.filter(({ ids }) => ids.length > 1)
			.flatMap(({ ids }) => ids.map((id, index) => [id, rowAt(index)] as const))
	);
}

function isSamePlace(a: LngLat, b: LngLat): boolean {
	return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) < SAME_PLACE_DEGREES;
}

/** 0, 1, −1, 2, −2 …: around the anchor, so that none strays far from it. */
function rowAt(index: number): number {
	return index % 2 === 1 ? (index + 1) / 2 : -index / 2 || 0;
}
