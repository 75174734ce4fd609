import type { Geometry, MultiPoint } from 'geojson';
import type { Bilingual, Kind, LayerType, SiteProperties } from '../atlas/schema';
import { linesOf } from '../geo/parts';
import type { SourceData } from '../source/types';
import { namesOf, plain } from './names';
import { SAME } from './same';
import { SITE_FILES } from '../source/site-files';
import { featuresOf, type Place, type PlacedFeature } from './walk';

/** A place, and where the same place or its neighbours stand in other files. */
export interface Comparison {
	place: Place;
	geometry: Geometry;
	/** Things that it belongs to; each of them as one or more geometries of which one is enough. */
	references: Geometry[][];
	/** What those are, for people. */
	named: Bilingual;
}

/**
 * What should lie together: features with the same Chinese name in different files, a metro
 * station and the ends of its tracks, a piece of track and its two stations.
 */
export function counterparts(data: SourceData): Comparison[] {
	return [...byName(data), ...byTrack(data)];
}

function byName(data: SourceData): Comparison[] {
	const groups = new Map<string, PlacedFeature[]>();
	for (const feature of featuresOf(data)) {
		for (const name of namesIn(feature)) groups.set(name, [...(groups.get(name) ?? []), feature]);
	}
	const comparable = comparing(data);
	return [...groups].flatMap(([name, group]) =>
		group.flatMap((feature): Comparison[] => {
			const { place, geometry } = feature;
			const others = group.filter((other) => comparable(feature, other));
			const references = others.flatMap((other) => (other.geometry ? [other.geometry] : []));
			if (!geometry || references.length === 0) return [];
			const files = [...new Set(others.map((other) => other.place.file))];
			const named = {
				zh: `${files.join('和')}里的“${name}”`,
				en: `"${name}" in ${files.join(' and ')}`
			};
			return [{ place, geometry, references: [references], named }];
		})
	);
}

const STATIONS: Bilingual = { zh: '它两端的车站', en: 'the stations at its ends' };
const TRACKS: Bilingual = { zh: '以它为端点的轨道', en: 'the tracks that end there' };

function byTrack(data: SourceData): Comparison[] {
	const of = (type: LayerType): PlacedFeature[] => {
		const files = data.layers.filter(({ record }) => record.type === type).map(({ file }) => file);
		return featuresOf(data).filter(({ place }) => files.includes(place.file));
	};
	const stations = new Map(of('metro-station').map((station) => [station.id, station]));
	const ends = new Map<string, MultiPoint[]>();
	const tracks = of('metro-track').flatMap(({ place, geometry, properties }): Comparison[] => {
		const own = geometry && endsOf(geometry);
		if (!own) return [];
		const ids = [String(properties['from']), String(properties['to'])];
		for (const id of ids) ends.set(id, [...(ends.get(id) ?? []), own]);
		const references = ids.flatMap((id) => {
			const at = stations.get(id)?.geometry;
			return at ? [[at]] : [];
		});
		if (references.length < ids.length) return [];
		return [{ place, geometry: own, references, named: STATIONS }];
	});
	const stops = [...stations.values()].flatMap(({ id, place, geometry }): Comparison[] => {
		const references = ends.get(id);
		if (!geometry || !references) return [];
		return [{ place, geometry, references: [references], named: TRACKS }];
	});
	return [...tracks, ...stops];
}

/** Tells whether two features of one name can be one thing: no park is the station named for it. */
function comparing(data: SourceData): (a: PlacedFeature, b: PlacedFeature) => boolean {
	const types = new Map(data.layers.map(({ file, record }) => [file, record.type]));
	const isPair = (site: PlacedFeature, other: PlacedFeature): boolean => {
		const type = types.get(other.place.file);
		return type !== undefined && (SAME[site.properties['kind'] as Kind]?.includes(type) ?? false);
	};
	return (a, b) => {
		if (a.place.file === b.place.file) return false;
		const both = [a, b].map(({ place }) => types.get(place.file));
		return both.every((type) => type === 'metro-station') || isPair(a, b) || isPair(b, a);
	};
}

/** The names by which a feature can be found elsewhere, without what stands in brackets. */
function namesIn({ place, properties }: PlacedFeature): string[] {
	const name = properties['name'] as { zh: string } | null | undefined;
	if (!name) return [];
	const names =
		place.file in SITE_FILES ? namesOf(properties as unknown as SiteProperties, 'zh') : [name.zh];
	const short = names.map((text) => plain(text.replace(/[(（].*?[)）]/gu, '')));
	return [...new Set(short)].filter((text) => text !== '');
}

function endsOf(geometry: Geometry): MultiPoint | null {
	const ends = linesOf(geometry).flatMap((line) => [line[0] ?? [], line.at(-1) ?? []]);
	return ends.length > 0 ? { type: 'MultiPoint', coordinates: ends } : null;
}
