/** The Cache API as far as the service worker uses it, in memory. */
export class MemoryCaches {
	readonly #caches = new Map<string, Map<string, Response>>();
	/** Thrown by each `put`, if any. */
	full: Error | null = null;

	open(name: string): Promise<Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>> {
		let entries = this.#caches.get(name);
		if (!entries) this.#caches.set(name, (entries = new Map<string, Response>()));
		const kept = entries;
		const key = (request: RequestInfo | URL) =>
			request instanceof Request ? request.url : String(request);
		return Promise.resolve({
			match: (request) => Promise.resolve(kept.get(key(request))?.clone()),
			put: (request, response) => {
				if (this.full) return Promise.reject(this.full);
				kept.set(key(request), response);
				return Promise.resolve();
			},
			delete: (request) => Promise.resolve(kept.delete(key(request))),
			keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url)))
		});
	}

	/** Addresses of all that is in a cache. */
	keysOf(name: string): string[] {
		return [...(this.#caches.get(name)?.keys() ?? [])];
	}

	/** What is kept under an address, as it is kept. */
	entry(name: string, key: string): Response | undefined {
		return this.#caches.get(name)?.get(key)?.clone();
	}

	/** The browser drops an entry, or all. */
	drop(name: string, key?: string): void {
		if (key === undefined) this.#caches.delete(name);
		else this.#caches.get(name)?.delete(key);
	}
}
