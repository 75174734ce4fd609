import { OutsideFault } from './fault';
import { parameterOf, withParameters } from './parameters';
import type { ServiceLayer } from './service-layer';
import { templateSettings } from './tile-template';
import { serviceAddress } from './wms-capabilities';
import { checkException, childAt, childrenOf, textAt } from './xml';

const MERCATOR = /(?:EPSG:.*:?(?:3857|900913|102100|102113)|OSGEO:.*41001)$/i;
/** Side of the world in metres of EPSG:3857, and the width of a pixel that scales are told for. */
const WORLD = 40_075_016.685578488;
const PIXEL = 0.00028;
/** Tiles of a picture, then what every service must offer. */
const FORMATS = ['image/png', 'image/webp', 'image/jpeg', 'image/jpg', 'tiles'];

/**
 * The layers that a WMTS, 1.0.0, has tiles of in the usual squares of web Mercator.
 *
 * @param address where the description was asked for
 * @throws OutsideFault if it is no such description or has no such layer
 */
export function wmtsLayers(root: Element, address: string): ServiceLayer[] {
	checkException(root);
	const contents = childAt(root, 'Contents');
	if (root.localName !== 'Capabilities' || !contents)
		throw new OutsideFault('not-capabilities', root.localName);
	const sets = childrenOf(contents, 'TileMatrixSet').flatMap((set) => gridOf(set) ?? []);
	const service = kvpAddress(root, address);
	const layers = childrenOf(contents, 'Layer').flatMap((layer) => {
		const links = childrenOf(layer, 'TileMatrixSetLink').map((link) =>
			textAt(link, 'TileMatrixSet')
		);
		const grid = sets.find(({ name }) => links.includes(name));
		return grid ? layerOf(layer, grid, service) : [];
	});
	if (layers.length === 0) throw new OutsideFault('no-mercator');
	return layers;
}

/** A set of matrices that are numbered as zooms are. */
interface Grid {
	name: string;
	/** What stands before the number of the zoom in the name of a matrix. */
	before: string;
	minzoom: number;
	maxzoom: number;
	size: number;
}

function gridOf(set: Element): Grid | null {
	if (!MERCATOR.test(textAt(set, 'SupportedCRS'))) return null;
	const matrices = childrenOf(set, 'TileMatrix').flatMap((matrix) => matrixOf(matrix) ?? []);
	const [first] = matrices;
	if (!first) return null;
	const alike = matrices.filter(
		({ before, size, isOwn }) => isOwn && before === first.before && size === first.size
	);
	const zooms = alike.map(({ zoom }) => zoom);
	if (zooms.length === 0) return null;
	return {
		name: textAt(set, 'Identifier'),
		before: first.before,
		minzoom: Math.min(...zooms),
		maxzoom: Math.max(...zooms),
		size: first.size
	};
}

function matrixOf(matrix: Element) {
	const [, before = '', number] = /^(.*?)(\d+)$/.exec(textAt(matrix, 'Identifier')) ?? [];
	const scale = Number(textAt(matrix, 'ScaleDenominator'));
	const size = Number(textAt(matrix, 'TileWidth'));
	const corner = textAt(matrix, 'TopLeftCorner').split(/\s+/).map(Number);
	const zoom = Math.log2(WORLD / (scale * PIXEL * size));
	const isCorner = corner.every((value) => Math.abs(Math.abs(value) - WORLD / 2) < 10);
	if (!isCorner || ![256, 512].includes(size) || Math.abs(zoom - Math.round(zoom)) > 0.01)
		return null;
	return { before, size, zoom: Math.round(zoom), isOwn: Number(number) === Math.round(zoom) };
}

function layerOf(layer: Element, grid: Grid, service: string | null): ServiceLayer[] {
	const name = textAt(layer, 'Identifier');
	const styles = childrenOf(layer, 'Style');
	const isDefault = (one: Element) => one.getAttribute('isDefault') === 'true';
	const style = styles.find(isDefault) ?? styles[0];
	const values = {
		style: style ? textAt(style, 'Identifier') : 'default',
		matrix: `${encodeURIComponent(grid.before)}{z}`
	};
	const offered = childrenOf(layer, 'Format').map((one) => one.textContent?.trim() ?? '');
	const format = FORMATS.find((one) => offered.includes(one)) ?? offered[0] ?? 'image/png';
	const resource = resourceOf(layer, format);
	const url = service
		? withParameters(service, {
				SERVICE: 'WMTS',
				REQUEST: 'GetTile',
				VERSION: '1.0.0',
				LAYER: encodeURIComponent(name),
				STYLE: encodeURIComponent(values.style),
				FORMAT: encodeURIComponent(format),
				TILEMATRIXSET: encodeURIComponent(grid.name),
				TILEMATRIX: values.matrix,
				TILEROW: '{y}',
				TILECOL: '{x}'
			})
		: resource
				?.replaceAll(/\{style\}/gi, encodeURIComponent(values.style))
				.replaceAll(/\{tilematrixset\}/gi, encodeURIComponent(grid.name))
				.replaceAll(/\{tilematrix\}/gi, values.matrix)
				.replaceAll(/\{tilerow\}/gi, '{y}')
				.replaceAll(/\{tilecol\}/gi, '{x}');
	if (!name || !url) return [];
	return [
		{ name, title: textAt(layer, 'Title') || name, address: `${url}${templateSettings(grid)}` }
	];
}

function resourceOf(layer: Element, format: string): string | undefined {
	const tiles = childrenOf(layer, 'ResourceURL').filter(
		(one) => one.getAttribute('resourceType') === 'tile'
	);
	const best = tiles.find((one) => one.getAttribute('format') === format) ?? tiles[0];
	return best?.getAttribute('template') ?? undefined;
}

/** Where tiles are asked for by parameters; `null` if the service has only addresses without. */
function kvpAddress(root: Element, address: string): string | null {
	const metadata = childAt(root, 'OperationsMetadata');
	const operation =
		metadata &&
		childrenOf(metadata, 'Operation').find((one) => one.getAttribute('name') === 'GetTile');
	const http = operation && childAt(operation, 'DCP', 'HTTP');
	const ways = http ? childrenOf(http, 'Get') : [];
	const way = ways.find((get) => {
		const encoding = textAt(get, 'Constraint', 'AllowedValues', 'Value');
		return encoding === '' || encoding.toUpperCase() === 'KVP';
	});
	const href =
		way?.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? way?.getAttribute('xlink:href');
	if (href) return serviceAddress(href, address);
	return parameterOf(address, 'request') === null ? null : serviceAddress('', address);
}
