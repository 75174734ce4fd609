import { parameterOf, withParameters } from './parameters';

/**
 * The template of a WMTS from its GetTile address: as it is where it has places for the numbers of
 * a tile, else with such places instead of those of the one tile that it asks for. `null` if it
 * asks for no tile.
 */
export function wmtsTemplate(address: string): string | null {
	if (/\{(?:z|tilematrix)\}/i.test(address)) return address;
	const matrix = parameterOf(address, 'tilematrix');
	const [, before] = /^(.*?)\d+$/.exec(matrix ?? '') ?? [];
	if (before === undefined) return null;
	return withParameters(address, {
		TILEMATRIX: `${encodeURIComponent(before)}{z}`,
		TILEROW: '{y}',
		TILECOL: '{x}'
	});
}

/** Where a WMTS describes itself, from the address of the service. */
export function wmtsCapabilities(address: string): string {
	if (/\.xml$/i.test(address.split(/[?#]/)[0] ?? '')) return address;
	return withParameters(address, { SERVICE: 'WMTS', REQUEST: 'GetCapabilities' });
}
