import type { Station } from '../atlas/atlas';
import type { LayerProperties, LngLat } from '../atlas/schema';
import type { SourceData, SourceLayer } from '../source/types';

/** Every metro station of the layers, those without a place included. */
export function stationsOf({ layers }: Pick<SourceData, 'layers'>): Station[] {
	return layers
		.filter(({ record }) => record.type === 'metro-station')
		.flatMap((layer) => layer.features.map((feature) => stationOf(feature, layer)));
}

function stationOf(
	{ id, geometry, properties }: SourceLayer['features'][number],
	{ record }: SourceLayer
): Station {
	const { name, lines, status, location } = properties as LayerProperties['metro-station'];
	const position = geometry?.type === 'Point' ? (geometry.coordinates as LngLat) : null;
	return {
		id,
		name,
		lines,
		inService: status === 'open' || status === 'existing',
		position,
		accuracy: position && (location ? location.accuracy : record.accuracy[1])
	};
}
