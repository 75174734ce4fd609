import { simplify } from '@turf/simplify';
import type { Bounds } from '../atlas/schema';
import { homeCamera } from '../geo/camera';
import { geometryBounds } from '../geo/bounds';
import { positionsOf } from '../geo/parts';
import { isBaseType } from '../source/base-types';
import type { SourceFeature, SourceLayer } from '../source/types';
import { BASE_ZOOMS } from '../style/declaration';
import { importanceOf } from './importance';

type GroundFeature = SourceFeature<Record<string, unknown>>;

/**
 * Bytes of a layer, as `bytesOf` counts them, above which it is large. A layer stands three times
 * in what a reader keeps for use without a network, of which all is to stay under 8 MiB: in the
 * tiles, in `ground.json` and as a download. With a larger one, that and the drawn map of the first
 * page would be mostly this layer. Those of Nan'an have 150 kB at most.
 */
export const LARGE_LAYER = 1_000_000;

/**
 * Bytes of the features that stand for a large layer where all of it has no room. As much as the
 * whole drawn map of the first page at most, of which they end up as less than half: what is too
 * small or too near to be drawn there is left out.
 */
export const BRIEF_LAYER = 40_000;

/** About 10 m: less than a pixel at the zooms at which these features stand for all. */
const TOLERANCE = 1e-4;

/** The widest map on which a first view is to show what the drawing before it shows; CSS pixels. */
const SCREEN = { width: 1440, height: 900 };

/**
 * Whether all of a layer is only in the tiles of `largeTiles`. Layers of the metro never are: their
 * features depend on one another.
 *
 * @param limit bytes
 */
export function isLarge({ record, features }: SourceLayer, limit = LARGE_LAYER): boolean {
	if (!isBaseType(record.type)) return false;
	return features.reduce((sum, feature) => sum + bytesOf(feature), 0) > limit;
}

/**
 * The layers with the most important features alone of those that are large: by class, then those
 * with a name, then the longest, as many as there is room for, in the order of the file, with
 * vertices left out that change them by less than 10 m. Other layers are the same objects.
 *
 * @param limit bytes above which a layer is large
 */
export function briefLayers(layers: readonly SourceLayer[], limit = LARGE_LAYER): SourceLayer[] {
	return layers.map((layer) =>
		isLarge(layer, limit) ? { ...layer, features: mostImportant(layer.features) } : layer
	);
}

/**
 * The zooms at which tiles hold all of a large layer: from behind the first view on a wide screen,
 * so that the drawn map, and the live one that follows it, show the same.
 */
export function largeZooms({ home, bounds }: { home: Bounds; bounds: Bounds }): {
	minzoom: number;
	maxzoom: number;
} {
	const { min, max } = BASE_ZOOMS;
	const first = Math.floor(homeCamera(home, SCREEN, bounds).zoom);
	return { minzoom: Math.min(Math.max(first + 1, min), max), maxzoom: max };
}

function mostImportant(features: readonly GroundFeature[]): GroundFeature[] {
	const ordered = features
		.flatMap((feature) => {
			const { geometry, properties } = feature;
			if (!geometry) return [];
			return [{ feature, rank: importanceOf(properties), length: lengthOf(geometry) }];
		})
		.sort((a, b) => b.rank - a.rank || b.length - a.length || a.feature.index - b.feature.index);
	const chosen: GroundFeature[] = [];
	let room = BRIEF_LAYER;
	for (const { feature } of ordered) {
		const simple = simplified(feature);
		if (bytesOf(simple) > room) break;
		room -= bytesOf(simple);
		chosen.push(simple);
	}
	return chosen.sort((a, b) => a.index - b.index);
}

/** With fewer vertices; an area as large as a layer with so few that it leaves room for others. */
function simplified(feature: GroundFeature): GroundFeature {
	const { geometry } = feature;
	if (!geometry) return feature;
	let simple = feature;
	for (let tolerance = TOLERANCE; tolerance < 1; tolerance *= 2) {
		simple = { ...feature, geometry: simplify(geometry, { tolerance, highQuality: true }) };
		if (bytesOf(simple) <= BRIEF_LAYER / 2) break;
	}
	return simple;
}

/** The longer side of the box, in degrees: enough to tell a highway from a lane. */
function lengthOf(geometry: NonNullable<GroundFeature['geometry']>): number {
	const [west, south, east, north] = geometryBounds(geometry);
	return Math.max(east - west, north - south);
}

/** What a feature takes as JSON, to a fifth: names and marks, and each position with six decimals. */
function bytesOf({ geometry }: GroundFeature): number {
	return 100 + 20 * (geometry ? positionsOf(geometry).length : 0);
}
