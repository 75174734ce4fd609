import type { Details, SiteDetails } from '../atlas/brief';
import type { Source } from '../atlas/schema';
import type { Problems } from './problems.svelte';

/** What cards tell besides the brief records, loaded when it is first wanted. */
export class LaterDetails {
	readonly #load: () => Promise<Details>;
	readonly #problems: Problems;
	#loaded = $state.raw<Details | null>(null);
	#loading: Promise<Details | null> | null = null;

	constructor(load: () => Promise<Details>, problems: Problems) {
		this.#load = load;
		this.#problems = problems;
	}

	/** Those of all sites; `null` until they are loaded. */
	get loaded(): Details | null {
		return this.#loaded;
	}

	/** Those of one site; `null` until they are loaded, or without any. */
	of(id: string): SiteDetails | null {
		return this.#loaded?.sites[id] ?? null;
	}

	sourcesOf(ids: readonly string[]): Source[] {
		return ids.flatMap((id) => this.#loaded?.sources[id] ?? []);
	}

	/** Loads those of all sites, once; `null` after a failure, and the next call tries again. */
	want(): Promise<Details | null> {
		return (this.#loading ??= this.#take());
	}

	async #take(): Promise<Details | null> {
		try {
			this.#loaded = await this.#load();
			this.#problems.withdraw('details');
		} catch (error) {
			console.error(error);
			this.#loading = null;
			this.#problems.report('details');
		}
		return this.#loaded;
	}
}
