import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { drawnGround } from '../../src/lib/draft/drawn-ground';
import { drawnSites } from '../../src/lib/draft/drawn-sites';
import { snapLines } from '../../src/lib/draft/snap-lines';
import { snapTo } from '../../src/lib/geo/snap';
import { draftSource, draftStyle } from '../../src/lib/style/draft-style';
import { PALETTES } from '../../src/lib/style/palette';
import { folderTexts } from '../support/studio';

const SECOND = new Map(Object.entries(folderTexts('tests/fixtures/second-atlas')));

describe('draftStyle', () => {
	it.each(
		(['zh', 'en'] as const).flatMap((lang) =>
			Object.values(PALETTES).map((palette) => ({ lang, palette }))
		)
	)(
		'is valid in $lang with the $palette.name palette, and asks nothing of anybody',
		({ lang, palette }) => {
			const style = draftStyle([{ id: 'line-6', colour: '#F65D9B' }], palette, lang);
			expect(validateStyleMin(style)).toEqual([]);
			expect(JSON.stringify(style)).not.toMatch(/https?:|atlas-base:/);
		}
	);

	it('has a source for all that a draft draws', () => {
		const { sources } = draftStyle([], PALETTES.light, 'en');
		for (const id of drawnGround(SECOND).layers.keys())
			expect(sources).toHaveProperty(draftSource(id));
	});
});

describe('drawnGround', () => {
	it('draws the layers of a draft', () => {
		const { layers, lines, credits } = drawnGround(SECOND);
		expect(layers.get('water')?.features.length).toBeGreaterThan(0);
		expect(layers.get('metro-lines')?.features.length).toBeGreaterThan(0);
		expect(lines.length).toBeGreaterThan(0);
		expect(credits.length).toBeGreaterThan(0);
	});

	it('draws the rest where something is broken', () => {
		const whole = drawnGround(SECOND).layers.get('metro-lines')?.features.length ?? 0;
		const names = drawnGround(new Map([...SECOND, ['layers/jialing.geojson', '{"features": ']]));
		expect(names.layers.get('metro-lines')?.features).toHaveLength(whole);
		const noLines = drawnGround(new Map([...SECOND, ['lines.json', '{"lines": [7]}']]));
		expect(noLines.layers.get('metro-lines')?.features).toHaveLength(0);
		expect(noLines.layers.get('water')?.features.length).toBeGreaterThan(0);
		expect(drawnGround(new Map()).layers.size).toBeGreaterThan(0);
	});
});

describe('drawnSites', () => {
	it('draws what there is of sites that are not finished', () => {
		const features = [
			{ id: 'empty' },
			{ id: 'odd', geometry: { type: 'Point', coordinates: ['x', 2] }, properties: 7 },
			{
				id: 'placed',
				geometry: { type: 'Point', coordinates: [106.5, 29.5] },
				properties: { name: { zh: '某地' }, location: { precision: 'area', accuracy: 300 } }
			},
			{ geometry: null }
		];
		const draft = new Map([['sites.geojson', JSON.stringify({ features })]]);
		expect(
			drawnSites(draft).map(({ id, name, anchor, status, location: { precision, accuracy } }) => {
				return { id, name: name.en, anchor, status, precision, accuracy };
			})
		).toEqual([
			{
				id: 'empty',
				name: 'empty',
				anchor: null,
				status: 'unknown',
				precision: 'approximate',
				accuracy: null
			},
			{
				id: 'odd',
				name: 'odd',
				anchor: null,
				status: 'unknown',
				precision: 'approximate',
				accuracy: null
			},
			{
				id: 'placed',
				name: '某地',
				anchor: [106.5, 29.5],
				status: 'unknown',
				precision: 'area',
				accuracy: 300
			}
		]);
		expect(drawnSites(new Map([['sites.geojson', 'no JSON']]))).toEqual([]);
	});
});

describe('snapLines', () => {
	it('holds the tracks of the metro, joined', () => {
		const ground = drawnGround(SECOND);
		const lines = snapLines(ground);
		const tracks = ground.layers.get('metro-lines')!.features;
		expect(lines.length).toBeLessThan(tracks.length);
		for (const { geometry } of tracks) {
			if (geometry.type !== 'LineString') throw new Error(`A track is a ${geometry.type}.`);
			const [first] = geometry.coordinates;
			expect(snapTo(first!, lines, 1)).toEqual(first);
		}
	});
});
