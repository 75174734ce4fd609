/** What one version of the site consists of, as far as it is kept for use without a network. */
export interface Manifest {
	/** Names the version: a digest of `files`. */
	version: string;
	/** Kit's name of it, which the script of a page knows. */
	app: string;
	/** Digest of each file, by its path within the site, such as `en/index.html`. */
	files: Readonly<Record<string, string>>;
}

/** What nobody asks for without a network, or what would cost more than it is worth. */
const LEFT_OUT = [
	// Pages are loaded whole: Kit's data for changing from one to the next is never asked for.
	/(^|\/)__data\.json$/,
	// For other sites and for search engines; the cards alone are 15 MB.
	/^data\/cards\//,
	/^(sitemap\.xml|robots\.txt)$/,
	/(^|\/)oembed\.json$/,
	/^embed\.d\.mts$/,
	// Of the host: `.htaccess` and the like.
	/(^|\/)\./,
	/^service-worker\.js$/,
	// All of the large layers: what is most important of them is in the base map too.
	/^data\/large-layers\.pmtiles$/
];

/** Bytes of a layer as a download above which it is not kept: all of the site is to be under 8 MiB. */
const MOST_LAYER_BYTES = 1_000_000;

/**
 * Whether a file of the site is kept.
 *
 * @param bytes its size
 */
export function isKept(path: string, bytes: number): boolean {
	if (path.startsWith('data/layers/') && bytes > MOST_LAYER_BYTES) return false;
	return !LEFT_OUT.some((pattern) => pattern.test(path));
}

/** Whether a file takes less room with gzip: all but those that are compressed in themselves. */
export function isPacked(path: string): boolean {
	return !/\.(png|woff2|pmtiles|zip)$/.test(path);
}

/** Half as long as it could be: it tells versions of a file apart, and guards against no attack. */
export const DIGEST_BYTES = 12;

/** SHA-256, shortened to {@link DIGEST_BYTES}, as base64url. */
export async function digest(bytes: BufferSource): Promise<string> {
	const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return btoa(String.fromCharCode(...whole.subarray(0, DIGEST_BYTES)))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
}
