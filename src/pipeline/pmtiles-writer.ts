import { createHash } from 'node:crypto';
import type { Tile } from '../lib/compile/tile';
import { tileId } from '../lib/geo/tile-id';
import {
	addEntry,
	archiveHead,
	checkBounds,
	checkTile,
	gzip,
	nameOf,
	type ArchiveInfo,
	type Entry
} from './pmtiles-format';

/** An archive, and how much of its beginning a reader needs for the tiles of each zoom. */
export interface PackedTiles {
	archive: Uint8Array;
	/** By zoom: the position in bytes behind its last tile. */
	ends: Record<number, number>;
}

/**
 * Packs vector tiles into a PMTiles archive, version 3: clustered by Hilbert tile id (but for
 * `firstZoom`), gzip, equal tiles stored once.
 * The order in which tiles come makes no difference to the bytes.
 *
 * @throws Error naming the tile and value when a tile is outside its zoom, empty or given
 * twice, when there is none, or when the bounds are not bounds.
 */
export function writePmtiles(tiles: Iterable<Tile>, info: ArchiveInfo): PackedTiles {
	checkBounds(info.bounds);
	const { placed, blobs } = collect(tiles);
	const inFile = inOrder(placed, info.firstZoom);
	const { entries, data, ends } = layOut(placed, inFile, blobs);
	const zooms = placed.map(({ z }) => z);
	const contents = {
		entries,
		tiles: placed.length,
		contents: blobs.size,
		bytes: data.length,
		isClustered: inFile.every((tile, i) => tile === placed[i]),
		minzoom: zooms[0] ?? 0,
		maxzoom: zooms.at(-1) ?? 0
	};
	const head = archiveHead(contents, info);
	return {
		archive: Buffer.concat([head, data]),
		ends: Object.fromEntries([...ends].map(([z, end]) => [z, head.length + end]))
	};
}

interface Placed {
	id: number;
	z: number;
	blob: string;
}

/** Compresses each different tile once and sorts all by tile id. */
function collect(tiles: Iterable<Tile>): { placed: Placed[]; blobs: Map<string, Uint8Array> } {
	const placed: Placed[] = [];
	const seen = new Set<number>();
	const blobs = new Map<string, Uint8Array>();
	for (const tile of tiles) {
		checkTile(tile);
		const id = tileId(tile.z, tile.x, tile.y);
		if (seen.has(id)) throw new Error(`${nameOf(tile)} is given twice.`);
		seen.add(id);
		const blob = createHash('sha256').update(tile.data).digest('base64');
		if (!blobs.has(blob)) blobs.set(blob, gzip(tile.data));
		placed.push({ id, z: tile.z, blob });
	}
	if (placed.length === 0) throw new Error('There is no tile to write: the layers are empty.');
	placed.sort((a, b) => a.id - b.id);
	return { placed, blobs };
}

/** The order of the contents: by tile id, but those of one zoom before all others. */
function inOrder(placed: Placed[], firstZoom: number | undefined): Placed[] {
	const isFirst = ({ z }: Placed) => z === firstZoom;
	return [...placed.filter(isFirst), ...placed.filter((tile) => !isFirst(tile))];
}

/**
 * Orders the contents by their first use in `inFile`, and joins runs of neighbours in `placed`
 * with equal content.
 */
function layOut(
	placed: Placed[],
	inFile: Placed[],
	blobs: Map<string, Uint8Array>
): { entries: Entry[]; data: Uint8Array; ends: Map<number, number> } {
	const offsets = new Map<string, number>();
	const ends = new Map<number, number>();
	const chunks: Uint8Array[] = [];
	let end = 0;
	for (const { z, blob } of inFile) {
		const bytes = blobs.get(blob)!;
		if (!offsets.has(blob)) {
			offsets.set(blob, end);
			chunks.push(bytes);
			end += bytes.length;
		}
		ends.set(z, Math.max(ends.get(z) ?? 0, offsets.get(blob)! + bytes.length));
	}
	const entries: Entry[] = [];
	for (const { id, blob } of placed) {
		const [offset, { length }] = [offsets.get(blob)!, blobs.get(blob)!];
		addEntry(entries, { id, offset, length });
	}
	return { entries, data: Buffer.concat(chunks), ends };
}
