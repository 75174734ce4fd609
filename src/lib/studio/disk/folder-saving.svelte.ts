/* eslint-disable svelte/prefer-svelte-reactivity -- what is here is replaced as a whole */
import { savePlan, unsaved, type Conflict, type SavePlan } from '../../draft/save-plan';
import { titleOf, type Work } from '../work.svelte';
import { diskStrings } from './strings';
import {
	mayWrite,
	removeFile,
	textOf,
	textsIn,
	writeText,
	type FileFailure
} from './folder-on-disk';

/** Why a folder was not written. */
export type Refusal =
	| { kind: 'no-permission'; folder: string }
	| { kind: 'other-atlas'; folder: string; title: { zh: string; en: string } }
	| { kind: 'failed'; failures: FileFailure[] };

/** What the editor must decide before files are written. */
export interface Question {
	conflicts: Conflict[];
	theirs: SavePlan['theirs'];
}

/** Saves a work into a folder on the disk, and never over what somebody else has written there. */
export class FolderSaving {
	readonly #work: Work;
	isSaving = $state(false);
	refusal = $state.raw<Refusal | null>(null);
	question = $state.raw<Question | null>(null);

	constructor(work: Work) {
		this.#work = work;
	}

	/** Files that the folder does not have as they are here, as far as was last seen. */
	readonly unsaved: readonly string[] = $derived.by(() => {
		const seen = this.#work.folder?.seen;
		return seen ? unsaved(this.#work.files, new Map(Object.entries(seen))) : [];
	});

	/** Asks for a folder if there is none, and saves into it. */
	async save(): Promise<void> {
		await this.#guarded(async () => {
			let folder = this.#work.folder?.handle;
			if (!folder) {
				folder = await window.showDirectoryPicker!({ id: 'atlas', mode: 'readwrite' });
				const there = await textsIn(folder);
				if (there.has('atlas.json') && !sameTexts(there, this.#work.files)) {
					this.refusal = { kind: 'other-atlas', folder: folder.name, title: titleOf(there) };
					return;
				}
				await this.#work.keepFolder({ handle: folder, seen: Object.fromEntries(there) });
			}
			if (!(await mayWrite(folder))) {
				this.refusal = { kind: 'no-permission', folder: folder.name };
				return;
			}
			const plan = savePlan(this.#work.files, this.#seen, await textsIn(folder));
			if (plan.conflicts.length > 0 || plan.theirs.size > 0) this.question = plan;
			else await this.#write(plan);
		});
	}

	/** Saves as the editor has decided; the texts of the folder that are taken make one step. */
	async decide(takeTheirs: ReadonlySet<string>): Promise<void> {
		const { question } = this;
		const folder = this.#work.folder?.handle;
		if (!question || !folder) return;
		this.question = null;
		await this.#guarded(async () => {
			const onDisk = await textsIn(folder);
			const told = [...question.conflicts.map(({ path }) => path), ...question.theirs.keys()];
			// What was seen by the question is what is decided about; something newer asks again.
			const seen = new Map(this.#seen);
			for (const path of told) put(seen, path, asked(question, path));
			const taken = told.filter((path) => takeTheirs.has(path));
			const changes = new Map(taken.map((path) => [path, asked(question, path)]));
			this.#work.change(diskStrings.en.take, changes);
			await this.#remember(seen);
			const plan = savePlan(this.#work.files, seen, onDisk);
			if (plan.conflicts.length > 0 || plan.theirs.size > 0) this.question = plan;
			else await this.#write(plan);
		});
	}

	get #seen(): Map<string, string> {
		return new Map(Object.entries(this.#work.folder?.seen ?? {}));
	}

	async #write({ write, remove }: SavePlan): Promise<void> {
		const folder = this.#work.folder?.handle;
		if (!folder) return;
		const seen = this.#seen;
		const failures: FileFailure[] = [];
		let isOvertaken = false;
		const attempt = async (path: string, text: string | null) => {
			try {
				// Somebody may have written since the plan was made.
				if ((await textOf(folder, path)) !== (seen.get(path) ?? null)) {
					isOvertaken = true;
					return;
				}
				if (text === null) await removeFile(folder, path);
				else await writeText(folder, path, text);
				put(seen, path, text);
			} catch (error) {
				failures.push({ path, why: String(error) });
			}
		};
		for (const [path, text] of write) await attempt(path, text);
		for (const path of remove) await attempt(path, null);
		await this.#remember(seen);
		if (failures.length > 0) this.refusal = { kind: 'failed', failures };
		if (isOvertaken) this.question = savePlan(this.#work.files, seen, await textsIn(folder));
	}

	async #remember(seen: ReadonlyMap<string, string>): Promise<void> {
		const { folder } = this.#work;
		if (folder) await this.#work.keepFolder({ ...folder, seen: Object.fromEntries(seen) });
	}

	async #guarded(action: () => Promise<void>): Promise<void> {
		if (this.isSaving) return;
		this.isSaving = true;
		this.refusal = null;
		try {
			await action();
		} catch (error) {
			// The editor has chosen no folder.
			if (error instanceof DOMException && error.name === 'AbortError') return;
			const path = this.#work.folder?.handle.name ?? '';
			this.refusal = { kind: 'failed', failures: [{ path, why: String(error) }] };
		} finally {
			this.isSaving = false;
		}
	}
}

function asked({ conflicts, theirs }: Question, path: string): string | null {
	return conflicts.find((one) => one.path === path)?.theirs ?? theirs.get(path) ?? null;
}

function put(texts: Map<string, string>, path: string, text: string | null): void {
	if (text === null) texts.delete(path);
	else texts.set(path, text);
}

function sameTexts(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
	return [...one].every(([path, text]) => other.get(path) === text);
}
