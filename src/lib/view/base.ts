import { inQuery, parseAddress } from './address';

/**
 * What lies under the sites: the atlas's own ground, nothing, Tianditu (with the publisher's key),
 * or the Protomaps basemap of a PMTiles archive by its address.
 */
export type Base = 'embedded' | 'none' | 'tianditu' | { url: string };

const NAMED = ['embedded', 'none', 'tianditu'] as const;

/** Reads a base from a link. Never throws; what is no base is the atlas's own. */
export function parseBase(text: string | null): Base {
	const named = NAMED.find((name) => name === text);
	if (named) return named;
	const url = parseAddress(text);
	return url === null ? 'embedded' : { url };
}

/** Parts of a query; none for the atlas's own. */
export function writeBase(base: Base): string[] {
	if (base === 'embedded') return [];
	return [`base=${typeof base === 'string' ? base : inQuery(base.url)}`];
}

/** Whether two bases show the same. */
export function isSameBase(one: Base, other: Base): boolean {
	return typeof one === 'string' || typeof other === 'string'
		? one === other
		: one.url === other.url;
}
