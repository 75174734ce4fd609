import { featureFilter, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { SOURCES } from '../style/declaration';
import { LIGHT } from '../style/palette';
import { declarations } from '../style/style';

/** What the map reads of one layer of the tiles at one zoom. */
export interface TileReads {
	fields: ReadonlySet<string>;
	/** Whether any layer of the style draws the feature. */
	draws: (feature: GeoJSONVTFeature) => boolean;
}

/**
 * What the style, in both languages, reads of a tile layer from zoom `from` up to but not at
 * zoom `to`; `null` if nothing. Tiles hold this and no more, so that they can neither lack what
 * is drawn nor carry what is not.
 */
export function tileReads(sourceLayer: string, from: number, to: number): TileReads | null {
	const shown = STYLE_LAYERS.filter(
		({ 'source-layer': id, minzoom = 0, maxzoom = Infinity }) =>
			id === sourceLayer && minzoom < to && maxzoom > from
	);
	if (shown.length === 0) return null;
	const filters = shown.map(({ filter }) => featureFilter(filter, 'filter').filter);
	return {
		fields: new Set(
			shown.flatMap(({ filter, layout, paint, told }) => [
				...fieldsIn([filter, layout, paint]),
				...told
			])
		),
		draws: ({ type, tags }) =>
			filters.some((passes) => passes({ zoom: from }, { type, properties: tags ?? {} }))
	};
}

type TileLayer = Extract<LayerSpecification, { 'source-layer'?: string }>;

/** With the fields that are told of what a pointer is on. */
const STYLE_LAYERS: (TileLayer & { told: string[] })[] = (['zh', 'en'] as const).flatMap((lang) =>
	declarations({ palette: LIGHT, lang, lineColours: {} }).flatMap(({ layer, pick }) => {
		if (!('source' in layer) || layer.source !== SOURCES.base) return [];
		// Roads have theirs where it is drawn, from zoom 12.5: they would add a twentieth to the tiles.
		const told = pick === 'station' || pick === 'line' ? [`name_${lang}`] : [];
		return [{ ...layer, told }];
	})
);

/** Names that `get` and `has` look up, however deep. */
function fieldsIn(value: unknown): string[] {
	if (Array.isArray(value)) {
		const [operator, name] = value as unknown[];
		const own = operator === 'get' || operator === 'has' ? [String(name)] : [];
		return [...own, ...value.flatMap(fieldsIn)];
	}
	if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(fieldsIn);
	return [];
}
