import { toWorld } from '../../../geo/mercator';
import { meet } from '../../../geo/bounds';
import { LIMITS } from '../../../files/limits';
import { openOutsideArchive, type OutsideArchive } from '../../../map/outside-archive';
import type { Bounds } from '../../../atlas/schema';
import { ask } from '../../../outside/ask';
import { OutsideFault } from '../../../outside/fault';
import { checkPicture } from '../../../outside/picture';
import type { ServiceLayer } from '../../../outside/service-layer';
import { tileAddress, tileTemplate } from '../../../outside/tile-template';
import { wmsCapabilities, wmsTemplate } from '../../../outside/wms-address';
import { wmsLayers } from '../../../outside/wms-capabilities';
import { wmtsCapabilities, wmtsTemplate } from '../../../outside/wmts-address';
import { wmtsLayers } from '../../../outside/wmts-capabilities';
import type { GiveTile } from '../../../style/given-tiles';
import type { OutsideLayer } from '../../../style/outside';
import type { OverlayKind } from '../../../view/overlays';
import { Reading } from '../files/reading';

/** A layer that can be drawn. */
export interface OpenLayer extends Pick<OutsideLayer, 'minzoom' | 'maxzoom' | 'content' | 'tile'> {
	/** Where it is; `null` if nobody says. */
	bounds: Bounds | null;
	/** Whom it says that it is owed to; `''` if it says nothing. */
	attribution: string;
	/** Lets go of what it holds. */
	close(): void;
}

/** A service of several layers, of which the reader chooses one. */
export interface Choice {
	layers: ServiceLayer[];
}

const TILE_LIMIT = 10 * 2 ** 20;
const CAPABILITIES_LIMIT = 20 * 2 ** 20;
/** Layers of an archive that are drawn; some have one for each of a thousand files. */
const MAX_LAYERS = 40;

/**
 * Opens what an address gives.
 *
 * @param extent bounds of the map
 * @throws OutsideFault if it can't be had or drawn
 */
export async function openOverlay(
	whole: string,
	kind: OverlayKind,
	extent: Bounds
): Promise<OpenLayer | Choice> {
	switch (kind) {
		case 'geojson':
			return openGeojson(whole, extent);
		case 'pmtiles':
			return openArchive(whole, extent);
		case 'xyz':
			return picturesAt(whole);
		case 'wmts': {
			const template = wmtsTemplate(whole);
			if (template) return picturesAt(template);
			const address = wmtsCapabilities(whole);
			return { layers: wmtsLayers(await xmlAt(address), address) };
		}
		case 'wms': {
			const template = wmsTemplate(whole);
			if (template) return picturesAt(template);
			const address = wmsCapabilities(whole);
			return { layers: wmsLayers(await xmlAt(address), address) };
		}
	}
}

function picturesAt(address: string): OpenLayer {
	const template = tileTemplate(address);
	if (!template) throw new OutsideFault('not-template');
	const { minzoom, maxzoom, size } = template;
	const tile: GiveTile = async (z, x, y, signal) =>
		checkPicture(await ask(tileAddress(template, z, x, y), { signal, limit: TILE_LIMIT }));
	return { ...PLAIN, minzoom, maxzoom, content: { size }, tile };
}

const PLAIN = { bounds: null, attribution: '', close: () => {} };

async function openGeojson(whole: string, extent: Bounds): Promise<OpenLayer> {
	const bytes = await ask(whole, { limit: LIMITS.bytes });
	const reading = new Reading();
	try {
		const file = new File([bytes], 'layer.geojson');
		const answer = await reading.read(file, { known: [], extent }, undefined);
		if (answer.kind === 'fault') throw new OutsideFault('file', '', answer.fault);
		if (answer.kind !== 'read' || answer.content.format !== 'GeoJSON')
			throw new OutsideFault('file', '', { kind: 'not-geojson', place: {}, value: '' });
		const { bounds, outside } = answer.placed;
		if (outside === answer.content.rows.length) throw new OutsideFault('elsewhere');
		const content = { layers: ['placed'] };
		const close = () => reading.end();
		const { tile } = reading;
		return { ...PLAIN, bounds, minzoom: 0, maxzoom: 15, content, tile, close };
	} catch (error) {
		reading.end();
		throw error;
	}
}

async function openArchive(whole: string, extent: Bounds): Promise<OpenLayer> {
	const archive = await openOutsideArchive(whole);
	const { minzoom, maxzoom, bounds, attribution, type } = archive;
	if (!meet(bounds, extent)) throw new OutsideFault('elsewhere');
	const names = [...archive.layers.keys()].slice(0, MAX_LAYERS);
	if (type === 'vector' && names.length === 0)
		throw new OutsideFault('unsupported', 'vector_layers');
	const content = type === 'vector' ? { layers: names } : { size: await pictureSize(archive) };
	return { ...PLAIN, bounds, minzoom, maxzoom, content, attribution, tile: archive.tile };
}

/** The side of an archive's pictures, from one in its middle; archives don't tell it. */
async function pictureSize({ tile, minzoom, bounds }: OutsideArchive): Promise<256 | 512> {
	const [west, south, east, north] = bounds;
	const tiles = 2 ** minzoom / 512;
	const [x, y] = toWorld([(west + east) / 2, (south + north) / 2], 0);
	const bytes = await tile(minzoom, Math.floor(x * tiles), Math.floor(y * tiles));
	if (!bytes) return 256;
	try {
		const picture = await createImageBitmap(new Blob([bytes]));
		return picture.width >= 512 ? 512 : 256;
	} catch {
		throw new OutsideFault('not-image');
	}
}

async function xmlAt(address: string): Promise<Element> {
	const bytes = await ask(address, { limit: CAPABILITIES_LIMIT });
	const head = new TextDecoder('latin1').decode(bytes.slice(0, 200));
	const [, encoding = 'utf-8'] = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head) ?? [];
	const root = new DOMParser().parseFromString(decode(bytes, encoding), 'text/xml').documentElement;
	if (root.localName === 'parsererror' || root.getElementsByTagName('parsererror').length > 0)
		throw new OutsideFault('not-capabilities', head.slice(0, 40));
	return root;
}

function decode(bytes: ArrayBuffer, encoding: string): string {
	try {
		return new TextDecoder(encoding).decode(bytes);
	} catch {
		// No such encoding.
		return new TextDecoder().decode(bytes);
	}
}
