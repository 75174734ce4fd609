import { parameterOf, withParameters } from './parameters';

/**
 * The template of a WMS from one of its GetMap requests: the same layers and styles, for tiles of
 * 256 pixels in EPSG:3857, transparent unless it says otherwise. `null` if it asks for no layers.
 * In 1.3.0 the axes of EPSG:3857 are east and north too, so that the box is the same.
 */
export function wmsTemplate(address: string): string | null {
	const layers = parameterOf(address, 'layers');
	if (!layers) return null;
	const version = parameterOf(address, 'version') ?? '1.3.0';
	const isNew = version.startsWith('1.3');
	const [system, other] = isNew ? ['CRS', 'SRS'] : ['SRS', 'CRS'];
	const kept = (name: string, otherwise: string) =>
		encodeURIComponent(parameterOf(address, name) || otherwise);
	const template = withParameters(address, {
		SERVICE: 'WMS',
		REQUEST: 'GetMap',
		VERSION: encodeURIComponent(version),
		STYLES: encodeURIComponent(parameterOf(address, 'styles') ?? ''),
		FORMAT: kept('format', 'image/png'),
		TRANSPARENT: kept('transparent', 'TRUE'),
		WIDTH: '256',
		HEIGHT: '256',
		[other]: '',
		[system]: 'EPSG:3857',
		BBOX: '{bbox-epsg-3857}'
	});
	return template.replace(`${other}=&`, '');
}

/** Where a WMS describes itself, from the address of the service. */
export function wmsCapabilities(address: string): string {
	const version = parameterOf(address, 'version');
	return withParameters(address, {
		SERVICE: 'WMS',
		REQUEST: 'GetCapabilities',
		...(version && { VERSION: encodeURIComponent(version) })
	});
}
