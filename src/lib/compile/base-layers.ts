import type { Feature } from 'geojson';
import type { Bilingual, Line } from '../atlas/schema';
import { anchorOf } from '../geo/anchor';
import { METRO_LAYERS } from '../style/declaration';
import { BASE_LAYERS, isBaseType, NAME_LAYERS, type BaseType } from '../source/base-types';
import { metroFeatures } from './metro';
import type { SourceFeature, SourceLayer } from '../source/types';

/** A layer of the base map before it is cut: all that is known of its features, flat. */
export interface BaseLayer {
	/** The style's `source-layer`. */
	id: string;
	features: Feature[];
}

/**
 * The layers of the base map: what is of one type together, whichever files it stands in, the names
 * of areas in a layer of their own (`areaNames`), then tracks and stations of the metro. A feature has `name_zh`, `name_en`,
 * `class` or `kind`, and `schematic`, each only where the source has it; `TrackProperties` and
 * `StationProperties` say what those of the metro have.
 *
 * @param lines of the metro, in the order in which they lie beside one another
 * @throws Error if a track names a line that is not in `lines`
 */
export function baseLayers(layers: readonly SourceLayer[], lines: readonly Line[]): BaseLayer[] {
	const types = [...new Set(layers.map(({ record }) => record.type))].filter(isBaseType);
	const { tracks, stations } = metroFeatures(layers, lines);
	return [
		...types.flatMap((type) => {
			const features = layers.flatMap((layer) =>
				layer.record.type === type ? layer.features : []
			);
			return [
				{ id: BASE_LAYERS[type], features: features.flatMap(flat) },
				...areaNames(type, features)
			];
		}),
		{ id: METRO_LAYERS.tracks, features: tracks },
		{ id: METRO_LAYERS.stations, features: stations }
	];
}

/**
 * The names of areas as points of a layer of their own (`NAME_LAYERS`): a name set on a polygon
 * would stand once in every tile that the polygon crosses. Rivers are too long for one point;
 * a label layer names them.
 */
function areaNames(
	type: BaseType,
	features: readonly SourceFeature<Record<string, unknown>>[]
): BaseLayer[] {
	const id = NAME_LAYERS[type];
	if (id === null) return [];
	const named = features.flatMap((feature): SourceFeature<Record<string, unknown>>[] => {
		const { name, kind } = feature.properties;
		if (!name || kind === 'river' || !feature.geometry) return [];
		const at = anchorOf(feature.geometry);
		return at ? [{ ...feature, geometry: { type: 'Point', coordinates: at } }] : [];
	});
	return [{ id, features: named.flatMap(flat) }];
}

function flat({ geometry, properties }: SourceFeature<Record<string, unknown>>): Feature[] {
	if (!geometry) return [];
	const name = properties['name'] as Bilingual | null;
	const { class: category, kind, schematic, nameConfidence } = properties;
	return [
		{
			type: 'Feature',
			geometry,
			properties: {
				// A name that was only guessed is for the data's readers, not for the map.
				...(name && nameConfidence !== 'low' && { name_zh: name.zh, name_en: name.en }),
				...(category !== undefined && { class: category }),
				...(kind !== undefined && { kind }),
				...(schematic === true && { schematic })
			}
		}
	];
}
