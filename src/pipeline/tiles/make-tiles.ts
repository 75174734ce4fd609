import { availableParallelism } from 'node:os';
import type { Issue } from '../../lib/source/types';
import type { AttributeChoice } from './attributes';
import { ArchiveFile } from './archive-file';
import { cutAll } from './cut-all';
import type { CutSettings } from './cut-job';
import { isOneJob, planJobs } from './plan';
import { readFeatures, versionOf, type ReadFeatures } from './read-features';
import type { ZoomRange } from './zoom-range';

/** What an editor chose; the rest follows from the file. */
export interface TileOptions {
	layer: string;
	minzoom: number | null;
	maxzoom: number | null;
	attributes: AttributeChoice;
}

/** An archive made of a GeoJSON file, and what it took. */
export interface MadeTiles extends ZoomRange {
	features: number;
	tiles: number;
	/** Of the archive. */
	bytes: number;
	/** Of the largest tile, before compression. */
	largestTile: number;
	/** Tiles from which features were left out to keep them below the limit. */
	thinned: number;
	/** Features that had no room in a tile of `maxzoom`, counted in each. */
	lost: number;
	/** Lines and areas smaller than a unit of a tile of `maxzoom`. */
	tooSmall: number;
	unplaced: ReadFeatures['unplaced'];
	repeated: ReadFeatures['repeated'];
	across: ReadFeatures['across'];
}

/** The share of the time that reading takes; measured with a million features. */
const READING = 0.15;
const MOST_THREADS = 4;

/**
 * Makes a PMTiles archive with one layer of GeoJSON of any size: reads it once for an index,
 * divides the work, cuts it in threads and puts the tiles together on the disk. Until the
 * archive is whole nothing stands at `output`; if it can't be finished nothing is left.
 *
 * @param onShare told now and then how much is done, from 0 to 1
 * @throws what Node throws if `input` can't be read, or `output` not be written; then with `needed`,
 * the bytes that the archive takes while it is made, as far as can be said
 */
export async function makeTiles(
	input: string,
	output: string,
	options: TileOptions,
	onShare: (share: number) => void
): Promise<{ ok: true; value: MadeTiles } | { ok: false; issues: Issue[]; total: number }> {
	const { attributes, layer } = options;
	const bytes = Number((await versionOf(input)).split(' ')[0]);
	const read = await readFeatures(input, attributes, (done) => onShare((READING * done) / bytes));
	if (!read.ok) return read;
	const { index, bounds, fields, hasIds, unplaced, repeated, across, version } = read.value;
	const zooms = chosenZooms(read.value.zooms, options);
	const settings: CutSettings = { input, layer, zooms, attributes, hasIds };
	const counts = { largestTile: 0, thinned: 0, lost: 0 };
	const archive = new ArchiveFile(output);
	const stopListening = discardWhenKilled(archive);
	const all = index.lengths.subarray(0, index.size).reduce((sum, length) => sum + length, 0);
	let done = 0;
	try {
		archive.begin();
		const threads = isOneJob(index) ? 0 : Math.min(availableParallelism(), MOST_THREADS);
		await cutAll(planJobs(index, zooms), settings, threads, (tiles, { work }) => {
			for (const tile of tiles) {
				if (tile.data) {
					archive.add(tile);
					counts.largestTile = Math.max(counts.largestTile, tile.size);
				}
				if (tile.left > 0) counts.thinned++;
				if (tile.z === zooms.maxzoom) counts.lost += tile.left;
			}
			done += work;
			onShare(READING + (1 - READING) * Math.min(done / all, 1));
		});
		if ((await versionOf(input)) !== version) throw new Error('it was changed while it was read');
		if (archive.tiles === 0) throw new Error('nothing in it is large enough to be drawn');
		const info = { name: layer, attribution: '', bounds, layers: [{ id: layer, fields }] };
		const { tiles } = archive;
		const written = archive.finish(info);
		const made = { ...zooms, ...counts, tiles, bytes: written, features: index.size };
		return {
			ok: true,
			value: { ...made, tooSmall: tooSmall(index, zooms), unplaced, repeated, across }
		};
	} catch (error) {
		const needed = (2 * archive.bytes) / Math.min(Math.max(done / all, 0.01), 1);
		throw Object.assign(error as Error, { needed });
	} finally {
		stopListening();
		archive.discard();
	}
}

function chosenZooms(found: ZoomRange, { minzoom, maxzoom }: TileOptions): ZoomRange {
	const max = maxzoom ?? Math.max(found.maxzoom, minzoom ?? 0);
	return { minzoom: minzoom ?? Math.min(found.minzoom, max), maxzoom: max };
}

function tooSmall({ boxes, isPoint, size }: ReadFeatures['index'], { maxzoom }: ZoomRange): number {
	const unit = 2 ** -maxzoom / 4096;
	let count = 0;
	for (let i = 0; i < size; i++) {
		const width = boxes[4 * i + 2]! - boxes[4 * i]!;
		const height = boxes[4 * i + 3]! - boxes[4 * i + 1]!;
		if (!isPoint[i] && Math.max(width, height) < unit) count++;
	}
	return count;
}

/** Removes what is not finished before a signal ends the process as it would without us. */
function discardWhenKilled(archive: ArchiveFile): () => void {
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
	const stop = (signal: NodeJS.Signals) => {
		archive.discard();
		stopListening();
		process.stderr.write(`\nStopped by ${signal}: nothing was written.\n`);
		process.kill(process.pid, signal);
	};
	const stopListening = () => signals.forEach((signal) => process.off(signal, stop));
	signals.forEach((signal) => process.on(signal, stop));
	return stopListening;
}
