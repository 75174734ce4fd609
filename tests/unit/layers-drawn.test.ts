import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { NO_GROUND } from '../../src/lib/style/ground';
import { isOutside, outsideTiles } from '../../src/lib/style/given-tiles';
import { legendOf } from '../../src/lib/style/legend';
import { outsideSource, type OutsideLayer } from '../../src/lib/style/outside';
import { ownSource } from '../../src/lib/style/own';
import { LIGHT } from '../../src/lib/style/palette';
import { globalState } from '../../src/lib/style/state';
import { widthOf } from '../../src/lib/style/strokes';
import { declarations, withSwitch } from '../../src/lib/style/style';

const tile = () => Promise.resolve(null);

describe('a layer from another address', () => {
	const outside = (more: Partial<OutsideLayer>) =>
		outsideSource(
			{
				id: 'outside-1',
				version: 3,
				minzoom: 2,
				maxzoom: 12,
				content: { size: 256 },
				opacity: 0.5,
				isShown: true,
				tile,
				...more
			},
			LIGHT
		);

	it('of pictures is one layer over its tiles, of their size and zooms', () => {
		const { source, layers } = outside({});
		const tiles = [outsideTiles('outside-1', 3)];
		expect(source).toEqual({ type: 'raster', tiles, minzoom: 2, maxzoom: 12, tileSize: 256 });
		expect(layers.map(({ type }) => type)).toEqual(['raster']);
		expect(layers[0]?.paint).toMatchObject({ 'raster-opacity': 0.5 });
	});

	it('of shapes is drawn from each of its parts, in order', () => {
		const { source, layers } = outside({ content: { layers: ['roads', 'parks'] } });
		expect(source).toMatchObject({ type: 'vector', minzoom: 2, maxzoom: 12 });
		const parts = layers.map((layer) => 'source-layer' in layer && layer['source-layer']);
		expect(parts.slice(0, parts.length / 2)).toEqual(['roads', 'roads', 'roads']);
		expect(new Set(parts.slice(3))).toEqual(new Set(['parks']));
	});

	it('is there and not visible while it is hidden, and keeps how its lines are laid out', () => {
		const content = { layers: ['roads'] };
		const layouts = (isShown: boolean) =>
			outside({ content, isShown }).layers.map(({ layout }) => layout);
		for (const layout of layouts(true)) expect(layout).toMatchObject({ visibility: 'visible' });
		for (const layout of layouts(false)) expect(layout).toMatchObject({ visibility: 'none' });
		expect(layouts(false)[1]).toMatchObject({ 'line-join': 'round' });
	});

	it('lies on the ground, and no click means anything on it', () => {
		expect(outside({})).toMatchObject({ isGround: true, picks: [], tile });
	});

	it('is told from the map’s own sources by its name', () => {
		expect(isOutside('outside-1')).toBe(true);
		for (const source of ['base', 'sites', 'an-outside-1', undefined])
			expect(isOutside(source)).toBe(false);
	});
});

describe('an own file', () => {
	const own = (isCompared: boolean) =>
		ownSource({ id: 'own-1', version: 'GCJ-02', isCompared, opacity: 0.5, tile }, LIGHT);
	const part = (layer: LayerSpecification) => 'source-layer' in layer && layer['source-layer'];

	it('is drawn where it belongs, and below that as it was read if that is compared', () => {
		expect(new Set(own(false).layers.map(part))).toEqual(new Set(['placed']));
		expect([...new Set(own(true).layers.map(part))]).toEqual(['as-read', 'placed']);
	});

	it('answers clicks only where it belongs, and lies over the ground', () => {
		const { layers, picks, isGround } = own(true);
		const placed = layers.filter((layer) => part(layer) === 'placed');
		expect(picks).toEqual(placed.map(({ id }) => id));
		expect(isGround).toBe(false);
	});

	it('is as faint as it is asked to be, its areas fainter than its lines', () => {
		const [areas, lines, points] = own(false).layers;
		expect(lines?.paint).toMatchObject({ 'line-opacity': 0.5 });
		expect(points?.paint).toMatchObject({ 'circle-opacity': 0.5, 'circle-stroke-opacity': 0.5 });
		const opacity = (areas?.paint as { 'fill-opacity': number })['fill-opacity'];
		expect(opacity).toBeGreaterThan(0);
		expect(opacity).toBeLessThan(0.5);
	});
});

describe('the order of layers', () => {
	const context = { palette: LIGHT, lang: 'zh' as const, lineColours: {} };
	const paper = (zorder: number) => {
		const layer: LayerSpecification = { id: 'other-ground', type: 'background' };
		return { zorder, group: null, layer };
	};
	const ids = (zorder: number) =>
		declarations(context, { ...NO_GROUND, declare: () => [paper(zorder)] }).map(
			({ layer }) => layer.id
		);

	it('has another ground where that says', () => {
		expect(ids(-1)[0]).toBe('other-ground');
		expect(ids(1e6).at(-1)).toBe('other-ground');
	});

	it('can not have two in one place', () => {
		const [lowest] = declarations(context, NO_GROUND);
		expect(() => ids(lowest!.zorder)).toThrow(`both have zorder ${lowest!.zorder}.`);
	});
});

describe('a switched group', () => {
	const line: LayerSpecification = {
		id: 'a',
		type: 'line',
		source: 'base',
		layout: { 'line-cap': 'round' },
		paint: { 'line-color': '#000' }
	};
	const factor = ['number', ['global-state', 'opacity-rail'], 1];
	const opacityOf = (opacity?: unknown) => {
		const paint = { ...line.paint, ...(opacity !== undefined && { 'line-opacity': opacity }) };
		const layer = { ...line, paint } as LayerSpecification;
		const { paint: dimmed } = withSwitch({ zorder: 1, group: 'rail', layer });
		return (dimmed as Record<string, unknown>)['line-opacity'];
	};

	it('leaves a layer that belongs to none as it is', () => {
		expect(withSwitch({ zorder: 1, group: null, layer: line })).toBe(line);
	});

	it('shows, hides and fades a layer, and keeps the rest of it', () => {
		expect(withSwitch({ zorder: 1, group: 'rail', layer: line })).toEqual({
			...line,
			layout: {
				'line-cap': 'round',
				visibility: ['case', ['global-state', 'show-rail'], 'visible', 'none']
			},
			paint: { 'line-color': '#000', 'line-opacity': ['*', 1, factor] }
		});
	});

	it('fades what is faint already, and each stop of what depends on the zoom', () => {
		expect(opacityOf(0.4)).toEqual(['*', 0.4, factor]);
		expect(opacityOf(['case', true, 1, 0])).toEqual(['*', ['case', true, 1, 0], factor]);
		expect(opacityOf(['interpolate', ['linear'], ['zoom'], 10, 0.2, 14, 0.6])).toEqual([
			'interpolate',
			['linear'],
			['zoom'],
			...[10, ['*', 0.2, factor]],
			...[14, ['*', 0.6, factor]]
		]);
	});
});

it('the state of the map is all shown, whole and present unless it is told otherwise', () => {
	const state = globalState({});
	expect(state).toMatchObject({ day: 0, chosen: [], 'left-out': [], statuses: {}, doubtful: [] });
	for (const [name, value] of Object.entries(state)) {
		if (name.startsWith('show-')) expect(value, name).toBe(true);
		if (name.startsWith('opacity-')) expect(value, name).toBe(1);
	}
});

it('the state of the map has the day as a number, and the statuses of which nobody is certain', () => {
	const statuses = {
		pier: { status: 'open' as const, basis: 'known' as const },
		quay: { status: 'planned' as const, basis: 'uncertain' as const }
	};
	expect(
		globalState({ date: '2025-06-27', statuses: statuses, opacity: { rail: 40 } })
	).toMatchObject({
		day: 20250627,
		statuses: { pier: 'open', quay: 'planned' },
		doubtful: ['quay'],
		'opacity-rail': 0.4,
		'opacity-roads': 1
	});
});

it('a casing is wider than its line at every zoom, by as much', () => {
	const stroke = { color: '#000', width: [1, 2, 4] as [number, number, number] };
	const stops = (add?: number) => widthOf(stroke, add).slice(3);
	expect(stops()).toEqual([10, 1, 13, 2, 16, 4]);
	expect(stops(1.5)).toEqual([10, 2.5, 13, 3.5, 16, 5.5]);
});

describe('the legend', () => {
	const line = (id: string, status: 'open' | 'existing' | 'planned') => {
		return { id, status, name: { zh: '线', en: 'Line' }, colour: '#C8102E' };
	};

	it('has the statuses that some site has, in the order of all', () => {
		const sites = [{ status: 'unknown' as const }, { status: 'open' as const }];
		const { statuses } = legendOf({ sites, lines: [] }, LIGHT);
		expect(statuses.map(({ status }) => status)).toEqual(['open', 'unknown']);
	});

	it('draws lines in their colours, those that nobody rides yet dashed', () => {
		const lines = [line('a', 'open'), line('b', 'existing'), line('c', 'planned')];
		const swatches = legendOf({ sites: [], lines }, LIGHT).lines.map(({ swatch }) => swatch);
		const strokes = swatches.map((swatch) => (swatch.type === 'line' ? swatch.stroke : null));
		expect(strokes.map((stroke) => stroke?.color)).toEqual(Array(3).fill('#C8102E'));
		expect(strokes.map((stroke) => stroke?.dash !== undefined)).toEqual([false, false, true]);
	});
});
