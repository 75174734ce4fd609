import { keyOf, type SearchEntry } from '../../search/search-index';

const KEY = 'atlas-recent';
const MOST = 6;

/** What the reader chose of late, also on earlier visits; on this device only. */
export class Recent {
	readonly #entries: ReadonlyMap<string, SearchEntry>;
	#keys = $state.raw<readonly string[]>([]);

	/** @param entries by their keys; of others nothing is told */
	constructor(entries: ReadonlyMap<string, SearchEntry>) {
		this.#entries = entries;
		this.#keys = kept();
	}

	readonly list: readonly SearchEntry[] = $derived.by(() =>
		this.#keys.flatMap((key) => this.#entries.get(key) ?? []).slice(0, MOST)
	);

	add(entry: SearchEntry): void {
		const key = keyOf(entry);
		this.#keep([key, ...this.#keys.filter((other) => other !== key)].slice(0, MOST));
	}

	clear(): void {
		this.#keep([]);
	}

	#keep(keys: readonly string[]): void {
		this.#keys = keys;
		try {
			if (keys.length > 0) localStorage.setItem(KEY, JSON.stringify(keys));
			else localStorage.removeItem(KEY);
		} catch {
			// Storage refused or full: kept for this page only.
		}
	}
}

function kept(): string[] {
	try {
		const keys: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
	} catch {
		return [];
	}
}
