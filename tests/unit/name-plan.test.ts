import { expect, test } from 'vitest';
import { toWorld } from '../../src/lib/geo/mercator';
import { markRows, ROW_HEIGHT } from '../../src/lib/style/mark-rows';
import { MARK_SIZE } from '../../src/lib/style/marks';
import { namePlan } from '../../src/lib/style/name-plan';
import { NAME, textWidth, type NamePlace } from '../../src/lib/style/name-place';
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
