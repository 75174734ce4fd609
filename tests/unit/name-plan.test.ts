import { describe, expect, test } from 'vitest';
import type { Bounds, LngLat, Precision } from '../../src/lib/atlas/schema';
import { fromWorld, toWorld } from '../../src/lib/geo/mercator';
import { markRows, ROW_HEIGHT, type MarkedSite } from '../../src/lib/style/mark-rows';
import { MARK_SIZE } from '../../src/lib/style/marks';
import { namePlan, type GroundName } from '../../src/lib/style/name-plan';
import { NAME, SIDES, textWidth, type NamePlace, type Side } from '../../src/lib/style/name-place';
import { atlas } from '../support/atlas';

const LANGS = ['zh', 'en'] as const;
const rows = markRows(atlas.sites);

interface Box {
	id: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Where the name of a site is at a zoom, in pixels of the world. */
function nameBox(id: string, { side }: NamePlace, lang: 'zh' | 'en', zoom: number): Box {
	const site = atlas.sites.find((one) => one.id === id);
	if (!site?.anchor) throw new Error(`${id} has no anchor.`);
	const [x, y0] = toWorld(site.anchor, zoom);
	const y = y0 + (rows.get(id) ?? 0) * ROW_HEIGHT;
	const width = textWidth((site.label ?? site.name)[lang], NAME.size, 0);
	if (side === 'right' || side === 'left') {
		const left = side === 'right' ? x + NAME.gap : x - NAME.gap - width;
		return { id, left, right: left + width, top: y - NAME.height / 2, bottom: y + NAME.height / 2 };
	}
	const top = side === 'bottom' ? y + NAME.gap : y - NAME.gap - NAME.height;
	return { id, left: x - width / 2, right: x + width / 2, top, bottom: top + NAME.height };
}

function markBox(id: string, zoom: number): Box {
	const site = atlas.sites.find((one) => one.id === id);
	if (!site?.anchor) throw new Error(`${id} has no anchor.`);
	const [x, y0] = toWorld(site.anchor, zoom);
	const y = y0 + (rows.get(id) ?? 0) * ROW_HEIGHT;
	const half = MARK_SIZE / 2;
	return { id, left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function touch(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test.each(LANGS)(
	'no name in %s covers another or a mark, at any zoom at which it stands',
	(lang) => {
		const plan = namePlan(atlas.sites, lang, atlas.bounds).sites;
		const placed = atlas.sites.filter(({ anchor }) => anchor).map(({ id }) => id);
		for (let zoom = 9; zoom <= 17; zoom += 0.25) {
			const standing = [...plan].filter(([, { minZoom }]) => zoom >= minZoom);
			const names = standing.map(([id, place]) => nameBox(id, place, lang, zoom));
			for (const [i, name] of names.entries()) {
				const marks = placed.filter((id) => id !== name.id).map((id) => markBox(id, zoom));
				const inTheWay = [...marks, ...names.slice(0, i)].filter((other) => touch(name, other));
				expect(
					inTheWay.map(({ id }) => id),
					`${name.id} at ${zoom}`
				).toEqual([]);
			}
		}
	}
);

test.each(LANGS)('every name in %s stands by zoom 17, or its marks share one place', (lang) => {
	const plan = namePlan(atlas.sites, lang, atlas.bounds).sites;
	const never = [...plan].filter(([, { minZoom }]) => minZoom > 17).map(([id]) => id);
	for (const id of never) expect(rows.has(id), id).toBe(true);
});

/** Where invented sites lie around, in pixels of the world at zoom 12. */
const ZOOM = 12;
const [X, Y] = toWorld([90, 30], ZOOM);

/** The place that is so many pixels to the right of it, and down. */
function at(right: number, down: number): LngLat {
	return fromWorld([X + right, Y + down], ZOOM);
}

function boundsOf(left: number, top: number, right: number, bottom: number): Bounds {
	const [west, north] = at(-left, -top);
	const [east, south] = at(right, bottom);
	return [west, south, east, north];
}

function site(id: string, anchor: LngLat | null, precision: Precision = 'exact'): MarkedSite {
	return { id, name: { zh: '名字', en: 'Name' }, anchor, location: { precision } };
}

/** Where the names of sites stand, by id, and the ground's. */
function planOf(
	sites: readonly MarkedSite[],
	{ limits = boundsOf(1e5, 1e5, 1e5, 1e5), ground = [] as GroundName[] } = {}
) {
	const plan = namePlan(sites, 'zh', limits, ground);
	return { sites: Object.fromEntries(plan.sites), ground: plan.ground };
}

/** Checks a zoom: what is so long at zoom 12 must be as long as is needed, and hardly longer. */
function expectRoom(zoom: number | undefined, length: number, needed: number) {
	const spare = (zoom ?? 0) - (ZOOM + Math.log2(needed / length));
	expect(spare).toBeGreaterThanOrEqual(0);
	expect(spare).toBeLessThan(0.011);
}

/** Farther than any map begins: what stands from there on always stands. */
const AT_ONCE = 8;
const WIDTH = textWidth('名字', NAME.size, 0);
const MARK_HALF = MARK_SIZE / 2 + 1;
/** How far a name reaches from the middle of its mark. */
const REACH: Record<Side, number> = {
	right: NAME.gap + WIDTH,
	left: NAME.gap + WIDTH,
	bottom: NAME.gap + NAME.height,
	top: NAME.gap + NAME.height
};
const TOWARDS: Record<Side, [number, number]> = {
	right: [1, 0],
	left: [-1, 0],
	bottom: [0, 1],
	top: [0, -1]
};

function neighbour(side: Side, distance: number): MarkedSite {
	const [right, down] = TOWARDS[side];
	return site(side, at(right * distance, down * distance));
}

describe('the name of a site', () => {
	test('stands on the right at once where nothing is in its way, and nowhere without a place', () => {
		expect(planOf([site('a', at(0, 0)), site('nowhere', null)]).sites).toEqual({
			a: { side: 'right', minZoom: AT_ONCE }
		});
	});

	test.each(SIDES)('stands on the %s at once where the better sides are taken', (side) => {
		const better = SIDES.slice(0, SIDES.indexOf(side));
		const others = better.map((taken) => neighbour(taken, 60));
		expect(planOf([site('a', at(0, 0)), ...others]).sites['a']).toEqual({
			side,
			minZoom: AT_ONCE
		});
	});

	test.each(SIDES)(
		'stands on the %s, once it has room, where the next mark is farthest',
		(side) => {
			const others = SIDES.map((other) => neighbour(other, other === side ? 100 : 40));
			const place = planOf([site('a', at(0, 0)), ...others]).sites['a'];
			expect(place?.side).toBe(side);
			expectRoom(place?.minZoom, 100, REACH[side] + MARK_HALF);
		}
	);

	test.each(SIDES)('stands on the %s, once it is inside, where the edge is farthest', (side) => {
		const to = (edge: Side) => (edge === side ? 90 : 40);
		const limits = boundsOf(to('left'), to('top'), to('right'), to('bottom'));
		const place = planOf([site('a', at(0, 0))], { limits }).sites['a'];
		expect(place?.side).toBe(side);
		expectRoom(place?.minZoom, 90, REACH[side]);
	});

	test.each([
		['exact', 'approximate'],
		['approximate', 'area'],
		['area', 'unlocated']
	] as const)('of a site that is %s is served before one that is %s', (better, worse) => {
		const { sites } = planOf([site('worse', at(0, 0), worse), site('better', at(0, 60), better)]);
		expect(sites['better']).toEqual({ side: 'right', minZoom: AT_ONCE });
		expect(sites['worse']).toEqual({ side: 'left', minZoom: AT_ONCE });
	});

	test('stands beside its mark in its own row, never below or above, where marks share a place', () => {
		const stack = ['a', 'b', 'c'].map((id) => site(id, at(0, 0)));
		for (const place of Object.values(planOf(stack).sites))
			expect(place).toEqual({ side: 'right', minZoom: AT_ONCE });
		const others = [neighbour('right', 60), neighbour('left', 50)];
		const { a, b, c } = planOf([...stack, ...others]).sites;
		expect(a?.side).toBe('right');
		expectRoom(a?.minZoom, 60, REACH.right + MARK_HALF);
		for (const place of [b, c]) expect(place).toEqual({ side: 'right', minZoom: AT_ONCE });
	});
});

describe('a name of the ground', () => {
	const name = (place: LngLat, minZoom = 0): GroundName => {
		return { at: place, text: '湖区', size: 20, spacing: 0.5, minZoom };
	};
	const halfWidth = textWidth('湖区', 20, 0.5) / 2;
	const halfHeight = 0.7 * 20;

	test('stands at once, but not where it is not shown anyway', () => {
		const ground = [name(at(0, 0)), name(at(5e4, 5e4), 11)];
		expect(planOf([], { ground }).ground).toEqual([AT_ONCE, 11]);
	});

	test('stands once it is clear of marks and names of sites, and never on a mark', () => {
		const from = (right: number, down: number) =>
			planOf([site('pier', at(0, 0))], { ground: [name(at(right, down))] }).ground[0];
		expectRoom(from(-100, 0), 100, halfWidth + MARK_HALF);
		expectRoom(from(0, -100), 100, halfHeight + MARK_HALF);
		expectRoom(from(300, 0), 300, halfWidth + REACH.right);
		expect(from(0, 0)).toBe(Infinity);
	});

	test('gives way to those before it', () => {
		const ground = [name(at(0, 0)), name(at(100, 0)), name(at(0, 100))];
		const [first, beside, below] = planOf([], { ground }).ground;
		expect(first).toBe(AT_ONCE);
		expectRoom(beside, 100, 2 * halfWidth);
		expectRoom(below, 100, 2 * halfHeight);
	});

	test('does not give way to one that never stands', () => {
		const ground = [name(at(0, 0)), name(at(100, 0))];
		const [never, beside] = planOf([site('pier', at(0, 0))], { ground }).ground;
		expect(never).toBe(Infinity);
		expectRoom(beside, 100, halfWidth + REACH.right);
	});

	test('may reach beyond the atlas', () => {
		const limits = boundsOf(1, 1, 1, 1);
		expect(planOf([], { limits, ground: [name(at(0, 0))] }).ground).toEqual([AT_ONCE]);
	});
});

describe('the rows of marks', () => {
	const near = 0.0044;
	const far = 0.0046;
	const rowsOf = (sites: readonly MarkedSite[]) => Object.fromEntries(markRows(sites));

	test('stand around the anchor of the best known, which keeps its place', () => {
		const stack = [
			site('d', [90, 30], 'area'),
			site('c', [90, 30], 'approximate'),
			site('a', [90, 30]),
			site('e', [90, 30], 'area'),
			site('b', [90, 30])
		];
		expect(rowsOf(stack)).toEqual({ a: 0, b: 1, c: -1, d: 2, e: -2 });
	});

	test('are of marks that cover one another, not of those with a place of their own', () => {
		const middle = site('middle', [90, 30]);
		expect(rowsOf([middle, site('a', [90 + near, 30 - near])])).toEqual({ middle: 0, a: 1 });
		expect(rowsOf([middle, site('a', [90 + far, 30])])).toEqual({});
		expect(rowsOf([middle, site('a', [90, 30 - far])])).toEqual({});
		expect(rowsOf([site('a', null), site('b', null)])).toEqual({});
	});
});

test('a text is as wide as its letters: Chinese ones are square, Latin ones narrower', () => {
	expect(textWidth('名字', 10, 0)).toBe(20);
	expect(textWidth('na', 10, 0)).toBeLessThan(15);
	expect(textWidth('名字', 10, 0.2)).toBeCloseTo(24);
});
