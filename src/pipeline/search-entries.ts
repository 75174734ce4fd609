import type { Geometry } from 'geojson';
import type { Atlas } from '../lib/atlas/atlas';
import type { Bilingual, Bounds, LayerProperties, LngLat, Line } from '../lib/atlas/schema';
import { openingsOf } from '../lib/compile/openings';
import { anchorOf } from '../lib/geo/anchor';
import { geometryBounds, unionBounds } from '../lib/geo/bounds';
import type { SearchEntry } from '../lib/search/search-index';
import type { BaseType } from '../lib/source/base-types';
import { trackPiecesOf } from '../lib/source/track-pieces';
import type { SourceData, SourceFeature } from '../lib/source/types';
import { numeral } from '../lib/text/numerals';

/** What the search box finds: sites, stations, lines, roads and names of the ground. */
export function searchEntries(data: SourceData, atlas: Atlas): SearchEntry[] {
	return [
		...siteEntries(atlas),
		...stationEntries(data),
		...lineEntries(data),
		...groundEntries(data)
	];
}

function siteEntries({ sites }: Atlas): SearchEntry[] {
	return sites.map(({ id, name, label, aliases }) => {
		const all = [label?.zh, label?.en, ...aliases.zh, ...aliases.en];
		return { kind: 'site', id, name, ...otherNames(name, all) };
	});
}

function stationEntries(data: SourceData): SearchEntry[] {
	const openings = openingsOf(data.lines, trackPiecesOf(data.layers));
	return featuresOf(data, 'metro-station').map(({ id, properties }) => {
		const { name, aliases, status } = properties as LayerProperties['metro-station'];
		const since = openings.stations.get(id);
		return {
			kind: 'station',
			id,
			name,
			...otherNames(name, [...(aliases?.zh ?? []), ...(aliases?.en ?? [])]),
			status,
			...(since !== undefined && { date: dayOf(since) })
		};
	});
}

function dayOf(yyyymmdd: number): string {
	return String(yyyymmdd).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

function lineEntries({ lines, layers }: SourceData): SearchEntry[] {
	const tracks = layers
		.filter(({ record }) => record.type === 'metro-track' || record.type === 'metro-station')
		.flatMap(({ features }) => features);
	return lines.map((line) => {
		const entry = line.history.at(-1);
		const bounds = boundsOf(
			tracks.filter(({ properties }) => (properties['lines'] as string[]).includes(line.id))
		);
		return {
			kind: 'line',
			id: line.id,
			name: line.name,
			...otherNames(line.name, lineNames(line)),
			...(entry && { status: entry.status, date: entry.date }),
			...(bounds && { bounds })
		};
	});
}

/** What people call a line besides: some were light rail once. */
function lineNames({ name, badge }: Line): string[] {
	const called = ['轨道', '轨道交通', '轻轨', '地铁'].map((prefix) => prefix + name.zh);
	const isNumber = /^\d+$/.test(badge.zh);
	const numerals = isNumber ? [`${numeral(Number(badge.zh))}号线`] : [];
	return [...numerals, ...called, `Metro ${name.en}`, ...(isNumber ? [`L${badge.en}`] : [])];
}

/** As what the features of a type are found; of those with one name, the first stands for all. */
const FOUND_AS: Record<BaseType, 'road' | 'ground'> = {
	road: 'road',
	label: 'ground',
	green: 'ground',
	water: 'ground',
	railway: 'ground'
};

/** Roads by their names, and what else the map names, each once. */
function groundEntries(data: SourceData): SearchEntry[] {
	return (['road', 'ground'] as const).flatMap((kind) => {
		const types = Object.entries(FOUND_AS).filter(([, as]) => as === kind);
		return byName(
			types.flatMap(([type]) => featuresOf(data, type)),
			kind
		);
	});
}

function byName(
	features: readonly SourceFeature<Record<string, unknown>>[],
	kind: 'road' | 'ground'
): SearchEntry[] {
	const groups = new Map<string, typeof features>();
	for (const feature of features) {
		const name = feature.properties['name'] as Bilingual | null;
		if (name) groups.set(name.zh, [...(groups.get(name.zh) ?? []), feature]);
	}
	return [...groups.values()].flatMap((all) => {
		const [first] = all;
		const bounds = boundsOf(all);
		if (!first || !bounds) return [];
		const point = all.find(({ geometry }) => geometry?.type === 'Point') ?? first;
		const at = point.geometry && anchorOf(point.geometry);
		return [
			{
				kind,
				id: first.id,
				name: first.properties['name'] as Bilingual,
				...(at && { at: short(at) }),
				...(bounds[0] !== bounds[2] && { bounds })
			}
		];
	});
}

function featuresOf({ layers }: SourceData, type: string) {
	return layers.filter(({ record }) => record.type === type).flatMap(({ features }) => features);
}

function boundsOf(features: readonly { geometry: Geometry | null }[]): Bounds | null {
	const all = features.flatMap(({ geometry }) => (geometry ? [geometryBounds(geometry)] : []));
	return all.length > 0 ? shortBounds(unionBounds(all)) : null;
}

/** About a metre is near enough to look there, and to say how far away something is. */
function short([lng, lat]: LngLat): LngLat {
	return [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
}

function shortBounds(bounds: Bounds): Bounds {
	return bounds.map((degrees) => Number(degrees.toFixed(4))) as Bounds;
}

function otherNames(name: Bilingual, all: readonly (string | undefined)[]): { aliases?: string[] } {
	const others = new Set(all.flatMap((one) => one ?? []));
	// 六号线 and 6号线 are one name to a reader.
	for (const one of [name.zh, ...others]) {
		const spelled = one.replace(/\d+(?=号线)/g, (digits) => numeral(Number(digits)));
		others.add(spelled);
	}
	others.delete(name.zh);
	others.delete(name.en);
	return others.size > 0 ? { aliases: [...others] } : {};
}
