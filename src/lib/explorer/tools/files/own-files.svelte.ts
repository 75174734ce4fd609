import type { CoordinateColumns } from '../../../files/csv-columns';
import type { Fault } from '../../../files/fault';
import type { Answer } from '../../../files/messages';
import type { OwnContent, OwnDatum, Placed } from '../../../files/own-file';
import { isMoved } from '../../../files/place-features';
import type { AskColumns } from '../../../files/read-table';
import type { Suspicion } from '../../../files/suspect-datum';
import type { OwnLayer } from '../../../style/own';
import { featureName } from './feature-name';
import { Reading, type Surroundings } from './reading';

/** A file that is on the map. */
export interface OwnFile {
	/** Also the name of its source on the map. */
	id: string;
	name: string;
	content: OwnContent;
	placed: Placed;
	isShown: boolean;
	/** Per cent. */
	opacity: number;
	/** Gives the tiles. */
	reading: Reading;
}

/** A file that is read and looked at before it is added. */
export interface Preview {
	name: string;
	content: OwnContent;
	suspicion: Suspicion;
	placed: Placed;
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
		const shown = this.files
			.filter(({ isShown }) => isShown)
			.map(({ id, placed, reading, opacity }) => ({
				...layerOf(id, placed, reading, false),
				opacity: opacity / 100
			}));
		const { step } = this;
		if (step.kind !== 'preview' || !this.#reading) return shown;
		const { placed } = step.preview;
		return [...shown, layerOf(this.#idInHand, placed, this.#reading, isMoved(placed.datum))];
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
		const answer = await reading.place(datum).catch(asNull);
		if (this.#reading !== reading) return;
		if (answer?.kind !== 'placed') return this.#fail(step.preview.name, answer);
		const { placed } = answer;
		this.step = { kind: 'preview', preview: { ...step.preview, placed, isPlacing: false } };
	}

	/** Puts the file in hand on the map for good. */
	add(): void {
		const reading = this.#reading;
		if (this.step.kind !== 'preview' || !reading) return;
		const { name, content, placed } = this.step.preview;
		this.files = [
			...this.files,
			{ id: this.#idInHand, name, content, placed, isShown: true, opacity: 100, reading }
		];
		this.#reading = null;
		this.#next();
	}

	/** Leaves the file in hand, or what was said of it. */
	leave(): void {
		this.#next();
	}

	toggle(file: OwnFile): void {
		this.files = this.files.map((one) => (one === file ? { ...one, isShown: !one.isShown } : one));
	}

	/** Draws a file more or less faintly. */
	setOpacity(file: OwnFile, percent: number): void {
		this.files = this.files.map((one) => (one === file ? { ...one, opacity: percent } : one));
	}

	remove(file: OwnFile): void {
		this.files = this.files.filter((one) => one !== file);
		file.reading.end();
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
		const rows =
			this.files.find(({ id }) => id === hit?.source)?.content.rows ??
			(this.step.kind === 'preview' ? this.step.preview.content.rows : []);
		return featureName(rows[hit?.index ?? -1], hit?.index ?? 0);
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
		const answer = await reading.read(file, this.#surroundings, columns).catch(asNull);
		if (this.#reading !== reading) return;
		const { name } = file;
		if (answer?.kind === 'columns') this.step = { kind: 'columns', name, ask: answer.ask };
		else if (answer?.kind === 'read') {
			this.#count++;
			const { content, suspicion, placed } = answer;
			const preview = { name, content, suspicion, placed, isPlacing: false };
			this.step = { kind: 'preview', preview };
		} else this.#fail(name, answer);
	}

	#fail(name: string, answer: Answer | null): void {
		this.#reading?.end();
		this.#reading = null;
		this.step = { kind: 'fault', name, fault: answer?.kind === 'fault' ? answer.fault : null };
	}
}

/** Whose file was left has no use for the error; else the fault says that the page failed. */
function asNull(): null {
	return null;
}

function layerOf(id: string, { datum }: Placed, { tile }: Reading, isCompared: boolean): OwnLayer {
	return { id, version: datum, isCompared, opacity: 1, tile };
}
