import type { Lang } from '../atlas/atlas';

/** Where Tianditu's tiles are, in the form that has places for their numbers. */
const SERVERS = 'https://t{s}.tianditu.gov.cn';
const COUNT = 8;

interface Access {
	key: string;
	/** Stands in for all of its servers. */
	server?: string | undefined;
}

/** The address of the service that readers are asked about. */
export function tiandituServer({ server }: Access): string {
	return (server ?? SERVERS).replace(/\/+$/, '');
}

/** Its picture of the ground (`vec`), and the names for it in each language. */
export function tiandituLayers(lang: Lang): { map: string; names: string } {
	return { map: 'vec', names: { zh: 'cva', en: 'eva' }[lang] };
}

/**
 * The address of a tile in web Mercator (`_w`), as a WMTS takes it in parameters. Tianditu measures
 * in CGCS2000, which is taken as WGS-84: the two are less than a metre apart.
 *
 * @param whole address of the server, from `tiandituServer`
 */
export function tiandituTile(
	whole: string,
	{ layer, key }: { layer: string; key: string },
	z: number,
	x: number,
	y: number
): string {
	const parameters = {
		SERVICE: 'WMTS',
		REQUEST: 'GetTile',
		VERSION: '1.0.0',
		LAYER: layer,
		STYLE: 'default',
		TILEMATRIXSET: 'w',
		FORMAT: 'tiles',
		TILEMATRIX: String(z),
		TILEROW: String(y),
		TILECOL: String(x),
		tk: key
	};
	const server = whole.replace('{s}', String((x + y) % COUNT));
	return `${server}/${layer}_w/wmts?${new URLSearchParams(parameters)}`;
}
