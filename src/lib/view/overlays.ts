import { inQuery, parseAddress } from './address';

/** What an address can give. */
export const OVERLAY_KINDS = ['geojson', 'pmtiles', 'xyz', 'wmts', 'wms'] as const;
export type OverlayKind = (typeof OVERLAY_KINDS)[number];

/** A layer from an address, over the ground. */
export interface Overlay {
	url: string;
	kind: OverlayKind;
	/** Per cent: a multiple of 10, from 10 to 100. */
	opacity: number;
	isShown: boolean;
}

/** As many as a link may ask for. */
export const MAX_OVERLAYS = 8;

/** What stands before an address: words joined by dots, and an exclamation mark. */
const SETTINGS = /^([a-z0-9.]*)!/;

/**
 * Reads the layers of a link, bottom first: `overlay=<address>`, repeated, or several addresses with
 * spaces between. Before the address may
 * stand what differs from a layer as it comes, `60.off.geojson!<address>`. Never throws: what is
 * no such address is left out, and so is the same address a second time.
 */
export function parseOverlays(query: URLSearchParams): Overlay[] {
	const texts = query.getAll('overlay').flatMap((text) => text.split(' '));
	const all = texts.flatMap((text) => parseOverlay(text) ?? []);
	const first = all.filter(({ url }, i) => all.findIndex((one) => one.url === url) === i);
	return first.slice(0, MAX_OVERLAYS);
}

/** Parts of a query, in ASCII. */
export function writeOverlays(overlays: readonly Overlay[]): string[] {
	return overlays.map(({ url, kind, opacity, isShown }) => {
		const settings = [
			...(opacity < 100 ? [String(opacity)] : []),
			...(isShown ? [] : ['off']),
			...(kind === (kindOf(url) ?? 'geojson') ? [] : [kind])
		];
		const isNeeded = settings.length > 0 || SETTINGS.test(url);
		return `overlay=${isNeeded ? `${settings.join('.')}!` : ''}${inQuery(url)}`;
	});
}

/** A layer as it comes from an address. */
export function overlayAt(url: string, kind: OverlayKind): Overlay {
	return { url, kind, opacity: 100, isShown: true };
}

/** What an address gives, as far as it tells by itself. */
export function kindOf(url: string): OverlayKind | null {
	const [, path = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url) ?? [];
	const parameter = (name: string) =>
		new RegExp(`(?:^|&)${name}=([^&]*)`, 'i').exec(query)?.[1]?.toLowerCase() ?? '';
	const [service, request] = [parameter('service'), parameter('request')];
	if (service === 'wms' || request === 'getmap' || /\{bbox-epsg-3857\}/i.test(url)) return 'wms';
	if (service === 'wmts' || request === 'gettile') return 'wmts';
	if (/wmtscapabilities\.xml$/i.test(path) || /\{tilematrix\}/i.test(url)) return 'wmts';
	if (/\{z\}/.test(url) && /\{x\}/.test(url) && /\{-?y\}/.test(url)) return 'xyz';
	if (/\.pmtiles$/i.test(path)) return 'pmtiles';
	return /\.(?:geo)?json$/i.test(path) ? 'geojson' : null;
}

function parseOverlay(text: string): Overlay | null {
	const [before = '', words = ''] = SETTINGS.exec(text) ?? [];
	const url = parseAddress(text.slice(before.length));
	if (url === null) return null;
	const settings = words.split('.');
	const kind = OVERLAY_KINDS.find((one) => settings.includes(one)) ?? kindOf(url) ?? 'geojson';
	const percent = Number(settings.find((word) => /^[1-9]0$/.test(word)) ?? 100);
	return { url, kind, opacity: percent, isShown: !settings.includes('off') };
}
