import { asset } from '$app/paths';
import map from '$built/map.json';
import type { MapAssets } from '../style/style';
import type { BaseFile } from './base-archive';
import type { LargeFile } from './large-archive';

/** Addresses of the files that the style names. */
export function styleAssets(): MapAssets {
	return { fonts: map.fonts.map(({ file, ...font }) => ({ ...font, url: addressOf(file) })) };
}

/** The archive that the base tiles come from. */
export function baseFile(): BaseFile {
	return { ...map.tiles, url: addressOf('basemap.pmtiles') };
}

/** The archive with all of the large layers; `null` if none is large. */
export function largeFile(): LargeFile | null {
	const { largeTiles } = map;
	return largeTiles ? { ...largeTiles, url: addressOf('large-layers.pmtiles') } : null;
}

/** Absolute: the map's worker has another base. */
function addressOf(file: string): string {
	return new URL(asset(`/data/${file}`), location.href).href;
}
