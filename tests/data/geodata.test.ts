import { readdirSync, readFileSync } from 'node:fs';
import distance from '@turf/distance';
import gcoord from 'gcoord';
import type { Geometry, Position } from 'geojson';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	ArticleFile,
	AtlasFile,
	Id,
	LAYER_PROPERTIES,
	LayerRecord,
	LinesFile,
	SiteProperties,
	SourcesFile
} from '../../src/lib/atlas/schema';
import { polygonsOf, positionsOf } from '../../src/lib/geo/parts';
import { piecesBetween } from '../../src/lib/source/track-pieces';

const DIR = new URL('../../geodata/', import.meta.url);
const HAN = /\p{Script=Han}/u;
/** Metres between a position and its reading, converted. */
const READING_TOLERANCE = 2;

const atlas = v.parse(AtlasFile, read('atlas.json'));
const { sources } = v.parse(SourcesFile, read('sources.json'));
const { lines } = v.parse(LinesFile, read('lines.json'));
const sites = ['sites.geojson', 'sites-osm.geojson'].flatMap((file) =>
	features(file, SiteProperties)
);
const articles = atlas.articles.map((slug) =>
	v.parse(ArticleFile, read(`articles/${slug}/article.json`))
);
const layers = atlas.layers.map((id) => {
	const record = v.parse(LayerRecord, read(`layers/${id}.layer.json`));
	return { record, features: features(`layers/${id}.geojson`, LAYER_PROPERTIES[record.type]) };
});
const stations = layersOf('metro-station');
const tracks = layersOf('metro-track');
const everything = [...sites, ...layers.flatMap((layer) => layer.features)];
const shapes = everything.flatMap(({ id, geometry }) => (geometry ? [{ id, geometry }] : []));

describe('the files', () => {
	it('are all listed in atlas.json', () => {
		const listed = atlas.layers.flatMap((id) => [`${id}.geojson`, `${id}.layer.json`]);
		expect(readdirSync(new URL('layers', DIR)).sort()).toEqual(listed.sort());
		expect(readdirSync(new URL('articles', DIR)).sort()).toEqual([...atlas.articles].sort());
	});

	it('bear the ids that atlas.json gives them', () => {
		expect(layers.map(({ record }) => record.id)).toEqual(atlas.layers);
		expect(articles.map(({ id }) => id)).toEqual(atlas.articles);
	});

	it('give each id once', () => {
		for (const list of [sources, lines, sites, stations, ...layers.map((l) => l.features)]) {
			expect(repeated(list.map(({ id }) => id))).toEqual([]);
		}
	});
});

describe('references', () => {
	it('lead to sources that exist, and every source is used', () => {
		const used = new Set([
			...articles.map(({ source }) => source),
			...[lines, sites, layers].flatMap(sourcesIn)
		]);
		expect([...used].sort()).toEqual(sources.map(({ id }) => id).sort());
	});

	it('lead to metro lines that exist, and every line is used', () => {
		const named = new Set([
			...sites.flatMap(({ properties }) => properties.line ?? []),
			...[...stations, ...tracks].flatMap(({ properties }) => properties.lines)
		]);
		expect([...named].sort()).toEqual(lines.map(({ id }) => id).sort());
	});

	it('lead from tracks to stations and sites that exist', () => {
		const known = new Set(stations.map(({ id }) => id));
		const ends = tracks.flatMap(({ properties }) => [properties.from, properties.to]);
		expect(ends.filter((id) => !known.has(id))).toEqual([]);
		const parts = tracks.flatMap(({ properties }) => properties.site ?? []);
		expect(parts.filter((id) => !sites.some((site) => site.id === id))).toEqual([]);
	});

	it('lead from the sections of a line to its track, and to no piece twice', () => {
		const pieces = tracks.map(({ id, properties }) => ({ id, ...properties }));
		const sections = lines.flatMap((line) => {
			return (line.sections ?? []).map((section) => ({ ...section, line: line.id }));
		});
		expect(sections.length).toBeGreaterThan(0);
		const ways = sections.map(({ line, from, to, later = [] }) => {
			const way = piecesBetween(pieces, line, from, to) ?? [];
			const stops = new Set(way.flatMap((piece) => [piece.from, piece.to]));
			const stray = later.flatMap((stop) => stop.stations).filter((id) => !stops.has(id));
			return { name: `${line}: ${from}–${to}`, ids: way.map(({ id }) => `${id}.${line}`), stray };
		});
		expect(ways.filter(({ ids, stray }) => ids.length === 0 || stray.length > 0)).toEqual([]);
		expect(repeated(ways.flatMap(({ ids }) => ids))).toEqual([]);
	});

	it('lead from promises to paragraphs that the article has', () => {
		const last = Math.max(...articles.map(({ paragraphs }) => paragraphs));
		const passages = sites.flatMap(({ properties }) => properties.promise?.passage ?? []);
		expect(passages.filter((n) => n > last)).toEqual([]);
	});
});

describe('geometry', () => {
	it('lies within the bounds of the atlas', () => {
		const [west, south, east, north] = atlas.bounds;
		const isOut = ([lng = NaN, lat = NaN]: Position): boolean =>
			!(lng >= west && lng <= east && lat >= south && lat <= north);
		expect(shapes.filter(({ geometry }) => positionsOf(geometry).some(isOut)).map(idOf)).toEqual(
			[]
		);
		expect(areas().filter(({ center }) => isOut(center))).toEqual([]);
	});

	it('has at most six decimals', () => {
		const isLong = (value: number): boolean => Number(value.toFixed(6)) !== value;
		const positions = [...areas().map(({ center }) => center)];
		expect(positions.flat().filter(isLong)).toEqual([]);
		const long = shapes.filter(({ geometry }) => positionsOf(geometry).flat().some(isLong));
		expect(long.map(idOf)).toEqual([]);
	});

	it('has closed rings, the outer one counter-clockwise, and no point twice in a row', () => {
		const bad = shapes.filter(({ geometry }) =>
			polygonsOf(geometry).some((rings) => rings.some((ring, i) => !isGoodRing(ring, i === 0)))
		);
		expect(bad.map(idOf)).toEqual([]);
		const doubled = shapes.filter(({ geometry }) => {
			if (geometry.type !== 'LineString') return false;
			return geometry.coordinates.some((p, i, all) => i > 0 && isSame(p, all[i - 1]));
		});
		expect(doubled.map(idOf)).toEqual([]);
	});

	it('agrees with the reading that it was converted from', () => {
		const read = sites.filter(({ properties }) => properties.location.reading);
		expect(read.length).toBeGreaterThan(0);
		const off = read.map(({ id, geometry, properties }) => {
			const { reading } = properties.location;
			const here = geometry?.type === 'Point' ? geometry.coordinates : null;
			if (!reading || !here) return { id, metres: Infinity };
			return { id, metres: distance(here, toWgs84(reading), { units: 'meters' }) };
		});
		expect(off.filter(({ metres }) => metres > READING_TOLERANCE)).toEqual([]);
	});

	it('is there for every place but those that nobody has located', () => {
		const wrong = sites.filter(({ geometry, properties: { location } }) => {
			const isUnlocated = location.precision === 'unlocated';
			return isUnlocated !== (geometry === null) || isUnlocated !== (location.area !== undefined);
		});
		expect(wrong.map(idOf)).toEqual([]);
	});
});

describe('statements', () => {
	it('stand in the order of their dates, none after the day of the atlas', () => {
		const histories = [...sites.map(({ properties }) => properties), ...lines];
		for (const { history } of histories) {
			const dates = history.map(({ date }) => date);
			expect(dates).toEqual([...dates].sort());
			expect(dates.filter((date) => date > atlas.asOf)).toEqual([]);
		}
	});

	it('bear out what is said of each promise', () => {
		const wrong = sites.filter(({ properties: { promise, history } }) => {
			const status = history.at(-1)?.status;
			if (!promise) return false;
			if (promise.outcome === 'kept') return status !== 'open' || promise.asOf === null;
			if (promise.outcome === 'not-kept') return status === 'open' || promise.asOf === null;
			return promise.outcome === 'unknown' && status !== 'unknown';
		});
		expect(wrong.map(idOf)).toEqual([]);
	});

	it('name every site, line and station in both languages', () => {
		const names = [
			...sites.map(({ properties }) => properties.name),
			...stations.map(({ properties }) => properties.name),
			...lines.map(({ name }) => name)
		];
		expect(names.filter(({ zh, en }) => !HAN.test(zh) || HAN.test(en))).toEqual([]);
	});

	it('link no copy of what somebody else published', () => {
		const linked = sources.filter(({ kind, url }) => kind === 'reprint' && url !== null);
		expect(linked.map(({ id }) => id)).toEqual([]);
	});

	it('keep OpenStreetMap apart, under its own licence and with its name', () => {
		for (const { record } of layers) {
			const isOpenStreetMap = Object.values(record.attribution).every((text) =>
				text.includes('OpenStreetMap')
			);
			expect(isOpenStreetMap, record.id).toBe(record.licence === 'ODbL-1.0');
		}
	});
});

interface Read<P> {
	id: string;
	geometry: Geometry | null;
	properties: P;
}

function read(path: string): unknown {
	return JSON.parse(readFileSync(new URL(path, DIR), 'utf8'));
}

function features<S extends v.GenericSchema>(path: string, schema: S): Read<v.InferOutput<S>>[] {
	const geometry = v.nullable(v.strictObject({ type: v.string(), coordinates: v.array(v.any()) }));
	const feature = { type: v.literal('Feature'), id: Id, geometry, properties: schema };
	const Collection = v.strictObject({
		type: v.literal('FeatureCollection'),
		features: v.array(v.strictObject(feature))
	});
	return v.parse(Collection, read(path)).features as unknown as Read<v.InferOutput<S>>[];
}

function layersOf<T extends keyof typeof LAYER_PROPERTIES>(type: T) {
	return layers
		.filter(({ record }) => record.type === type)
		.flatMap((layer) => layer.features) as unknown as Read<
		v.InferOutput<(typeof LAYER_PROPERTIES)[T]>
	>[];
}

function areas() {
	return sites.flatMap(({ properties }) => properties.location.area ?? []);
}

/** Ids in every `sources` list of a value, however deep. */
function sourcesIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, child]) =>
		key === 'sources' ? (child as string[]) : sourcesIn(child)
	);
}

function repeated(ids: readonly string[]): string[] {
	return ids.filter((id, i) => ids.indexOf(id) !== i);
}

function idOf({ id }: { id: string }): string {
	return id;
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
	return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function isGoodRing(ring: readonly Position[], isOuter: boolean): boolean {
	if (ring.length < 4 || !isSame(ring[0], ring.at(-1))) return false;
	if (ring.some((p, i) => i > 0 && isSame(p, ring[i - 1]))) return false;
	return signedArea(ring) > 0 === isOuter;
}

/** Twice the area in square degrees, positive if counter-clockwise. */
function signedArea(ring: readonly Position[]): number {
	return ring.reduce((sum, [x = 0, y = 0], i) => {
		const [px = 0, py = 0] = ring[i - 1] ?? [x, y];
		return sum + (px * y - x * py);
	}, 0);
}

function toWgs84({ position, datum }: { position: [number, number]; datum: string }) {
	if (datum === 'WGS-84') return position;
	const from = datum === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09;
	return gcoord.transform(position, from, gcoord.WGS84);
}
