import type { Feature } from 'geojson';
import type { Bilingual, Line } from '../lib/atlas/schema';
import { anchorOf } from '../lib/geo/anchor';
import { METRO_LAYERS } from '../lib/style/declaration';
import { BASE_LAYERS } from './base-types';
import { metroFeatures } from './metro';
import type { SourceFeature, SourceLayer } from './types';

/** A layer of the base map before it is cut: all that is known of its features, flat. */
export interface BaseLayer {
	/** The style's `source-layer`. */
	id: string;
	features: Feature[];
}

/**
 * The layers of the base map: the source layers of a type as one, the names of areas in one of
 * their own (`areaNames`), then tracks and stations of the metro. A feature has `name_zh`, `name_en`,
 * `class` or `kind`, and `schematic`, each only where the source has it; `TrackProperties` and
 * `StationProperties` say what those of the metro have.
 *
 * @param lines of the metro, in the order in which they lie beside one another
 * @throws Error if a track names a line that is not in `lines`
 */
export function baseLayers(layers: readonly SourceLayer[], lines: readonly Line[]): BaseLayer[] {
	const ground = new Map<string, Feature[]>();
	const put = (id: string, features: SourceLayer['features']) => {
		ground.set(id, [...(ground.get(id) ?? []), ...features.flatMap(flat)]);
	};
	for (const layer of layers) {
		const id = BASE_LAYERS[layer.record.type];
		if (id === undefined) continue;
		put(id, layer.features);
		const names = areaNames(layer);
		if (names) put(`${id}-names`, names);
	}
	const { tracks, stations } = metroFeatures(layers, lines);
	return [
		...[...ground].map(([id, features]) => ({ id, features })),
		{ id: METRO_LAYERS.tracks, features: tracks },
		{ id: METRO_LAYERS.stations, features: stations }
	];
}

/**
 * The names of areas as points of a layer of their own, `<id>-names`: a name set on a polygon
 * would stand once in every tile that the polygon crosses. Rivers are too long for one point;
 * a label layer names them.
 */
function areaNames({ record, features }: SourceLayer): SourceLayer['features'] | null {
	if (record.type !== 'green' && record.type !== 'water') return null;
	return features.flatMap((feature): SourceLayer['features'] => {
		const { name, kind } = feature.properties;
		if (!name || kind === 'river' || !feature.geometry) return [];
		const at = anchorOf(feature.geometry);
		return at ? [{ ...feature, geometry: { type: 'Point', coordinates: at } }] : [];
	});
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
