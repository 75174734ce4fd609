import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Feature, Geometry } from 'geojson';
import type { Bilingual, Bounds } from '../../lib/atlas/schema';
import { geometryBounds } from '../../lib/geo/bounds';
import { lineAt, nodeAt, parseJson } from '../../lib/text/json-positions';
import { addFieldTypes, type FieldTypes } from '../field-types';
import { decode } from '../../lib/source/read-text';
import type { Issue } from '../../lib/source/types';
import { chosenAttributes, idOf, isTileId, rankOf, type AttributeChoice } from './attributes';
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
/** Issues that are told in full; the others are only counted. */
const TOLD = 50;

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
		reading.checkCrs(scan.crs);
	} catch (fault) {
		if (fault instanceof ScanFault) reading.stop(fault);
		else if (!(fault instanceof Stop)) throw fault;
	}
	return reading.result(version);
}

/** The file's size and time of change. */
export async function versionOf(file: string): Promise<string> {
	const { size, mtimeMs } = await stat(file);
	return `${size} ${mtimeMs}`;
}

const MEND: Bilingual = {
	zh: '改正这一处，或重新导出文件。',
	en: 'Mend this place, or export the file again.'
};

/** Thrown when what follows can't be read. */
class Stop extends Error {}

class Reading {
	readonly #index = new FeatureIndex();
	readonly #zooms = new ZoomsNeeded();
	readonly #types = new Map<string, FieldTypes[string]>();
	readonly #names = new Set<string>();
	readonly #ids = new Set<number>();
	readonly #issues: Issue[] = [];
	#total = 0;
	#place = 0;
	#bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
	#unplaced = 0;
	#repeated = 0;
	#across = 0;
	readonly #utf8 = new TextDecoder('utf-8', { fatal: true });

	constructor(
		readonly file: string,
		readonly choice: AttributeChoice
	) {}

	/** UTF-16 would only look like bad JSON. */
	checkStart(piece: Uint8Array): void {
		const isUtf16 = (piece[0] ?? 0) >= 0xfe || piece.subarray(0, 400).includes(0);
		if (isUtf16) this.#refuse(decode(piece, this.file).issues);
	}

	take(found: FoundFeature): void {
		this.#place++;
		const text = this.#textOf(found);
		const value = this.#parse(text, found);
		const feature = asFeature(value);
		const fault = featureFault(feature);
		if (fault) {
			const { root } = parseJson(text);
			const at = root ? nodeAt(root, fault.path).start : 0;
			this.#add(found, text, at, fault, feature?.id);
		} else this.#keep(feature as Feature<Geometry | null>, found);
	}

	checkCrs(crs: string | null): void {
		if (crs === null || crs === 'null' || /CRS:?84|EPSG:+(.*:)?4326"/.test(crs)) return;
		this.#refuse([
			{
				rule: 'geojson',
				severity: 'error',
				file: this.file,
				message: {
					zh: `成员"crs"写的坐标系不是WGS-84：${crs.slice(0, 100)}。`,
					en: `The member "crs" names another system than WGS-84: ${crs.slice(0, 100)}.`
				},
				fix: {
					zh: '用WGS-84的度数（EPSG:4326）导出文件，例如用ogr2ogr -t_srs EPSG:4326。',
					en: 'Export the file in WGS-84 degrees (EPSG:4326), for example with ogr2ogr -t_srs EPSG:4326.'
				}
			}
		]);
	}

	stop({ told, line, column }: ScanFault): void {
		this.#report({
			...{ rule: 'geojson', severity: 'error', file: this.file, line, column },
			message: {
				zh: `这不是JSON，或不是GeoJSON可用的JSON：${told.zh}。`,
				en: `This is not JSON, or none that GeoJSON allows: ${told.en}.`
			},
			fix: MEND
		});
	}

	result(version: string): Awaited<ReturnType<typeof readFeatures>> {
		if (this.#total === 0) this.#checkWhole();
		if (this.#total > 0) return { ok: false, issues: this.#issues, total: this.#total };
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

	#checkWhole(): void {
		const problem = (message: Bilingual, fix: Bilingual) =>
			this.#report({ rule: 'geojson', severity: 'error', file: this.file, line: 1, message, fix });
		if (this.#index.size === 0)
			problem(
				{ zh: '没有一个要素带几何图形。', en: 'No feature has a geometry.' },
				{
					zh: '看看导出时是否带上了几何图形。',
					en: 'Check that the export took the geometry along.'
				}
			);
		const { keep, drop, rank, id } = this.choice;
		const named = [...(keep ?? []), ...drop, ...[rank, id].filter((name) => name !== null)];
		const names = [...this.#names].slice(0, 50).join(', ');
		for (const name of named.filter((name) => !this.#names.has(name)))
			problem(
				{ zh: `没有一个要素有属性"${name}"。`, en: `No feature has the attribute "${name}".` },
				{ zh: `从文件所有的属性里选：${names}。`, en: `Choose among those of the file: ${names}.` }
			);
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
		const { issues } = decode(found.bytes, this.file);
		return this.#refuse(
			issues.map((issue) => ({ ...issue, line: found.line + (issue.line ?? 1) - 1 }))
		);
	}

	#parse(text: string, found: FoundFeature): unknown {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			const [fault] = parseJson(text).faults;
			const message = {
				zh: `这不是JSON：${fault?.message.zh ?? '无法解析'}。`,
				en: `This is not JSON: ${fault?.message.en ?? 'it can’t be parsed'}.`
			};
			this.#add(found, text, fault?.offset ?? 0, { message, fix: MEND });
			throw new Stop();
		}
	}

	#add(
		{ line, column }: FoundFeature,
		text: string,
		offset: number,
		{ message, fix }: Pick<Issue, 'message' | 'fix'>,
		id?: string | number
	): void {
		const at = this.#total < TOLD ? lineAt(text, offset) : { line: 1, column: 1 };
		this.#report({
			...{ rule: 'geojson', severity: 'error', file: this.file },
			line: line + at.line - 1,
			column: at.line === 1 ? column + at.column - 1 : at.column,
			...(id === undefined ? {} : { feature: String(id) }),
			message,
			fix
		});
	}

	#refuse(issues: Issue[]): never {
		for (const issue of issues) this.#report(issue);
		throw new Stop();
	}

	#report(issue: Issue): void {
		if (this.#total++ < TOLD) this.#issues.push(issue);
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
