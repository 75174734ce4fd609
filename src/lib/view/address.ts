/** UTF-16 units of an address; a GetMap request with all its parameters has some 300. */
export const MAX_ADDRESS = 1000;

/** No whitespace, nothing unseen that could hide where it leads, no half of a pair, nothing that ends an attribute. */
const FORBIDDEN = /[\s<>"\\\p{Cc}\p{Cf}\p{Cs}]/u;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Stands in for the page's own host. */
const HERE = 'https://here.invalid/';

/**
 * An address from which a layer can be loaded: `http:` or `https:` without name and password, or
 * one on the page's own host, relative to the site. It may have places for numbers, as in
 * `{z}/{x}/{y}`. Never throws.
 *
 * @returns the same text; `null` for anything else
 */
export function parseAddress(text: string | null): string | null {
	if (!text || text.length > MAX_ADDRESS || FORBIDDEN.test(text)) return null;
	const isWhole = /^https?:\/\//i.test(text);
	if (!isWhole && (SCHEME.test(text) || text.startsWith('//'))) return null;
	try {
		const { hostname, host, username, password } = new URL(withSubdomain(text, 'a'), HERE);
		if (username || password || !hostname) return null;
		return isWhole || host === new URL(HERE).host ? text : null;
	} catch {
		return null;
	}
}

/** Puts one of several hosts into an address that has a place for it, `{s}`. */
export function withSubdomain(address: string, subdomain: string): string {
	return address.replaceAll('{s}', subdomain);
}

/** An address in a query: ASCII, and as easy to read as it may be. */
export function inQuery(address: string): string {
	return encodeURIComponent(address)
		.replaceAll('%2F', '/')
		.replaceAll('%3A', ':')
		.replaceAll('%2C', ',');
}
