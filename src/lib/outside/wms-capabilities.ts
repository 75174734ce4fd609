import { OutsideFault } from './fault';
import { withParameters } from './parameters';
import type { ServiceLayer } from './service-layer';
import { wmsTemplate } from './wms-address';
import { checkException, childAt, childrenOf, textAt } from './xml';

const MERCATOR = /^(?:EPSG:(?:3857|900913|102100|102113)|urn:ogc:def:crs:EPSG::3857)$/i;
const FORMATS = ['image/png', 'image/webp', 'image/jpeg'];

/**
 * The layers that a WMS, 1.1.1 or 1.3.0, draws in web Mercator. What stands inside another layer
 * knows the systems of that too.
 *
 * @param address where the description was asked for
 * @throws OutsideFault if it is no such description or has no such layer
 */
export function wmsLayers(root: Element, address: string): ServiceLayer[] {
	checkException(root);
	const capability = childAt(root, 'Capability');
	if (!/^(?:WMS|WMT_MS)_Capabilities$/.test(root.localName) || !capability)
		throw new OutsideFault('not-capabilities', root.localName);
	const getMap = childAt(capability, 'Request', 'GetMap');
	const offered = getMap ? childrenOf(getMap, 'Format').map((one) => one.textContent?.trim()) : [];
	const format = FORMATS.find((one) => offered.includes(one)) ?? 'image/png';
	const online = getMap && childAt(getMap, 'DCPType', 'HTTP', 'Get', 'OnlineResource');
	const service = {
		url: serviceAddress(hrefOf(online), address),
		version: root.getAttribute('version') ?? '1.3.0',
		format
	};
	const layers = childrenOf(capability, 'Layer').flatMap((layer) => layersIn(layer, service, []));
	if (layers.length === 0) throw new OutsideFault('no-mercator');
	return layers;
}

interface Service {
	url: string;
	version: string;
	format: string;
}

function layersIn(layer: Element, service: Service, above: readonly string[]): ServiceLayer[] {
	const own = [...childrenOf(layer, 'CRS'), ...childrenOf(layer, 'SRS')];
	const systems = [
		...above,
		...own.flatMap((one) => (one.textContent ?? '').split(/\s+/).filter(Boolean))
	];
	const name = textAt(layer, 'Name');
	const template =
		name && systems.some((one) => MERCATOR.test(one))
			? wmsTemplate(
					withParameters(service.url, {
						LAYERS: encodeURIComponent(name),
						VERSION: encodeURIComponent(service.version),
						FORMAT: encodeURIComponent(service.format)
					})
				)
			: null;
	return [
		...(template ? [{ name, title: textAt(layer, 'Title') || name, address: template }] : []),
		...childrenOf(layer, 'Layer').flatMap((one) => layersIn(one, service, systems))
	];
}

function hrefOf(element: Element | null): string {
	if (!element) return '';
	return (
		element.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ??
		element.getAttribute('xlink:href') ??
		''
	);
}

/**
 * Where maps are asked for: what the service says, but encrypted where its description was, which
 * services behind a proxy often don't know; without that, where the description was.
 */
export function serviceAddress(told: string, address: string): string {
	const asked = new URL(address);
	for (const name of [...asked.searchParams.keys()])
		if (/^(?:request|version|service|acceptversions|sections)$/i.test(name))
			asked.searchParams.delete(name);
	asked.hash = '';
	if (!told) return asked.href;
	try {
		const url = new URL(told, address);
		if (url.hostname === asked.hostname && asked.protocol === 'https:') url.protocol = 'https:';
		// Keys and other parameters that the reader gave are needed for maps as well.
		for (const [name, value] of asked.searchParams)
			if (url.host === asked.host && !url.searchParams.has(name)) url.searchParams.set(name, value);
		return /^https?:$/.test(url.protocol) ? url.href : asked.href;
	} catch {
		return asked.href;
	}
}
