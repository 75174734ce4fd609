import type { LayerFacts } from '../lib/atlas/atlas';
import type { Bounds } from '../lib/atlas/schema';
import { geometryBounds } from '../lib/geo/bounds';
import { isLarge } from '../lib/compile/large-layers';
import type { SourceData, SourceLayer } from '../lib/source/types';

/**
 * What the panel of layers tells of each: its record, how many features it has, and where each of
 * them lies unless it is large.
 */
export function layerFacts({ layers }: SourceData): LayerFacts[] {
	return layers.map((layer) => {
		const { record, features } = layer;
		const { id, title, group, licence, asOf, attribution, attributionUrl } = record;
		return {
			...{
				id,
				title,
				group,
				licence,
				asOf,
				attribution,
				...(attributionUrl && { attributionUrl })
			},
			...(isLarge(layer) ? { count: features.length } : { boxes: boxesOf(features) })
		};
	});
}

function boxesOf(features: SourceLayer['features']): Bounds[] {
	return features.flatMap(({ geometry }) => {
		return geometry
			? [geometryBounds(geometry).map((degrees) => +degrees.toFixed(3)) as Bounds]
			: [];
	});
}
