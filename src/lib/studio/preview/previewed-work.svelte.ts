import { compileDraft, type CompiledDraft } from '../../compile/compile-draft';
import type { Draft } from '../../draft/draft';
import type { Told } from '../../draft/told';
import { LiveCheck } from '../live-check';
import { CHANNEL } from '../work.svelte';
import { draftOf, WorksStore } from '../works-store';

/** Who types writes many times: the preview follows in the pauses. */
const PAUSE_MS = 600;

/** A work as this device keeps it, compiled anew when another tab has written it. */
export class PreviewedWork {
	readonly #id: string;
	readonly #store = new WorksStore();
	readonly #channel = new BroadcastChannel(CHANNEL);
	readonly #check: LiveCheck;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Of several readings that are under way, the last one counts. */
	#readings = 0;
	/** It was written while nobody saw the page. */
	#isStale = false;
	/** Its last state without errors; `null`: none yet. */
	compiled = $state.raw<CompiledDraft | null>(null);
	/** What is wrong with its present state; `null` before the first check. */
	errors = $state.raw<readonly Told[] | null>(null);
	isGone = $state(false);
	/** Why it can't be shown, where that is no error of the draft. */
	failed = $state<string | null>(null);

	constructor(id: string) {
		this.#id = id;
		this.#check = new LiveCheck(
			(told, draft) => this.#take(told, draft),
			(reason) => (this.failed = reason)
		);
		this.#channel.onmessage = ({ data }) => {
			if (data === id) this.#readLater();
		};
		void this.#read();
	}

	/** The page is seen again. */
	wake(): void {
		if (this.#isStale) void this.#read();
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#readings++;
		this.#channel.close();
		this.#check.end();
	}

	#readLater(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			if (document.hidden) this.#isStale = true;
			else void this.#read();
		}, PAUSE_MS);
	}

	async #read(): Promise<void> {
		const reading = ++this.#readings;
		this.#isStale = false;
		try {
			const stored = await this.#store.load(this.#id);
			if (reading !== this.#readings) return;
			this.isGone = !stored;
			if (stored) this.#check.check(draftOf(stored));
		} catch (error) {
			console.error(error);
			this.failed = String(error);
		}
	}

	#take(told: readonly Told[], draft: Draft): void {
		const errors = told.filter(({ severity }) => severity === 'error');
		try {
			if (errors.length === 0) this.compiled = compileDraft(draft);
			this.errors = errors;
			this.failed = null;
		} catch (error) {
			console.error(error);
			this.failed = String(error);
		}
	}
}
