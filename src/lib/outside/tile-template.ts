import { withSubdomain } from '../view/address';

/**
 * How tiles are asked for by an address. What a template can't say itself stands behind a `#`,
 * which no server is sent: `#zooms=3-14&size=512`.
 */
export interface TileTemplate {
	/** With `{z}`, `{x}` and `{y}` (or `{-y}`), or with `{bbox-epsg-3857}`. */
	url: string;
	minzoom: number;
	maxzoom: number;
	/** Side of a tile in CSS pixels. */
	size: number;
}

/** Half of the side of the world in web Mercator, metres. */
const HALF = 20_037_508.342789244;
const SUBDOMAINS = ['a', 'b', 'c'] as const;
/** The last zoom of a template that tells none: more than any map of ours. */
export const ANY_ZOOM = 22;

/** A template of tiles in web Mercator; `null` if it has no place for their numbers. */
export function tileTemplate(address: string): TileTemplate | null {
	const [written = '', settings = ''] = address.split('#');
	const url = written
		.replaceAll(/\{tilematrix\}/gi, '{z}')
		.replaceAll(/\{tilerow\}/gi, '{y}')
		.replaceAll(/\{tilecol\}/gi, '{x}')
		.replaceAll(/\{bbox-epsg-3857\}/gi, '{bbox-epsg-3857}')
		.replaceAll(/\{(?:r|ratio)\}/g, '');
	const hasNumbers = ['{z}', '{x}'].every((part) => url.includes(part)) && /\{-?y\}/.test(url);
	if (!hasNumbers && !url.includes('{bbox-epsg-3857}')) return null;
	const told = new URLSearchParams(settings);
	const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(told.get('zooms') ?? '') ?? [];
	const [minzoom, maxzoom] = [Number(from ?? 0), Math.min(Number(to ?? ANY_ZOOM), ANY_ZOOM)];
	const zooms = minzoom <= maxzoom ? { minzoom, maxzoom } : { minzoom: 0, maxzoom: ANY_ZOOM };
	return { url, ...zooms, size: told.get('size') === '512' ? 512 : 256 };
}

/** What of a template its address can't say itself, to be put behind it. */
export function templateSettings({ minzoom, maxzoom, size }: Omit<TileTemplate, 'url'>): string {
	return `#zooms=${minzoom}-${maxzoom}${size === 512 ? '&size=512' : ''}`;
}

/** The address of one tile; y counts southward from the north. */
export function tileAddress({ url }: Pick<TileTemplate, 'url'>, z: number, x: number, y: number) {
	const subdomain = SUBDOMAINS[(x + y) % SUBDOMAINS.length] ?? 'a';
	return withSubdomain(url, subdomain)
		.replaceAll('{z}', String(z))
		.replaceAll('{x}', String(x))
		.replaceAll('{y}', String(y))
		.replaceAll('{-y}', String(2 ** z - 1 - y))
		.replaceAll('{bbox-epsg-3857}', mercatorBox(z, x, y).join(','));
}

/** `[west, south, east, north]` of a tile in metres of EPSG:3857. */
function mercatorBox(z: number, x: number, y: number): number[] {
	const side = (2 * HALF) / 2 ** z;
	const [west, north] = [-HALF + x * side, HALF - y * side];
	return [west, north - side, west + side, north];
}
