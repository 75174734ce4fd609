import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { LayerProperties, LayerRecord, Line, Precision, Status } from '../lib/atlas/schema';
import { placeSideBySide } from './side-by-side';
import type { SourceFeature, SourceLayer } from './types';

/** One line on one piece of track. */
export interface TrackProperties {
	/** `<piece>.<line>` */
	id: string;
	class: 'track';
	line: string;
	name_zh: string;
	name_en: string;
	colour: string;
	/** The status of the line by the newest entry of its history. */
	status: Status;
	/** Line widths to the right of the geometry's direction: a factor of `line-offset`. */
	slot: number;
	/** Id of the site that the piece is part of. */
	site?: string;
}

/** One station. */
export interface StationProperties {
	id: string;
	class: 'station';
	name_zh: string;
	name_en: string;
	/** Line ids joined by `;`. */
	lines: string;
	interchange: boolean;
	status: Status;
	precision: Precision;
	/** metres */
	accuracy: number | null;
}

type MetroCollection = FeatureCollection<LineString | Point, TrackProperties | StationProperties>;

/**
 * The metro as the map draws it: each piece of track once for each of its lines, side by side on
 * a shared course (`placeSideBySide`), then the stations. Those without geometry are left out.
 *
 * @param lines in the order in which they lie beside one another
 * @throws Error if a piece names a line that is not in `lines`
 */
export function metroFeatures(
	tracks: SourceLayer,
	stations: readonly SourceLayer[],
	lines: readonly Line[]
): MetroCollection {
	const features = [
		...trackFeatures(tracks, lines),
		...stations.flatMap(({ record, features }) =>
			features.flatMap((station) => stationFeature(station, record) ?? [])
		)
	];
	return { type: 'FeatureCollection', features };
}

function trackFeatures(
	{ file, features }: SourceLayer,
	lines: readonly Line[]
): Feature<LineString, TrackProperties>[] {
	const pieces = features.flatMap(({ id, geometry, properties }) => {
		if (geometry?.type !== 'LineString') return [];
		const track = properties as LayerProperties['metro-track'];
		return [{ id, ...track, path: geometry.coordinates }];
	});
	const placements = placeSideBySide(
		pieces,
		lines.map(({ id }) => id)
	);
	return pieces.flatMap(({ id, path, site }, i) => {
		const { reversed, slots } = placements[i]!;
		const coordinates = reversed ? path.toReversed() : path;
		return [...slots].map(([lineId, slot]) => {
			const line = lines.find((other) => other.id === lineId);
			if (!line)
				throw new Error(`${file}: "${id}" names line "${lineId}", which lines.json does not have.`);
			const properties: TrackProperties = {
				id: `${id}.${lineId}`,
				class: 'track',
				line: lineId,
				name_zh: line.name.zh,
				name_en: line.name.en,
				colour: line.colour,
				status: line.history.at(-1)!.status,
				slot,
				...(site !== undefined && { site })
			};
			return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
		});
	});
}

/** Metres up to which a place counts as exact. */
const EXACT = 500;

function stationFeature(
	{ id, geometry, properties }: SourceFeature<Record<string, unknown>>,
	record: LayerRecord
): Feature<Point, StationProperties> | null {
	if (geometry?.type !== 'Point') return null;
	const { name, lines, status, location } = properties as LayerProperties['metro-station'];
	const accuracy = location ? location.accuracy : record.accuracy[1];
	const ofLayer = record.accuracy[1] <= EXACT ? 'exact' : 'approximate';
	return {
		type: 'Feature',
		properties: {
			id,
			class: 'station',
			name_zh: name.zh,
			name_en: name.en,
			lines: lines.join(';'),
			interchange: lines.length > 1,
			status,
			precision: location?.precision ?? ofLayer,
			accuracy
		},
		geometry
	};
}
