/* eslint-disable svelte/prefer-svelte-reactivity -- drafts never change: each is replaced as a whole */
import type { Bilingual } from '../atlas/schema';
import { done, joined, stepOf, undone, type Changes, type Draft, type Step } from '../draft/draft';
import { jsonOf } from '../draft/find-files';
import { isAbout, type Told } from '../draft/told';
import { setAt } from '../source/edit-json';
import type { JsonPath } from '../source/json-path';
import { LiveCheck } from './live-check';
import { newId } from './new-id';
import { claimWork, type WorkLock } from './work-lock';
import { draftOf, NotOwner, type Origin, type SavedFolder, type WorksStore } from './works-store';

/** Whether what was done is on the device's disk. */
export type Saving = 'saved' | 'saving' | { failed: string };

/** Why nothing can be changed: another tab has the work, or has taken it over. */
export type Bar = 'elsewhere' | 'taken';

/** Tells other tabs the id of a work that was written. */
export const CHANNEL = 'atlas-studio';

/**
 * A work in progress: the texts of an atlas, every step that led to them, and what is wrong with
 * them. Each change is kept on the device at once, and only by the tab that may write.
 */
export class Work {
	readonly id: string;
	/** Files that are no texts of an atlas. */
	readonly others: Origin['others'];
	readonly #store: WorksStore;
	readonly #owner = newId();
	readonly #channel = new BroadcastChannel(CHANNEL);
	readonly #check: LiveCheck;
	#lock: WorkLock | null = null;
	#steps = $state.raw<readonly Step[]>([]);
	#at = $state(0);
	#files = $state.raw<Draft>(new Map());
	/** Number of the first step that the disk may have otherwise; `null`: none. */
	#unsaved: number | null = null;
	#isWriting = false;
	/** Settled once the last writing has ended, well or not. */
	#written: Promise<void> = Promise.resolve();
	/** What is edited next is a step of its own. */
	#isSettled = true;
	/** `null`: it may be changed. */
	bar = $state<Bar | null>('elsewhere');
	saving = $state<Saving>('saved');
	/** What is wrong; `null` before the first check. */
	told = $state.raw<readonly Told[] | null>(null);
	/** Why it can't be checked. */
	checkFailed = $state<string | null>(null);
	/** The texts that `told` is about. */
	#checked = $state.raw<Draft | null>(null);
	folder = $state.raw<SavedFolder | null>(null);

	private constructor(id: string, store: WorksStore, others: Origin['others']) {
		this.id = id;
		this.#store = store;
		this.others = others;
		this.#check = new LiveCheck(
			(told, draft) => {
				this.told = told;
				this.#checked = draft;
				this.checkFailed = null;
			},
			(reason) => (this.checkFailed = reason)
		);
		this.#channel.onmessage = ({ data }) => {
			if (data === this.id && this.bar) void this.#read();
		};
	}

	/** Opens a work of this device; `null` if it is not there. */
	static async open(store: WorksStore, id: string): Promise<Work | null> {
		const stored = await store.load(id);
		if (!stored) return null;
		const work = new Work(id, store, stored.origin.others);
		await work.#claim(false);
		return work;
	}

	/** The texts as they are now. */
	get files(): Draft {
		return this.#files;
	}

	readonly title = $derived.by(() => titleOf(this.#files));
	readonly undoable = $derived.by(() => this.#steps[this.#at - 1]?.label ?? null);
	readonly redoable = $derived.by(() => this.#steps[this.#at]?.label ?? null);
	/** Whether `told` is about the texts as they are now. */
	readonly isChecked = $derived.by(() => this.#checked === this.#files);

	/** Asks for the check that failed once more. */
	checkAgain(): void {
		this.checkFailed = null;
		this.#check.check(this.#files);
	}

	/** The value at a path of a JSON file; `undefined` if it is not there. */
	valueAt(file: string, path: JsonPath): unknown {
		let value: unknown = jsonOf(this.#files, file).root?.value;
		for (const key of path)
			value = (value as Record<string | number, unknown> | undefined | null)?.[key];
		return value;
	}

	/** What is wrong with a value or something inside it. */
	toldOf(file: string, path: JsonPath = []): Told[] {
		return (this.told ?? []).filter((one) => isAbout(one, file, path));
	}

	/**
	 * Changes texts. Changes of the same subject make one step until `settle` is called.
	 *
	 * @param label what is done, for people: 改名, Rename
	 */
	change(label: Bilingual, changes: Changes, subject?: string): void {
		if (this.bar) return;
		const step = stepOf(this.#files, changes, { label, ...(subject && { subject }) });
		if (!step) return;
		const last = this.#steps[this.#at - 1];
		const goesOn = !this.#isSettled && subject !== undefined && last?.subject === subject;
		if (last && goesOn) {
			const before = undone(this.#files, last);
			const both = joined(before, last, step);
			this.#take([...this.#steps.slice(0, this.#at - 1), ...(both ? [both] : [])], this.#at - 1);
		} else {
			this.#take([...this.#steps.slice(0, this.#at), step], this.#at);
		}
		this.#isSettled = false;
		this.#files = done(this.#files, step);
		this.#changed();
	}

	/**
	 * Changes a value of a JSON file.
	 *
	 * @param value `undefined` takes it away
	 */
	set(label: Bilingual, file: string, path: JsonPath, value: unknown): void {
		const text = setAt(this.#files.get(file) ?? '{}', path, value);
		this.change(label, new Map([[file, text]]), `${file} ${path.join('/')}`);
	}

	/** What is edited next is a step of its own: the editor has left a field. */
	settle(): void {
		this.#isSettled = true;
	}

	undo(): void {
		const step = this.#steps[this.#at - 1];
		if (!step || this.bar) return;
		this.#at--;
		this.#files = undone(this.#files, step);
		this.#moved();
	}

	redo(): void {
		const step = this.#steps[this.#at];
		if (!step || this.bar) return;
		this.#at++;
		this.#files = done(this.#files, step);
		this.#moved();
	}

	/** Takes the work over from the tab that has it. */
	async takeOver(): Promise<void> {
		await this.#claim(true);
	}

	/** Remembers the folder on disk and what was last seen in it. */
	async keepFolder(folder: SavedFolder): Promise<void> {
		this.folder = folder;
		await this.#store.saveFolder(this.id, this.#owner, folder);
	}

	/** Writes what is not written yet, also what could not be. */
	saveAgain(): void {
		if (!this.#isWriting) this.#written = this.#save();
	}

	/** Lets the work go, once what is being written is on the disk. */
	close(): void {
		this.#check.end();
		void this.#written.then(() => {
			this.#lock?.release();
			this.#channel.close();
		});
	}

	/** Reads the work, which may be changed once all of it is there and if no other tab has it. */
	async #claim(steal: boolean): Promise<void> {
		const lost = () => {
			this.#lock = null;
			this.bar = 'taken';
		};
		this.#lock = await claimWork(this.id, { steal, lost });
		if (this.#lock) await this.#store.own(this.id, this.#owner);
		await this.#read();
		if (this.#lock) this.bar = null;
	}

	/** Takes what the device keeps. */
	async #read(): Promise<void> {
		const stored = await this.#store.load(this.id);
		if (!stored) return;
		this.#steps = stored.steps;
		this.#at = stored.record.at;
		this.#files = draftOf(stored);
		this.folder = stored.folder;
		this.#isSettled = true;
		this.#unsaved = null;
		this.saving = 'saved';
		this.#check.check(this.#files);
	}

	/** The steps from now on; those from number `from` on are others than before. */
	#take(steps: readonly Step[], from: number): void {
		this.#steps = steps;
		this.#at = steps.length;
		this.#unsaved = Math.min(this.#unsaved ?? Infinity, from);
	}

	#changed(): void {
		this.#check.check(this.#files);
		this.saveAgain();
	}

	/** After undo or redo: the steps are as they were, only how many are done is not. */
	#moved(): void {
		this.#isSettled = true;
		this.#unsaved ??= this.#steps.length;
		this.#changed();
	}

	/** Writes until nothing is left to write. */
	async #save(): Promise<void> {
		this.#isWriting = true;
		this.saving = 'saving';
		try {
			while (this.#unsaved !== null) {
				const from = this.#unsaved;
				this.#unsaved = null;
				try {
					await this.#write(from);
				} catch (error) {
					this.#unsaved = Math.min(this.#unsaved ?? Infinity, from);
					throw error;
				}
			}
			this.saving = 'saved';
		} catch (error) {
			if (error instanceof NotOwner) this.bar = 'taken';
			this.saving = { failed: String(error) };
		} finally {
			this.#isWriting = false;
		}
		this.#channel.postMessage(this.id);
	}

	async #write(from: number): Promise<void> {
		await this.#store.save(
			this.id,
			this.#owner,
			{ title: this.title, at: this.#at, changed: new Date().toISOString() },
			{ from, steps: this.#steps.slice(from) }
		);
	}
}

/** The title of an atlas, or what stands for it while it has none. */
export function titleOf(draft: Draft): Bilingual {
	const title = jsonOf(draft, 'atlas.json').root?.members?.get('title')?.value as
		Partial<Bilingual> | undefined;
	const { zh, en } = title ?? {};
	return {
		zh: typeof zh === 'string' && zh ? zh : '未命名图志',
		en: typeof en === 'string' && en ? en : 'Atlas without a title'
	};
}
