import type { Feature } from 'geojson';
import type { Bilingual, Bounds, LayerType } from '../lib/atlas/schema';
import { anchorOf } from '../lib/geo/anchor';
import { geometryBounds } from '../lib/geo/bounds';
import { BASE_ZOOMS } from '../lib/style/declaration';
import { BASE_TYPES } from './base-types';
import { encodeTile, indexFeatures, walkTiles } from './mvt';
import type { ArchiveInfo, Tile } from './pmtiles-writer';
import type { SourceFeature, SourceLayer } from './types';

/**
 * Cuts the layers of the base map into vector tiles (MVT 2), one tile layer for each source
 * layer, by its id, and one with the names of areas (`areaNames`). A tile feature has a number as its id (its place in the file, from 1) and the
 * properties `id`, `name_zh`, `name_en`, `class` or `kind`, and `schematic`, each only where the
 * source has it. Simplified to under half a pixel below `maxzoom`, where every vertex is kept.
 * Tiles without features are left out; the same layers always give the same bytes.
 *
 * @param options zooms of 512-pixel tiles, both included
 */
export function cutTiles(
	layers: readonly SourceLayer[],
	options: { minzoom: number; maxzoom: number } = {
		minzoom: BASE_ZOOMS.min,
		maxzoom: BASE_ZOOMS.max
	}
): Tile[] {
	const base = baseLayers(layers);
	const indices = base.map((layer) => indexFeatures(layer.features.map(flat), options.maxzoom));
	const tiles: Tile[] = [];
	for (const { z, x, y, cuts } of walkTiles(indices, options)) {
		const data = encodeTile(
			base.map(({ record }, i) => ({ id: record.id, features: cuts[i] ?? [] }))
		);
		if (data) tiles.push({ z, x, y, data });
	}
	return tiles;
}

/**
 * What the base layers cover, `[west, south, east, north]` in WGS-84 degrees.
 *
 * @throws Error if none of their features has a geometry
 */
export function tileExtent(layers: readonly SourceLayer[]): Bounds {
	const geometries = baseLayers(layers).flatMap(({ features }) =>
		features.flatMap(({ geometry }) => geometry ?? [])
	);
	if (geometries.length === 0)
		throw new Error(`No base layer (${BASE_TYPES.join(', ')}) has a feature with a geometry.`);
	return geometryBounds({ type: 'GeometryCollection', geometries });
}

/** The features of the tile layers before they are cut, by the layer's id. */
export function tileFeatures(layers: readonly SourceLayer[]): Map<string, Feature[]> {
	return new Map(
		baseLayers(layers).map(({ record, features }) => [
			record.id,
			features.filter(({ geometry }) => geometry !== null).map(flat)
		])
	);
}

/** The base layers as the archive's metadata lists them. */
export function tileLayers(layers: readonly SourceLayer[]): ArchiveInfo['layers'] {
	return baseLayers(layers).map(({ record }) => ({ id: record.id, fields: FIELDS[record.type] }));
}

const NAMED = { id: 'String', name_zh: 'String', name_en: 'String' } as const;

const FIELDS: Record<LayerType, ArchiveInfo['layers'][number]['fields']> = {
	water: { ...NAMED, kind: 'String' },
	green: NAMED,
	road: { ...NAMED, class: 'String', schematic: 'Boolean' },
	railway: NAMED,
	label: { ...NAMED, class: 'String' },
	'metro-track': {},
	'metro-station': {}
};

function baseLayers(layers: readonly SourceLayer[]): SourceLayer[] {
	return layers
		.filter(({ record }) => BASE_TYPES.includes(record.type))
		.flatMap((layer) => [layer, ...areaNames(layer)]);
}

/**
 * The names of areas as points of a layer of their own, `<id>-names`: a name set on a polygon
 * would stand once in every tile that the polygon crosses. Rivers are too long for one point;
 * a label layer names them.
 */
function areaNames({ record, file, features }: SourceLayer): SourceLayer[] {
	if (record.type !== 'green' && record.type !== 'water') return [];
	const named = features.flatMap((feature): typeof features => {
		const { name, kind } = feature.properties;
		if (!name || kind === 'river' || !feature.geometry) return [];
		const at = anchorOf(feature.geometry);
		return at ? [{ ...feature, geometry: { type: 'Point', coordinates: at } }] : [];
	});
	return [{ record: { ...record, id: `${record.id}-names` }, file, features: named }];
}

function flat({ id, geometry, properties }: SourceFeature<Record<string, unknown>>, index: number) {
	const name = properties['name'] as Bilingual | null;
	const { class: category, kind, schematic, nameConfidence } = properties;
	return {
		type: 'Feature',
		id: index + 1,
		geometry,
		properties: {
			id,
			// A name that was only guessed is for the data's readers, not for the map.
			...(name && nameConfidence !== 'low' && { name_zh: name.zh, name_en: name.en }),
			...(category !== undefined && { class: category }),
			...(kind !== undefined && { kind }),
			...(schematic === true && { schematic })
		}
	} as Feature;
}
