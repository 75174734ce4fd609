import type { SiteBrief } from '../atlas/brief';
import type { LngLat, Precision } from '../atlas/schema';

/** What marks and names need to know of a site. */
export type MarkedSite = Pick<SiteBrief, 'id' | 'name' | 'label' | 'anchor'> & {
	location: { precision: Precision };
};

/** Height of a row of marks that share an anchor, in pixels. */
export const ROW_HEIGHT = 26;

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
