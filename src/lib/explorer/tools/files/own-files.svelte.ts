import type { FeatureCollection } from 'geojson';
import type { Bounds } from '../../../atlas/schema';
import type { CoordinateColumns } from '../../../files/csv-columns';
import type { Fault } from '../../../files/fault';
import type { Answer } from '../../../files/messages';
import type { OwnDatum, OwnFeature, Placed, ReadFile } from '../../../files/own-file';
import type { AskColumns } from '../../../files/read-csv';
import type { Suspicion } from '../../../files/suspect-datum';
import type { OwnLayer } from '../../../style/own';
import { featureName } from './feature-name';
import { Reading, type Surroundings } from './reading';

/** A file that is on the map. */
export interface OwnFile extends Pick<ReadFile, 'format' | 'columns' | 'notes'> {
	/** Also the name of its source on the map. */
	id: string;
	name: string;
	/** In WGS-84. */
	features: OwnFeature[];
	datum: OwnDatum;
	bounds: Bounds | null;
	outside: number;
	/** What the map shows of it. */
	data: FeatureCollection;
	isShown: boolean;
}

/** A file that is read and looked at before it is added. */
export interface Preview {
	name: string;
	read: ReadFile;
	suspicion: Suspicion;
	placed: Placed;
	data: FeatureCollection;
	/** The first features as they were read, to compare. */
	asRead: FeatureCollection;
	/** Whether the next datum is being worked out. */
	isPlacing: boolean;
}

/** What is happening to the file that is in hand. */
export type Step =
	| { kind: 'idle' }
	| { kind: 'reading'; name: string }
	| { kind: 'columns'; name: string; ask: AskColumns }
	| { kind: 'preview'; preview: Preview }
	/** `null`: the page's own code failed. */
	| { kind: 'fault'; name: string; fault: Fault | null };

/** A feature that the reader points out. */
interface Picked {
	file: OwnFile;
	index: number;
}

/** So many features are drawn as they were read. */
export const COMPARED = 2000;

/** The reader's own files: one in hand, and those on the map. They live as long as the page. */
export class OwnFiles {
	files = $state.raw<readonly OwnFile[]>([]);
	step = $state.raw<Step>({ kind: 'idle' });
	picked = $state.raw<Picked | null>(null);
	/** Those that wait for the one in hand. */
	waiting = $state.raw<readonly File[]>([]);
	readonly #surroundings: Surroundings;
	/** Called when the reader points out a feature on the map. */
	readonly #onPick: () => void;
	#reading: Reading | null = null;
	#inHand: File | null = null;
	#count = 0;

	constructor(surroundings: Surroundings, onPick: () => void) {
		this.#surroundings = surroundings;
		this.#onPick = onPick;
	}

	/** What the map shows. Not derived: a derived value would end with the tool that made it. */
	get layers(): readonly OwnLayer[] {
		const shown: OwnLayer[] = this.files
			.filter(({ isShown }) => isShown)
			.map(({ id, data }) => ({ id, data, role: 'placed' }));
		if (this.step.kind !== 'preview') return shown;
		const { placed, data, asRead } = this.step.preview;
		const isMoved = placed.datum === 'GCJ-02' || placed.datum === 'BD-09';
		return [
			...shown,
			...(isMoved
				? [{ id: `${this.#idInHand}-as-read`, data: asRead, role: 'as-read' as const }]
				: []),
			{ id: this.#idInHand, data, role: 'placed' }
		];
	}

	get #idInHand(): string {
		return `own-${this.#count}`;
	}

	/** Reads files, one after the other: each waits until the one before is added or left. */
	take(files: readonly File[]): void {
		this.waiting = [...this.waiting, ...files];
		if (this.step.kind === 'idle' || this.step.kind === 'fault') this.#next();
	}

	chooseColumns(columns: CoordinateColumns): void {
		if (this.#inHand) void this.#read(this.#inHand, columns);
	}

	async chooseDatum(datum: OwnDatum): Promise<void> {
		const { step } = this;
		const reading = this.#reading;
		if (step.kind !== 'preview' || !reading) return;
		this.step = { kind: 'preview', preview: { ...step.preview, isPlacing: true } };
		const answer = await reading.place(datum).catch(failed);
		if (this.#reading !== reading) return;
		if (answer?.kind !== 'placed') return this.#fail(step.preview.name, answer);
		const { placed } = answer;
		const data = mapData(placed);
		this.step = { kind: 'preview', preview: { ...step.preview, placed, data, isPlacing: false } };
	}

	/** Puts the file in hand on the map for good. */
	add(): OwnFile | null {
		if (this.step.kind !== 'preview') return null;
		const { name, read, placed, data } = this.step.preview;
		const { format, columns, notes } = read;
		const { datum, bounds, outside } = placed;
		const features = read.features.map(({ properties }, i) => {
			return { geometry: placed.geometries[i] ?? null, properties };
		});
		const id = this.#idInHand;
		const file = {
			id,
			name,
			format,
			columns,
			notes,
			features,
			datum,
			bounds,
			outside,
			data,
			isShown: true
		};
		this.files = [...this.files, file];
		this.#next();
		return file;
	}

	/** Leaves the file in hand, or what was said of it. */
	leave(): void {
		this.#next();
	}

	toggle(file: OwnFile): void {
		this.files = this.files.map((one) => (one === file ? { ...one, isShown: !one.isShown } : one));
	}

	remove(file: OwnFile): void {
		this.files = this.files.filter((one) => one !== file);
		if (this.picked?.file.id === file.id) this.picked = null;
	}

	/** A feature on the map, by the name of its source. */
	pick({ source, index }: { source: string; index: number }): void {
		const file = this.files.find(({ id }) => id === source);
		if (!file) return;
		this.picked = { file, index };
		this.#onPick();
	}

	/** Name of a feature on the map, to be shown as text. */
	nameOf(hit: { source: string; index: number } | null): string {
		const features =
			this.files.find(({ id }) => id === hit?.source)?.features ??
			(this.step.kind === 'preview' ? this.step.preview.read.features : []);
		return featureName(features[hit?.index ?? -1], hit?.index ?? 0);
	}

	#next(): void {
		this.#reading?.end();
		this.#reading = null;
		const [next = null, ...others] = this.waiting;
		this.#inHand = next;
		this.waiting = others;
		this.step = { kind: 'idle' };
		if (next) void this.#read(next);
	}

	async #read(file: File, columns?: CoordinateColumns): Promise<void> {
		this.#reading?.end();
		const reading = (this.#reading = new Reading());
		this.step = { kind: 'reading', name: file.name };
		const answer = await reading.read(file, this.#surroundings, columns).catch(failed);
		if (this.#reading !== reading) return;
		const { name } = file;
		if (answer?.kind === 'columns') this.step = { kind: 'columns', name, ask: answer.ask };
		else if (answer?.kind === 'read') {
			this.#count++;
			const { read, suspicion, placed } = answer;
			const data = mapData(placed);
			const first = read.features.slice(0, COMPARED).map(({ geometry }) => geometry);
			const asRead = mapData({ geometries: first, from: first.map(() => 0) });
			const preview = { name, read, suspicion, placed, data, asRead, isPlacing: false };
			this.step = { kind: 'preview', preview };
		} else this.#fail(name, answer);
	}

	#fail(name: string, answer: Answer | null): void {
		this.#reading?.end();
		this.#reading = null;
		this.step = { kind: 'fault', name, fault: answer?.kind === 'fault' ? answer.fault : null };
	}
}

function failed(error: unknown): null {
	console.error(error);
	return null;
}

/** Of a file what the map needs: places, the index of each, and from which zoom on it is drawn. */
function mapData({ geometries, from }: Pick<Placed, 'geometries' | 'from'>): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: geometries.flatMap((geometry, id) =>
			geometry ? [{ type: 'Feature', id, geometry, properties: { from: from[id] ?? 0 } }] : []
		)
	};
}
