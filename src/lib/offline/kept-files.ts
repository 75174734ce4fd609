import { addressOf } from './find-file';
import { digest, isPacked } from './manifest';

type Files = Readonly<Record<string, string>>;

/** So many files are fetched at a time: a slow line stays usable for what the reader does. */
const AT_A_TIME = 4;

/** Of a host's headers, what is of its own answer: all others, such as its policies, are kept. */
const OF_THE_TRANSFER = ['content-encoding', 'content-length', 'content-range', 'vary'];

/** Says of a kept file that it is packed with gzip. */
const PACKED = 'x-kept-packed';

/**
 * The files of all versions that are kept, each under its path and its digest. So a new version
 * fetches only what has changed, and two versions can be kept side by side.
 */
export class KeptFiles {
	readonly #cache: string;
	readonly #scope: string;

	/** @param scope address of the site's folder */
	constructor(cache: string, scope: string) {
		this.#cache = cache;
		this.#scope = scope;
	}

	/**
	 * Fetches what is not there yet, and keeps it.
	 *
	 * @throws Error if a file can't be had, has other bytes than it should, or finds no room
	 */
	async keepAll(files: Files): Promise<void> {
		const cache = await caches.open(this.#cache);
		const there = new Set((await cache.keys()).map(({ url }) => url));
		const stop = new AbortController();
		const missing = Object.entries(files)
			.filter(([path, hash]) => !there.has(this.#key(path, hash)))
			.values();
		const fetchNext = async () => {
			try {
				for (const [path, hash] of missing)
					await this.#put(path, hash, await this.#fetch(path, hash, stop.signal));
			} catch (error) {
				// The first reason stays; nothing is written any more once this has been told.
				stop.abort(error);
			}
		};
		await Promise.all(Array.from({ length: AT_A_TIME }, fetchNext));
		stop.signal.throwIfAborted();
	}

	/**
	 * A file of a version. What the browser has dropped meanwhile is fetched and kept again.
	 *
	 * @throws Error if it can't be had, or only with other bytes
	 */
	async read(path: string, hash: string): Promise<Response> {
		const kept = await this.#match(path, hash);
		if (kept) return unpacked(kept);
		const file = await this.#fetch(path, hash);
		// Where there is no room or no leave to keep it, it is given all the same.
		await this.#put(path, hash, file.clone()).catch(() => {});
		return file;
	}

	/** Drops all files that are in none of these versions. */
	async dropAllBut(versions: readonly { files: Files }[]): Promise<void> {
		const wanted = new Set(
			versions.flatMap(({ files }) =>
				Object.entries(files).map(([path, hash]) => this.#key(path, hash))
			)
		);
		const cache = await caches.open(this.#cache);
		const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
		await Promise.all(old.map((request) => cache.delete(request)));
	}

	#key(path: string, hash: string): string {
		return `${this.#scope}${encodeURI(path)}?${hash}`;
	}

	/** `null` also where the browser refuses to open what it keeps. */
	async #match(path: string, hash: string): Promise<Response | null> {
		try {
			const cache = await caches.open(this.#cache);
			return (await cache.match(this.#key(path, hash))) ?? null;
		} catch {
			return null;
		}
	}

	/** Takes it from the host, asking whether what the browser has of it still holds. */
	async #fetch(path: string, hash: string, signal?: AbortSignal): Promise<Response> {
		const url = this.#scope + addressOf(path);
		const response = await fetch(url, { cache: 'no-cache', signal: signal ?? null });
		const bytes = await response.arrayBuffer();
		const got = await digest(bytes);
		// The bytes decide, not the status: a host may give its 404 page with 404.
		if (got !== hash)
			throw new Error(
				`${url} answered ${response.status} with digest ${got} instead of ${hash}: another ` +
					'version is being put in place, or the host changes files. The next visit tries again.'
			);
		const headers = new Headers(response.headers);
		for (const name of OF_THE_TRANSFER) headers.delete(name);
		return new Response(bytes, { headers });
	}

	async #put(path: string, hash: string, file: Response): Promise<void> {
		const cache = await caches.open(this.#cache);
		await cache.put(this.#key(path, hash), isPacked(path) ? await packed(file) : file);
	}
}

async function packed({ body, headers }: Response): Promise<Response> {
	const gzip = body?.pipeThrough(new CompressionStream('gzip'));
	const kept = new Headers(headers);
	kept.set(PACKED, 'gzip');
	return new Response(await new Response(gzip).arrayBuffer(), { headers: kept });
}

function unpacked(kept: Response): Response {
	if (!kept.headers.has(PACKED)) return kept;
	const headers = new Headers(kept.headers);
	headers.delete(PACKED);
	return new Response(kept.body?.pipeThrough(new DecompressionStream('gzip')), { headers });
}
