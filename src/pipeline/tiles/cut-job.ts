import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { bboxClip } from '@turf/bbox-clip';
import type { Feature, Geometry, GeometryCollection } from 'geojson';
import { fromWorld } from '../../lib/geo/mercator';
import { cutTile, encodeTile, indexFeatures, walkTiles } from '../../lib/geo/mvt';
import { gzip } from '../pmtiles-format';
import { chosenAttributes, idOf, isTileId, rankOf, type AttributeChoice } from './attributes';
import { asFeature, isEmpty } from './feature-faults';
import { fitTile, type TileFeature } from '../../lib/compile/fit-tile';
import type { Job } from './plan';
import { PointIndex } from './point-index';
import type { ZoomRange } from './zoom-range';

/** What holds for all tiles of an archive. */
export interface CutSettings {
	/** Path of the GeoJSON. */
	input: string;
	layer: string;
	zooms: ZoomRange;
	attributes: AttributeChoice;
	/** Whether ids that are whole numbers become ids of the tiles; if not, places in the file do. */
	hasIds: boolean;
}

/** A finished tile. */
export interface PackedTile {
	z: number;
	x: number;
	y: number;
	/** Compressed with gzip. */
	data: Uint8Array;
	/** The same for equal contents only. */
	digest: string;
	/** Bytes before compression. */
	size: number;
	/** Features that had no room. */
	left: number;
}

/** A tile none of whose features had room. */
export interface LostTile extends Pick<PackedTile, 'z' | 'x' | 'y' | 'left'> {
	data: null;
}

/** Larger texts are clipped to the tile when they are read, bytes. */
const LARGE = 16_384;
/** Of a tile; more than the buffer of its features. */
const MARGIN = 1 / 16;
/** Pixels along a tile, as `fromWorld` counts them. */
const TILE = 512;
/** Bytes between two features that are rather read than jumped over, and bytes read at once. */
const [GAP, RUN] = [16_384, 4_194_304];

type At = Pick<Job, 'z' | 'x' | 'y'>;

/** A feature of a job; its `id` is its index there, by which a cut one is known again. */
interface JobFeature extends Known {
	feature: Feature;
}

interface Known {
	tileId: number | undefined;
	rank: number;
	place: number;
}

/**
 * The tiles of a job.
 *
 * @param file descriptor of the opened GeoJSON
 */
export function cutJob(job: Job, settings: CutSettings, file: number): (PackedTile | LostTile)[] {
	const features = readJob(job, settings, file);
	return job.isTree ? cutTree(job, settings, [...features]) : cutOne(job, settings, features);
}

function cutTree({ z, x, y }: Job, settings: CutSettings, all: JobFeature[]) {
	const features = all.map(({ feature }) => feature);
	const shapes = features.filter((feature) => !isPoints(feature));
	const indices = [indexFeatures(shapes, settings.zooms.maxzoom), new PointIndex(features)];
	const packed: (PackedTile | LostTile)[] = [];
	// one at a time: together the tiles before they are packed take many times the room
	for (const { cuts, ...at } of walkTiles(indices, settings.zooms, { z, x, y }))
		packed.push(...pack(at, cuts.flat(), 0, all, settings));
	return packed;
}

/** Cuts each line and area when it is read: what it has too much for the tile is soon forgotten. */
function cutOne(job: Job, settings: CutSettings, features: Iterable<JobFeature>) {
	const { z, x, y } = job;
	const known: Known[] = [];
	const points: Feature[] = [];
	const cut: GeoJSONVTFeature[] = [];
	for (const { feature, tileId, rank, place } of features) {
		known.push({ tileId, rank, place });
		if (isPoints(feature)) points.push(feature);
		else cut.push(...cutTile([feature], job, settings.zooms.maxzoom));
	}
	cut.push(...(new PointIndex(points).getTile(z, x, y)?.features ?? []));
	return pack({ z, x, y }, cut, job.skipped, known, settings);
}

function isPoints({ geometry }: Feature): boolean {
	return geometry.type.endsWith('Point');
}

function pack(
	at: At,
	cut: readonly GeoJSONVTFeature[],
	skipped: number,
	all: readonly Known[],
	{ layer, attributes }: CutSettings
): (PackedTile | LostTile)[] {
	const known = cut.map(({ id, ...shape }): TileFeature => {
		const { tileId, rank, place } = all[Number(id)]!;
		return { shape: { ...shape, id: tileId }, rank, place };
	});
	if (attributes.rank !== null) known.sort((a, b) => b.rank - a.rank);
	const { data, kept } = fitTile(known, (features) => encodeTile([{ id: layer, features }]));
	const left = skipped + cut.length - kept;
	if (!data) return left > 0 ? [{ ...at, data: null, left }] : [];
	const digest = createHash('sha256').update(data).digest('base64');
	return [{ ...at, data: gzip(data, 6), digest, size: data.length, left }];
}

function* readJob(job: Job, settings: CutSettings, file: number): Generator<JobFeature> {
	let index = 0;
	let i = 0;
	for (const bytes of readTexts(job, file)) {
		const place = job.places[i++]!;
		const feature = asFeature(JSON.parse(bytes.toString())) as Feature;
		const id = idOf(feature, settings.attributes);
		const tileId = settings.hasIds ? (isTileId(id) ? id : undefined) : place;
		const rank = rankOf(feature.properties, settings.attributes);
		const chosen = chosenAttributes(feature.properties, settings.attributes);
		const properties =
			feature.id === undefined || isTileId(feature.id) ? chosen : { id: feature.id, ...chosen };
		for (const part of simple(feature.geometry)) {
			const geometry = bytes.length > LARGE ? clipped(part, job) : part;
			if (isEmpty(geometry)) continue;
			const known: Feature = { type: 'Feature', id: index++, properties, geometry };
			yield { feature: known, tileId, rank, place };
		}
	}
}

/** The texts of a job's features; what lies close together in the file is read at once. */
function* readTexts({ offsets, lengths }: Job, file: number): Generator<Buffer> {
	for (let i = 0; i < offsets.length;) {
		const start = offsets[i]!;
		let [next, end] = [i, start];
		while (next < offsets.length && offsets[next]! - end < GAP && end - start < RUN)
			end = offsets[next]! + lengths[next++]!;
		const run = Buffer.allocUnsafe(end - start);
		if (readSync(file, run, 0, run.length, start) < run.length)
			throw new Error('The file became shorter while it was read.');
		for (; i < next; i++) {
			const from = offsets[i]! - start;
			yield run.subarray(from, from + lengths[i]!);
		}
	}
}

function simple(geometry: Geometry): Exclude<Geometry, GeometryCollection>[] {
	return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(simple) : [geometry];
}

/** What of a geometry may be seen in a tile; less of a large one is kept in memory. */
function clipped(
	geometry: Exclude<Geometry, GeometryCollection>,
	{ z, x, y }: At
): Exclude<Geometry, GeometryCollection> {
	if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return geometry;
	const [west, north] = fromWorld([(x - MARGIN) * TILE, (y - MARGIN) * TILE], z);
	const [east, south] = fromWorld([(x + 1 + MARGIN) * TILE, (y + 1 + MARGIN) * TILE], z);
	return bboxClip(geometry, [west, south, east, north]).geometry;
}
