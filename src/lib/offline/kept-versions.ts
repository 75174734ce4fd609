import type { Manifest } from './manifest';

/** Which version an open page has. */
interface Binding {
	version: string;
	/** When it was opened, in milliseconds. */
	since: number;
}

/** A page that is being opened is not among the open ones yet; so long it may take. */
const OPENING_MS = 60_000;

/** The entry of the newest version, from the time on that its files are fetched. */
const NEWEST = 'newest';

/**
 * Which versions are kept, and which open page has which. It is written down, as the worker is
 * ended and started again while pages stay open.
 */
export class KeptVersions {
	readonly #cache: string;
	readonly #scope: string;
	/** What has been read, or was about to be written. */
	readonly #read = new Map<string, unknown>();
	/** Pages that have been among the open ones: once they are not, they are closed. */
	readonly #seen = new Set<string>();

	/** @param scope address of the site's folder */
	constructor(cache: string, scope: string) {
		this.#cache = cache;
		this.#scope = scope;
	}

	/** From now on the files of this version are wanted. */
	announce(manifest: Manifest): Promise<void> {
		return this.#write(NEWEST, manifest);
	}

	/**
	 * It can't come: there is no room for it.
	 *
	 * @returns the versions whose files are still wanted
	 */
	async withdraw(): Promise<Manifest[]> {
		await this.#drop(NEWEST);
		const names = (await this.#names()).filter((name) => name.startsWith('version/'));
		const kept = await Promise.all(names.map((name) => this.#get<Manifest>(name)));
		return kept.filter((one) => one !== null);
	}

	/** All files of this version are kept. */
	add(manifest: Manifest): Promise<void> {
		return this.#write(`version/${manifest.version}`, manifest);
	}

	/** From now on the page gets all it asks for from this version. */
	bind(client: string, version: string): Promise<void> {
		const binding: Binding = { version, since: Date.now() };
		return this.#write(`client/${client}`, binding);
	}

	/** The version that a page has; `null` if it came from elsewhere, or is kept no longer. */
	async of(client: string): Promise<Manifest | null> {
		const binding = client ? await this.#get<Binding>(`client/${client}`) : null;
		return binding && this.#get<Manifest>(`version/${binding.version}`);
	}

	/**
	 * Forgets pages that are closed, and versions that no open page has.
	 *
	 * @param open ids of all open pages
	 * @param own the version of this worker, which new pages get
	 * @returns the versions whose files are still wanted
	 */
	async tidy(open: ReadonlySet<string>, own: Manifest): Promise<Manifest[]> {
		const names = await this.#names();
		const used = new Set<string>();
		for (const id of open) this.#seen.add(id);
		for (const name of names.filter((one) => one.startsWith('client/'))) {
			const id = name.slice('client/'.length);
			const binding = await this.#get<Binding>(name);
			const isClosed = this.#seen.has(id) && !open.has(id);
			// A clock may have been set back since.
			const age = Math.abs(Date.now() - (binding?.since ?? 0));
			if (binding && !isClosed && (open.has(id) || age < OPENING_MS)) used.add(binding.version);
			else await this.#drop(name);
		}
		const newest = (await this.#load<Manifest>(NEWEST)) ?? own;
		const wanted = new Map([own, newest].map((one) => [one.version, one]));
		for (const name of names.filter((one) => one.startsWith('version/'))) {
			const version = name.slice('version/'.length);
			if (wanted.has(version)) continue;
			const manifest = used.has(version) ? await this.#get<Manifest>(name) : null;
			if (manifest) wanted.set(version, manifest);
			else await this.#drop(name);
		}
		return [...wanted.values()];
	}

	async #names(): Promise<string[]> {
		const cache = await caches.open(this.#cache);
		return (await cache.keys()).map(({ url }) => decodeURIComponent(new URL(url).search.slice(1)));
	}

	/** Of what never changes once it is written. */
	async #get<T>(name: string): Promise<T | null> {
		if (!this.#read.has(name)) {
			const kept = await this.#load<T>(name);
			if (kept === null) return null;
			this.#read.set(name, kept);
		}
		return this.#read.get(name) as T;
	}

	async #load<T>(name: string): Promise<T | null> {
		const cache = await caches.open(this.#cache);
		const kept = await cache.match(this.#key(name));
		return kept ? ((await kept.json()) as T) : null;
	}

	async #write(name: string, value: unknown): Promise<void> {
		this.#read.set(name, value);
		const cache = await caches.open(this.#cache);
		await cache.put(this.#key(name), new Response(JSON.stringify(value)));
	}

	async #drop(name: string): Promise<void> {
		this.#read.delete(name);
		const cache = await caches.open(this.#cache);
		await cache.delete(this.#key(name));
	}

	#key(name: string): string {
		return `${this.#scope}?${encodeURIComponent(name)}`;
	}
}
