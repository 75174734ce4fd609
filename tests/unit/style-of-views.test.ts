import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATUSES } from '../../src/lib/atlas/terms';
import { NO_GROUND } from '../../src/lib/style/ground';
import { protomapsGround } from '../../src/lib/style/layers/protomaps';
import { tiandituGround } from '../../src/lib/style/layers/tianditu';
import { namePlan } from '../../src/lib/style/name-plan';
import { outsideSource } from '../../src/lib/style/outside';
import { withOverlay } from '../../src/lib/style/overlay';
import { DARK, LIGHT } from '../../src/lib/style/palette';
import { globalState, opacityState, shownState } from '../../src/lib/style/state';
import { style } from '../../src/lib/style/style';
import type { View } from '../../src/lib/view/view';
import { fixtureAtlas } from '../support/fixture-atlas';
import { views } from '../support/random-views';
import { runs } from '../support/runs';

const atlas = fixtureAtlas();
const names = namePlan(atlas.sites, 'zh', atlas.bounds).sites;
const ids = fc.subarray(atlas.sites.map(({ id }) => id));
const assets = { fonts: [{ url: 'https://example.org/all.woff2' }] };
const tile = () => Promise.resolve(null);

/** What lies under the sites of a view; `undefined`: our own. */
function groundOf({ base }: View) {
	if (base === 'embedded') return undefined;
	if (base === 'none') return NO_GROUND;
	if (base === 'tianditu') return tiandituGround(1, { map: tile, names: tile });
	return protomapsGround({ version: 1, minzoom: 0, maxzoom: 15, tile });
}

test('the style of any view is valid, and its state says what the view hides and fades', () => {
	const statuses = fc.dictionary(
		fc.constantFrom(...atlas.sites.map(({ id }) => id)),
		fc.record({
			status: fc.constantFrom(...STATUSES),
			basis: fc.constantFrom('known' as const, 'uncertain' as const)
		})
	);
	const palettes = fc.constantFrom(LIGHT, DARK);
	const langs = fc.constantFrom('zh' as const, 'en' as const);
	fc.assert(
		fc.property(views, palettes, langs, ids, statuses, (view, palette, lang, some, told) => {
			const state = globalState({ ...view, chosen: some, leftOut: some, statuses: told });
			const plain = withOverlay(
				style(atlas, names, palette, lang, assets, groundOf(view)),
				palette
			);
			const outside = view.overlays.map(({ kind, opacity, isShown }, i) =>
				outsideSource(
					{
						id: `outside-${i}`,
						version: i,
						minzoom: 0,
						maxzoom: 14,
						content: kind === 'geojson' ? { layers: ['features'] } : { size: 256 },
						opacity: opacity / 100,
						isShown,
						tile
					},
					palette
				)
			);
			const whole: StyleSpecification = {
				...plain,
				state: Object.fromEntries(
					Object.entries(state).map(([key, value]) => [key, { default: value }])
				),
				sources: {
					...plain.sources,
					...Object.fromEntries(outside.map(({ id, source }) => [id, source]))
				},
				layers: [...plain.layers, ...outside.flatMap(({ layers }) => layers)]
			};
			expect(validateStyleMin(whole)).toEqual([]);
			expect(Object.keys(state).sort()).toEqual(Object.keys(plain.state ?? {}).sort());
			expect(new Set(whole.layers.map(({ id }) => id)).size).toBe(whole.layers.length);
			for (const layer of whole.layers)
				if ('source' in layer) expect(Object.keys(whole.sources)).toContain(layer.source);
			for (const group of ['sites', 'rail', 'roads', 'nature', 'labels'] as const) {
				expect(state[shownState(group)]).toBe(!view.hidden.includes(group));
				expect(state[opacityState(group)]).toBe((view.opacity[group] ?? 100) / 100);
			}
		}),
		runs(15)
	);
});
