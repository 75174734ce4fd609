import type { Feature, FeatureCollection, Geometry, MultiPolygon } from 'geojson';
import type { SiteBrief } from '../atlas/brief';
import type { Shape } from '../view/measure';
import type { PlacedStation, SitesInside } from './catchment';
import type { LineProfile, Track } from './line-profile';
import { geodesicLength } from './geodesic';
import type { NearStation } from './nearest-stations';
import { shapeGeometry, type ShapeFigures } from './shape';

/** What every exported feature says of itself. */
export interface Provenance {
	/** The day up to which the atlas was gone through. */
	asOf: string;
	credits: readonly { text: string }[];
}

/** A drawn shape with its figures. */
export function shapeFeatures(shape: Shape, figures: ShapeFigures): Feature[] {
	const geometry = shapeGeometry(shape);
	if (!geometry) return [];
	const { length, legs, area, crossesItself } = figures;
	const around = shape.kind === 'area';
	return [
		feature(geometry, {
			kind: shape.kind,
			[around ? 'perimeter_m' : 'length_m']: round(length),
			legs_m: legs.map(round),
			...(around && {
				area_m2: area === null ? null : Math.round(area),
				crosses_itself: crossesItself
			})
		})
	];
}

/** The catchment of stations with its figures and the ids of the sites inside. */
export function catchmentFeatures(
	geometry: MultiPolygon,
	{
		radius,
		line,
		area,
		stations,
		sites: { answers, share }
	}: {
		radius: number;
		line: string | null;
		/** Square metres. */
		area: number;
		stations: readonly PlacedStation[];
		sites: SitesInside;
	}
): Feature[] {
	const having = (wanted: string) =>
		[...answers].flatMap(([id, answer]) => (answer === wanted ? [id] : []));
	return [
		feature(geometry, {
			radius_m: radius,
			line,
			area_m2: Math.round(area),
			stations: stations.map(({ id }) => id),
			sites_inside: having('yes'),
			sites_maybe: having('maybe'),
			sites_of_unknown_place: having('unknown'),
			share_least: share.least,
			share_most: share.most
		})
	];
}

/** Each site, where its mark stands, with the station in service nearest to it. */
export function nearestFeatures(
	rows: readonly { site: Pick<SiteBrief, 'id' | 'name' | 'anchor'>; near: NearStation | null }[]
): Feature<Geometry | null>[] {
	return rows.map(({ site: { id, name, anchor }, near }) =>
		feature(anchor && { type: 'Point', coordinates: anchor }, {
			site: id,
			name_zh: name.zh,
			name_en: name.en,
			station: near?.station.id ?? null,
			station_zh: near?.station.name.zh ?? null,
			station_en: near?.station.name.en ?? null,
			lines: near?.station.lines ?? [],
			metres: near?.metres ?? null,
			at_most_metres: near?.within ?? null
		})
	);
}

/** The tracks of a line, each with its length, and the figures of the whole line. */
export function profileFeatures(
	line: string,
	tracks: readonly Track[],
	{ length, stationCount, spacing }: LineProfile
): Feature[] {
	return tracks.map(({ geometry, properties: { from, to } }) =>
		feature(geometry, {
			line,
			from,
			to,
			length_m: round(geodesicLength(geometry.coordinates)),
			line_length_m: round(length),
			line_stations: stationCount,
			line_spacing_m: Object.values(spacing).map(round)
		})
	);
}

/** Features as a file of GeoJSON; each says what it was measured on, and whom to credit. */
export function asFile(
	features: readonly Feature<Geometry | null>[],
	{ asOf, credits }: Provenance
): FeatureCollection<Geometry | null> {
	const told = { datum: 'WGS-84', as_of: asOf, credits: credits.map(({ text }) => text) };
	return {
		type: 'FeatureCollection',
		features: features.map((one) => ({ ...one, properties: { ...one.properties, ...told } }))
	};
}

function feature<G extends Geometry | null>(geometry: G, properties: object): Feature<G> {
	return { type: 'Feature', geometry, properties: { ...properties } };
}

/** To a tenth of a metre. */
function round(metres: number): number {
	return Math.round(metres * 10) / 10;
}
