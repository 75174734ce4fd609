import type { Feature, LineString, Point } from 'geojson';
import type { LayerProperties, LayerRecord, Line, Precision, Status } from '../atlas/schema';
import { openingsOf, type Openings } from './openings';
import { placeSideBySide } from './side-by-side';
import { trackPiecesOf } from '../source/track-pieces';
import type { SourceFeature, SourceLayer } from '../source/types';

/** One line on one piece of track. */
export interface TrackProperties {
	/** `<piece>.<line>` */
	id: string;
	line: string;
	name_zh: string;
	name_en: string;
	colour: string;
	/** The status of the line by the newest entry of its history. */
	status: Status;
	/** Line widths to the right of the geometry's direction: a factor of `line-offset`. */
	slot: number;
	/** Day since which the line's trains have run here, as `Openings` has it. */
	since?: number;
}

/** One station. */
export interface StationProperties {
	id: string;
	name_zh: string;
	name_en: string;
	interchange: boolean;
	status: Status;
	precision: Precision;
	/** Day since which trains have stopped here, as `Openings` has it. */
	since?: number;
}

/**
 * The metro as the map draws it: each piece of track once for each of its lines, side by side on
 * a shared course (`placeSideBySide`), and the stations. What has no geometry is left out.
 *
 * @param layers those of other types are skipped
 * @param lines in the order in which they lie beside one another
 * @throws Error if a piece names a line that is not in `lines`
 */
export function metroFeatures(
	layers: readonly SourceLayer[],
	lines: readonly Line[]
): {
	tracks: Feature<LineString, TrackProperties>[];
	stations: Feature<Point, StationProperties>[];
} {
	const ofType = (type: string) => layers.filter(({ record }) => record.type === type);
	const openings = openingsOf(lines, trackPiecesOf(layers));
	return {
		tracks: trackFeatures(ofType('metro-track'), lines, openings),
		stations: ofType('metro-station').flatMap(({ record, features }) =>
			features.flatMap((station) => stationFeature(station, record, openings) ?? [])
		)
	};
}

function trackFeatures(
	layers: readonly SourceLayer[],
	lines: readonly Line[],
	openings: Openings
): Feature<LineString, TrackProperties>[] {
	const pieces = layers.flatMap(({ file, features }) =>
		features.flatMap(({ id, geometry, properties }) => {
			if (geometry?.type !== 'LineString') return [];
			const track = properties as LayerProperties['metro-track'];
			return [{ id, file, ...track, path: geometry.coordinates }];
		})
	);
	const placements = placeSideBySide(
		pieces,
		lines.map(({ id }) => id)
	);
	return pieces.flatMap(({ id, file, path }, i) => {
		const { reversed, slots } = placements[i]!;
		const coordinates = reversed ? path.toReversed() : path;
		return [...slots].map(([lineId, slot]) => {
			const line = lines.find((other) => other.id === lineId);
			if (!line)
				throw new Error(`${file}: "${id}" names line "${lineId}", which lines.json does not have.`);
			const since = openings.tracks.get(`${id}.${lineId}`);
			const properties: TrackProperties = {
				id: `${id}.${lineId}`,
				line: lineId,
				name_zh: line.name.zh,
				name_en: line.name.en,
				colour: line.colour,
				status: line.history.at(-1)!.status,
				slot,
				...(since !== undefined && { since })
			};
			return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
		});
	});
}

/** Metres up to which a place counts as exact. */
const EXACT = 500;

function stationFeature(
	{ id, geometry, properties }: SourceFeature<Record<string, unknown>>,
	record: LayerRecord,
	{ stations }: Openings
): Feature<Point, StationProperties> | null {
	if (geometry?.type !== 'Point') return null;
	const { name, lines, status, location } = properties as LayerProperties['metro-station'];
	const since = stations.get(id);
	const ofLayer = record.accuracy[1] <= EXACT ? 'exact' : 'approximate';
	return {
		type: 'Feature',
		properties: {
			id,
			name_zh: name.zh,
			name_en: name.en,
			interchange: lines.length > 1,
			status,
			precision: location?.precision ?? ofLayer,
			...(since !== undefined && { since })
		},
		geometry
	};
}
