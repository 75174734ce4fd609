import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Feature, Geometry } from 'geojson';
import type { Bounds } from '../../lib/atlas/schema';
import { geometryBounds } from '../../lib/geo/bounds';
import { addFieldTypes, type FieldTypes } from '../../lib/compile/field-types';
import type { Issue } from '../../lib/source/types';
import { chosenAttributes, idOf, isTileId, rankOf, type AttributeChoice } from './attributes';
import { FaultList, Stop } from './fault-list';
import { asFeature, featureFault, isEmpty } from './feature-faults';
import { FeatureIndex } from './feature-index';
import { FeatureScan, ScanFault, type FoundFeature } from './feature-scan';
import { project } from './point-index';
import { ZoomsNeeded, type ZoomRange } from './zoom-range';

/** What one reading of a file tells, before anything is cut. */
export interface ReadFeatures {
	index: FeatureIndex;
	/** `[west, south, east, north]`, WGS-84 degrees. */
	bounds: Bounds;
	/** Of the attributes that are kept. */
	fields: FieldTypes;
	/** The zooms that follow from extent and number. */
	zooms: ZoomRange;
	/** Whether any feature has a whole number as its id; if not, ids are places in the file. */
	hasIds: boolean;
	/** Features without a geometry, which are left out. */
	unplaced: number;
	/** Features whose id another one before them has. */
	repeated: number;
	/** Features with two neighbouring positions more than half the world apart. */
	across: number;
	/** The file's size and time of change, to notice when it is changed while it is read. */
	version: string;
}

const PIECE_BYTES = 1 << 20;
/**
 * Reads GeoJSON of any size once and keeps an index of it.
 *
 * @param file path; it must be UTF-8
 * @param onRead told now and then how many bytes have been read
 * @returns the index, or the first 50 issues and how many there are
 * @throws what Node throws if the file can't be read
 */
export async function readFeatures(
	file: string,
	choice: AttributeChoice,
	onRead: (bytes: number) => void
): Promise<{ ok: true; value: ReadFeatures } | { ok: false; issues: Issue[]; total: number }> {
	const version = await versionOf(file);
	const reading = new Reading(file, choice);
	const scan = new FeatureScan();
	const stream = createReadStream(file, { highWaterMark: PIECE_BYTES });
	let read = 0;
	try {
		for await (const piece of stream as AsyncIterable<Buffer>) {
			if (read === 0) reading.checkStart(piece);
			for (const found of scan.push(piece)) reading.take(found);
			read += piece.length;
			onRead(read);
		}
		scan.end();
		reading.end(scan, null);
	} catch (fault) {
		if (fault instanceof ScanFault) reading.end(scan, fault);
		else if (!(fault instanceof Stop)) throw fault;
	}
	return reading.result(version);
}

/** The file's size and time of change. */
export async function versionOf(file: string): Promise<string> {
	const { size, mtimeMs } = await stat(file);
	return `${size} ${mtimeMs}`;
}

class Reading {
	readonly #index = new FeatureIndex();
	readonly #zooms = new ZoomsNeeded();
	readonly #types = new Map<string, FieldTypes[string]>();
	readonly #names = new Set<string>();
	readonly #ids = new Set<number>();
	readonly #faults: FaultList;
	#place = 0;
	#bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
	#unplaced = 0;
	#repeated = 0;
	#across = 0;
	readonly #utf8 = new TextDecoder('utf-8', { fatal: true });

	constructor(
		file: string,
		readonly choice: AttributeChoice
	) {
		this.#faults = new FaultList(file);
	}

	/** UTF-16 would only look like bad JSON. */
	checkStart(piece: Uint8Array): void {
		const isUtf16 = (piece[0] ?? 0) >= 0xfe || piece.subarray(0, 400).includes(0);
		if (isUtf16) this.#faults.notUtf8({ bytes: piece, line: 1, column: 1 });
	}

	take(found: FoundFeature): void {
		this.#place++;
		const text = this.#textOf(found);
		const feature = asFeature(this.#valueOf(text, found));
		const fault = featureFault(feature);
		if (fault) this.#faults.add(found, text, fault, feature?.id);
		else this.#keep(feature as Feature<Geometry | null>, found);
	}

	/** Takes what the scan of the whole file found, and why it ended before the end. */
	end(scan: FeatureScan, fault: ScanFault | null): void {
		if (fault) this.#faults.stop(fault);
		this.#faults.checkCrs(scan.crs);
	}

	result(version: string): Awaited<ReturnType<typeof readFeatures>> {
		const faults = this.#faults;
		if (faults.total === 0) faults.checkWhole(this.#index.size > 0, this.choice, this.#names);
		if (faults.total > 0) return { ok: false, issues: faults.issues, total: faults.total };
		return {
			ok: true,
			value: {
				index: this.#index,
				bounds: this.#bounds,
				fields: Object.fromEntries(this.#types),
				zooms: this.#zooms.range(),
				hasIds: this.#ids.size > 0,
				unplaced: this.#unplaced,
				repeated: this.#repeated,
				across: this.#across,
				version
			}
		};
	}

	#keep(feature: Feature<Geometry | null>, { offset, bytes }: FoundFeature): void {
		const { geometry, properties } = feature;
		for (const name of Object.keys(properties ?? {})) this.#names.add(name);
		if (!geometry || isEmpty(geometry)) {
			this.#unplaced++;
			return;
		}
		addFieldTypes(this.#types, chosenAttributes(properties, this.choice));
		this.#noteId(idOf(feature as Feature, this.choice));
		if (leaps(geometry)) this.#across++;
		const [west, south, east, north] = geometryBounds(geometry);
		const [left, top] = project([west, north]);
		const [right, bottom] = project([east, south]);
		const box: Bounds = [left, top, right, bottom];
		const all = this.#bounds;
		this.#bounds = [
			Math.min(all[0], west),
			Math.min(all[1], south),
			Math.max(all[2], east),
			Math.max(all[3], north)
		];
		this.#zooms.add(box);
		this.#index.add({
			box,
			offset,
			length: bytes.length,
			place: this.#place,
			isPoint: geometry.type === 'Point',
			rank: rankOf(properties, this.choice)
		});
	}

	/** Ids that are no whole numbers become an attribute. */
	#noteId(id: unknown): void {
		if (isTileId(id)) {
			if (this.#ids.has(id)) this.#repeated++;
			this.#ids.add(id);
		} else if (id !== undefined && id !== null && !this.choice.id)
			addFieldTypes(this.#types, { id });
	}

	#textOf(found: FoundFeature): string {
		try {
			const text = this.#utf8.decode(found.bytes);
			if (!text.includes('\0')) return text;
		} catch {
			// told below
		}
		return this.#faults.notUtf8(found);
	}

	#valueOf(text: string, found: FoundFeature): unknown {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			return this.#faults.notJson(found, text);
		}
	}
}

/** Whether a line or ring has a step over more than half the world. */
function leaps(geometry: Geometry): boolean {
	if (geometry.type === 'GeometryCollection') return geometry.geometries.some(leaps);
	if (geometry.type.endsWith('Point')) return false;
	const inside = (list: unknown[]): boolean =>
		Array.isArray((list[0] as unknown[])?.[0])
			? list.some((part) => inside(part as unknown[]))
			: (list as number[][]).some(
					([lng = 0], i) => i > 0 && Math.abs(lng - (list as number[][])[i - 1]![0]!) > 180
				);
	return inside(geometry.coordinates);
}
