import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import type { Feature, Geometry } from 'geojson';
import { geometryBounds } from '../lib/geo/bounds';
import { fieldTypes } from './field-types';
import { parseGeojson } from './geojson-input';
import { encodeTile, indexFeatures, MVT_EXTENT, walkTiles } from '../lib/geo/mvt';
import { writePmtiles, type Tile } from './pmtiles-writer';
import { PointIndex } from './point-index';
import type { Issue } from '../lib/source/types';
import { zoomRange } from './zoom-range';

/** Largest tile, in bytes before compression. */
export const TILE_LIMIT = 500_000;

/** An archive made of a GeoJSON file, and what it took. */
export interface MadeTiles {
	archive: Uint8Array;
	features: number;
	tiles: number;
	minzoom: number;
	maxzoom: number;
	/** Tiles from which features were left out to keep them below the limit. */
	thinned: number;
	/** Features that are missing even at `maxzoom`. */
	lost: number;
}

/**
 * Makes a PMTiles archive with one layer of any GeoJSON. Zooms follow from extent and number
 * (`zoomRange`). Where a tile would exceed 500 kB, of points that share a cell of 1, 2, 4 …
 * pixels only one is kept, chosen without regard to their order in the file, and lines and areas
 * smaller than the cell are left out; so what is dense still looks dense, and the choice is the same in each run.
 *
 * @param name of the layer and the archive; `<name>.geojson` in messages
 */
export function tilesFromGeojson(
	text: string,
	name: string
): { ok: true; value: MadeTiles } | { ok: false; issues: Issue[] } {
	const read = parseGeojson(text, `${name}.geojson`);
	if (read.issues.length > 0) return { ok: false, issues: read.issues };
	const features = read.features.flatMap(numbered);
	const geometries = features.map(({ geometry }) => geometry);
	const bounds = geometryBounds({ type: 'GeometryCollection', geometries });
	const zooms = zoomRange(features, bounds);
	const counts = { tiles: 0, thinned: 0, lost: 0 };
	const { archive } = writePmtiles(cut(features, name, zooms, counts), {
		name,
		attribution: '',
		bounds,
		layers: [{ id: name, fields: fieldTypes(features) }]
	});
	return { ok: true, value: { archive, features: read.features.length, ...zooms, ...counts } };
}

/** With the place in the file, from 1, as its number, and its own id as a property. */
function numbered({ id, geometry, properties }: Feature, index: number): Feature[] {
	const own = id === undefined ? properties : { id, ...properties };
	return simple(geometry).map((part) => ({
		type: 'Feature',
		id: index + 1,
		geometry: part,
		properties: own
	}));
}

function simple(geometry: Geometry): Geometry[] {
	return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(simple) : [geometry];
}

function* cut(
	features: readonly Feature[],
	name: string,
	zooms: { minzoom: number; maxzoom: number },
	counts: Pick<MadeTiles, 'tiles' | 'thinned' | 'lost'>
): Generator<Tile> {
	const shapes = features.filter(({ geometry }) => !geometry.type.endsWith('Point'));
	const indices = [indexFeatures(shapes, zooms.maxzoom), new PointIndex(features)];
	for (const { z, x, y, cuts } of walkTiles(indices, zooms)) {
		const all = cuts.flat();
		const { data, kept } = encodeWithinLimit(name, all);
		if (!data) continue;
		counts.tiles++;
		if (kept < all.length) counts.thinned++;
		if (z === zooms.maxzoom) counts.lost += all.length - kept;
		yield { z, x, y, data };
	}
}

function encodeWithinLimit(id: string, all: GeoJSONVTFeature[]) {
	let features = all;
	let data = encodeTile([{ id, features }]);
	for (let cell = MVT_EXTENT / 512; data && data.length > TILE_LIMIT; cell *= 2) {
		if (cell > MVT_EXTENT) break;
		features = thin(all, cell);
		data = encodeTile([{ id, features }]);
	}
	return { data, kept: features.length };
}

/** One point a cell, and lines and areas at least as large as one; in the same order. */
function thin(features: readonly GeoJSONVTFeature[], cell: number): GeoJSONVTFeature[] {
	const best = new Map<number, GeoJSONVTFeature>();
	for (const feature of features) {
		if (feature.type !== 1) continue;
		const key = cellOf(feature.geometry[0]!, cell);
		const other = best.get(key);
		if (!other || rank(feature.id) < rank(other.id)) best.set(key, feature);
	}
	return features.filter((feature) =>
		feature.type === 1
			? best.get(cellOf(feature.geometry[0]!, cell)) === feature
			: sizeOf(feature.geometry) >= cell
	);
}

function cellOf([x, y]: [number, number], cell: number): number {
	return Math.floor(x / cell) * MVT_EXTENT + Math.floor(y / cell);
}

/** The longer side of a shape's box, in tile units. */
function sizeOf(paths: [number, number][][]): number {
	const side = (axis: 0 | 1) => {
		let low = Infinity;
		let high = -Infinity;
		for (const path of paths) {
			for (const point of path) {
				low = Math.min(low, point[axis]);
				high = Math.max(high, point[axis]);
			}
		}
		return high - low;
	};
	return Math.max(side(0), side(1));
}

/**
 * Shuffles whole numbers always the same way: neighbours in a file are often of one kind.
 * Source: Knuth, The Art of Computer Programming, vol. 3, 6.4 (multiplicative hashing).
 */
function rank(id: number | string | undefined): number {
	return Math.imul(Number(id), 0x9e3779b1) >>> 0;
}
