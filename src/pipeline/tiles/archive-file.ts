import {
	closeSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tileId } from '../../lib/geo/tile-id';
import {
	addEntry,
	archiveHead,
	checkBounds,
	type ArchiveInfo,
	type Entry
} from '../pmtiles-format';
import { isRunning } from '../staging';
import type { PackedTile } from './cut-job';

/** Bytes copied at once. */
const COPIED = 4_194_304;

interface Placed {
	id: number;
	z: number;
	/** Where its content lies among the contents as they came. */
	from: number;
	length: number;
}

/**
 * A PMTiles archive that is written to the disk while its tiles come, in any order. Until it is
 * whole it lies in a folder of its own beside its place, `<output>.<process id>.part`; what stands
 * at its place stays until then.
 */
export class ArchiveFile {
	/** Bytes of contents so far. */
	bytes = 0;
	readonly #folder: string;
	#contents = -1;
	readonly #placed: Placed[] = [];
	readonly #known = new Map<string, { from: number; length: number }>();

	constructor(readonly output: string) {
		this.#folder = `${output}.${process.pid}.part`;
	}

	/**
	 * Makes the folder, and removes what runs that were killed left beside the place.
	 *
	 * @throws what Node throws if nothing can be written there
	 */
	begin(): void {
		removeStale(this.output);
		mkdirSync(this.#folder);
		this.#contents = openSync(join(this.#folder, 'contents'), 'w+');
	}

	/** Tiles written so far. */
	get tiles(): number {
		return this.#placed.length;
	}

	/** @throws what Node throws if the disk is full */
	add({ z, x, y, data, digest }: PackedTile): void {
		let content = this.#known.get(digest);
		if (!content) {
			content = { from: this.bytes, length: data.length };
			writeFileSync(this.#contents, data);
			this.bytes += data.length;
			this.#known.set(digest, content);
		}
		this.#placed.push({ id: tileId(z, x, y), z, ...content });
	}

	/**
	 * Puts all in order and the archive to its place.
	 *
	 * @returns bytes of the archive
	 * @throws what Node throws if the disk is full
	 */
	finish(info: ArchiveInfo): number {
		checkBounds(info.bounds);
		const placed = this.#placed.sort((a, b) => a.id - b.id);
		const { entries, inOrder } = ordered(placed);
		const contents = {
			entries,
			tiles: placed.length,
			contents: inOrder.length,
			bytes: this.bytes,
			isClustered: true,
			minzoom: placed[0]?.z ?? 0,
			maxzoom: placed.at(-1)?.z ?? 0
		};
		const head = archiveHead(contents, info);
		const whole = join(this.#folder, 'archive');
		const file = openSync(whole, 'w');
		writeFileSync(file, head);
		this.#copy(inOrder, file);
		fsyncSync(file);
		closeSync(file);
		renameSync(whole, this.output);
		this.discard();
		return head.length + this.bytes;
	}

	/** Removes all that is not at its place. */
	discard(): void {
		if (this.#contents >= 0) closeSync(this.#contents);
		this.#contents = -1;
		rmSync(this.#folder, { recursive: true, force: true });
	}

	#copy(contents: readonly Pick<Placed, 'from' | 'length'>[], file: number): void {
		const buffer = Buffer.allocUnsafe(COPIED);
		let filled = 0;
		for (const { from, length } of contents) {
			if (filled + length > COPIED) {
				writeFileSync(file, buffer.subarray(0, filled));
				filled = 0;
			}
			readSync(this.#contents, buffer, filled, length, from);
			filled += length;
		}
		writeFileSync(file, buffer.subarray(0, filled));
	}
}

/** The directory of tiles by id, and the contents in the order of their first use. */
function ordered(placed: readonly Placed[]): { entries: Entry[]; inOrder: Placed[] } {
	const entries: Entry[] = [];
	const inOrder: Placed[] = [];
	const offsets = new Map<number, number>();
	let end = 0;
	for (const tile of placed) {
		const { id, from, length } = tile;
		let offset = offsets.get(from);
		if (offset === undefined) {
			offsets.set(from, (offset = end));
			inOrder.push(tile);
			end += length;
		}
		addEntry(entries, { id, offset, length });
	}
	return { entries, inOrder };
}

function removeStale(output: string): void {
	const [folder, name] = [dirname(output), basename(output)];
	for (const found of readdirSync(folder)) {
		if (!found.startsWith(`${name}.`)) continue;
		const pid = /^\.(\d+)\.part$/.exec(found.slice(name.length))?.[1];
		if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
			rmSync(join(folder, found), { recursive: true, force: true });
	}
}
