import type { Feature, Geometry } from 'geojson';
import type { Bounds } from '../../src/lib/atlas/schema';
import { encodeTile, indexFeatures, walkTiles } from '../../src/lib/geo/mvt';
import { toWorld } from '../../src/lib/geo/mercator';
import type { Tile } from '../../src/lib/compile/tile';
import { writePmtiles } from '../../src/pipeline/pmtiles-writer';

type Layers = Record<string, Feature[]>;
const ZOOMS = { minzoom: 0, maxzoom: 14 };

/**
 * A small archive of the Protomaps basemap, version 4: earth everywhere, a lake in the western half
 * of the bounds with a name in three languages, a motorway along the middle, and an outline of an
 * administrative area, which no map of ours may show.
 */
export function protomapsArchive(bounds: Bounds): Uint8Array {
	const [west, south, east, north] = bounds;
	const [x, y] = [(west + east) / 2, (south + north) / 2];
	return archiveOf(bounds, {
		earth: [feature(box(bounds), { kind: 'earth' })],
		water: [feature(box([west, south, x, north]), { kind: 'lake' })],
		roads: [
			feature(line([west, y], [east, y]), { kind: 'highway', kind_detail: 'motorway', name: 'G1' })
		],
		boundaries: [feature(line([x, south], [x, north]), { kind: 'county', kind_detail: 6 })],
		places: [
			feature(
				{ type: 'Point', coordinates: [(x + east) / 2, (y + north) / 2] },
				{
					kind: 'locality',
					name: 'Local',
					'name:zh-Hans': '龘靐齉',
					'name:en': 'Quux',
					min_zoom: 6
				}
			)
		]
	});
}

/** An archive of vector tiles with these layers. */
export function archiveOf(bounds: Bounds, layers: Layers): Uint8Array {
	const ids = Object.keys(layers);
	const indices = Object.values(layers).map((all) => indexFeatures(all, ZOOMS.maxzoom));
	const tiles: Tile[] = [];
	for (const { z, x, y, cuts } of walkTiles(indices, ZOOMS)) {
		// A district is a few hundred tiles at zoom 12; above, these are stretched anyway.
		if (z > 12) continue;
		const data = encodeTile(ids.map((id, i) => ({ id, features: cuts[i] ?? [] })));
		if (data) tiles.push({ z, x, y, data });
	}
	return writePmtiles(tiles, {
		name: 'Basemap',
		attribution: '<a href="https://example.org">© Testers</a>',
		bounds,
		layers: ids.map((id) => ({ id, fields: { kind: 'String' } }))
	}).archive;
}

/** An archive whose tiles all over the bounds, at zoom 11, are the same PNG picture. */
export function picturesArchive([west, south, east, north]: Bounds, png: Uint8Array): Uint8Array {
	const z = 11;
	const tiles: Tile[] = [];
	const [left, top] = toWorld([west, north], z).map((pixel) => Math.floor(pixel / 512)) as Corner;
	const [right, bottom] = toWorld([east, south], z).map((pixel) =>
		Math.floor(pixel / 512)
	) as Corner;
	for (let x = left; x <= right; x++)
		for (let y = top; y <= bottom; y++) tiles.push({ z, x, y, data: png });
	const { archive } = writePmtiles(tiles, {
		name: 'Pictures',
		attribution: '© Testers',
		bounds: [west, south, east, north],
		layers: []
	});
	// The header's kind of tile: our writer makes vector tiles only.
	archive[99] = 2;
	return archive;
}

type Corner = [number, number];

function feature(geometry: Geometry, properties: Record<string, unknown>): Feature {
	return { type: 'Feature', geometry, properties };
}

function line(...coordinates: [number, number][]): Geometry {
	return { type: 'LineString', coordinates };
}

function box([west, south, east, north]: Bounds): Geometry {
	return {
		type: 'Polygon',
		coordinates: [
			[
				[west, south],
				[east, south],
				[east, north],
				[west, north],
				[west, south]
			]
		]
	};
}
