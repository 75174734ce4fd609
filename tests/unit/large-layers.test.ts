import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bounds } from '../../src/lib/atlas/schema';
import { baseLayers } from '../../src/lib/compile/base-layers';
import { compile } from '../../src/lib/compile/compile';
import { fitLayers } from '../../src/lib/compile/crowded-tile';
import { TILE_LIMIT } from '../../src/lib/compile/fit-tile';
import {
	BRIEF_LAYER,
	LARGE_LAYER,
	briefLayers,
	isLarge,
	largeZooms
} from '../../src/lib/compile/large-layers';
import { cutTiles } from '../../src/lib/compile/tile';
import type { SourceData, SourceLayer } from '../../src/lib/source/types';
import { baseMap, largeTiles } from '../../src/pipeline/base-map';
import { mapFeatures } from '../../src/pipeline/draw';
import { groundJson } from '../../src/pipeline/ground-file';
import { groundNames } from '../../src/pipeline/ground-names';
import { homeMap } from '../../src/pipeline/home-map';
import { layerFacts } from '../../src/pipeline/layer-facts';
import { readAtlas } from '../../src/pipeline/read-folder';
import { readFixture } from '../support/fixture-data';
import { manyRoads } from '../support/many-roads';

const AREA: Bounds = [90, 0, 90.2, 0.2];

function roadsIn(layers: readonly SourceLayer[]) {
	return layers.flatMap(({ record, features }) => (record.type === 'road' ? features : []));
}

describe('briefLayers', () => {
	test('gives back the very layers that are not large', async () => {
		const { data } = await readAtlas('geodata');
		const layers = data?.layers ?? [];
		expect(layers.length).toBeGreaterThan(3);
		const brief = briefLayers(layers);
		for (const [i, layer] of layers.entries()) expect(brief[i]).toBe(layer);
	});

	test('keeps of a large layer what fits: by class, then named, then long, in the same order', () => {
		const layer = manyRoads(4000, AREA);
		const [brief] = briefLayers([layer], 100_000);
		const kept = roadsIn(brief ? [brief] : []);
		const ids = new Set(kept.map(({ id }) => id));
		const lost = layer.features.filter(({ id }) => !ids.has(id));
		expect(kept.length).toBeGreaterThan(100);
		expect(JSON.stringify(kept).length).toBeLessThan(2 * BRIEF_LAYER);
		expect(kept.map(({ index }) => index)).toEqual(
			kept.map(({ index }) => index).toSorted((a, b) => a - b)
		);
		expect(new Set(kept.map(({ properties }) => properties['class']))).toEqual(
			new Set(['motorway'])
		);
		const isBest = (one: (typeof lost)[number]) =>
			one.properties['class'] === 'motorway' && one.properties['name'] !== null;
		expect(lost.filter(isBest)).toEqual([]);
		const widths = (list: typeof lost) =>
			list
				.filter(({ properties }) => properties['class'] === 'motorway' && !properties['name'])
				.map(({ id }) => widthOf(layer, id));
		expect(Math.min(...widths(kept))).toBeGreaterThanOrEqual(Math.max(...widths(lost)));
		expect(briefLayers([manyRoads(4000, AREA)], 100_000)).toEqual([brief]);
	});

	test('draws one area as large as a layer with fewer corners, and does not leave it out', () => {
		const layer = manyRoads(1, AREA);
		const ring = Array.from({ length: 60_000 }, (_, i) => {
			const [angle, radius] = [(i / 60_000) * 2 * Math.PI, i % 2 === 0 ? 0.1 : 0.0999];
			return [90 + Math.cos(angle) * radius, Math.sin(angle) * radius];
		});
		const [first] = layer.features;
		const lake: SourceLayer = {
			...layer,
			record: { ...layer.record, type: 'water' },
			features: [{ ...first!, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } }]
		};
		expect(isLarge(lake)).toBe(true);
		const [brief] = briefLayers([lake]);
		expect(brief?.features).toHaveLength(1);
		expect(JSON.stringify(brief?.features).length).toBeLessThan(2 * BRIEF_LAYER);
	});

	test('takes the metro as it is, however large', () => {
		const layer = manyRoads(4000, AREA);
		const tracks: SourceLayer = { ...layer, record: { ...layer.record, type: 'metro-track' } };
		expect(isLarge(layer, 100_000)).toBe(true);
		expect(isLarge(tracks, 100_000)).toBe(false);
	});
});

function widthOf({ features }: SourceLayer, id: string): number {
	const one = features.find((feature) => feature.id === id)?.geometry;
	if (one?.type !== 'LineString') throw new Error(`${id} is no line`);
	const xs = one.coordinates.map(([x = NaN]) => x);
	return Math.max(...xs) - Math.min(...xs);
}

describe('an atlas with a large layer', () => {
	let small: SourceData;
	let large: SourceData;

	beforeAll(async () => {
		small = await readFixture();
		const roads = manyRoads(6000, small.atlas.bounds);
		large = { ...small, layers: [...small.layers, roads] };
		expect(isLarge(roads), `above ${LARGE_LAYER} bytes`).toBe(true);
	});

	test('has no archive of large layers without one', () => {
		expect(largeTiles(small)).toBeNull();
	});

	test('has a first page and files of features about as large as without it', () => {
		const page = (data: SourceData) => {
			const atlas = compile(data);
			return homeMap(mapFeatures(data, atlas), atlas).get('home-map.zh.html')!.length;
		};
		expect(page(large) - page(small)).toBeLessThan(20_000);
		const ground = (data: SourceData) => groundJson(data, compile(data)).length;
		expect(ground(large) - ground(small)).toBeGreaterThan(1000);
		expect(ground(large) - ground(small)).toBeLessThan(100_000);
		const { bytes } = baseMap(large).file;
		expect(bytes - baseMap(small).file.bytes).toBeLessThan(100_000);
	});

	test('has all of it in the tiles that are asked for one by one, behind the first view', () => {
		const { minzoom, maxzoom } = largeZooms(large.atlas);
		expect(largeTiles(large)?.file.minzoom).toBe(minzoom);
		const tiles = cutTiles(baseLayers(large.layers, large.lines), { minzoom, maxzoom }, fitLayers);
		for (const { z, x, y, data } of tiles)
			expect(data.length, `${z}/${x}/${y}`).toBeLessThanOrEqual(TILE_LIMIT);
		const names = new Set(tiles.filter(({ z }) => z === maxzoom).flatMap(namesIn));
		const named = roadsIn(large.layers).flatMap(({ properties }) => {
			const name = properties['name'] as { en: string } | null;
			return name?.en.startsWith('Test Road') ? [name.en] : [];
		});
		expect(named).toHaveLength(600);
		expect(named.filter((name) => !names.has(name))).toEqual([]);
	});

	test('lists all its names, and how many features it has instead of where each is', () => {
		expect(groundNames(large).road.map(({ en }) => en)).toContain('Test Road 5990');
		const facts = layerFacts(large).at(-1);
		expect(facts).toMatchObject({ id: 'many-roads', count: 6000 });
		expect(facts).not.toHaveProperty('boxes');
	});
});

test('a tile without room for all keeps its small layers whole and thins the large one', () => {
	const roads = manyRoads(2000, AREA);
	const lakes: SourceLayer = {
		...roads,
		record: { ...roads.record, type: 'label' },
		features: roads.features.slice(0, 10).map((feature) => ({
			...feature,
			geometry: { type: 'Point', coordinates: [90.1, 0.1] },
			properties: { name: { zh: '湖', en: 'Lake' }, class: 'borough' }
		}))
	};
	const limit = 8000;
	const zooms = { minzoom: 9, maxzoom: 12 };
	const base = baseLayers([roads, lakes], []);
	const thinned = cutTiles(base, zooms, (layers) => fitLayers(layers, limit));
	const whole = cutTiles(base, zooms);
	expect(Math.max(...whole.map(({ data }) => data.length))).toBeGreaterThan(limit);
	expect(thinned).toHaveLength(whole.length);
	for (const [i, { data }] of thinned.entries()) {
		expect(data.length).toBeLessThanOrEqual(limit);
		const [kept, all] = [layersOf(data), layersOf(whole[i]!.data)];
		expect(kept['labels']?.length).toBe(all['labels']?.length);
		if (whole[i]!.data.length > limit) expect(data.length).toBeGreaterThan(limit / 2);
	}
});

function layersOf(data: Uint8Array) {
	return new VectorTile(new PbfReader(data)).layers;
}

function namesIn({ data }: { data: Uint8Array }): unknown[] {
	const { roads } = layersOf(data);
	return Array.from({ length: roads?.length ?? 0 }, (_, i) => {
		return roads!.feature(i).properties['name_en'];
	});
}
