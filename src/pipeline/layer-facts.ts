import type { LayerFacts } from '../lib/atlas/atlas';
import { geometryBounds } from '../lib/geo/bounds';
import type { SourceData } from '../lib/source/types';

/** What the panel of layers tells of each: its record, and where each of its features lies. */
export function layerFacts({ layers }: SourceData): LayerFacts[] {
	return layers.map(({ record, features }) => {
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
			boxes: features.flatMap(({ geometry }) => {
				return geometry ? [geometryBounds(geometry).map((degrees) => +degrees.toFixed(3))] : [];
			}) as LayerFacts['boxes']
		};
	});
}
