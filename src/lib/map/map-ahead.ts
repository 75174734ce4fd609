import type { Camera } from '../geo/camera';
import { BASE_ZOOMS } from '../style/declaration';
import { BaseArchive } from './base-archive';
import { LargeArchive } from './large-archive';
import { baseFile, largeFile, styleAssets } from './map-assets';

/**
 * Asks for what the live map draws its first view with, while its code is still on its way: the
 * beginning of the archive and the first part of the label font.
 */
export function askForFirstView({ zoom }: Camera): BaseArchive {
	const large = largeFile();
	const archive = new BaseArchive(baseFile(), large && new LargeArchive(large));
	archive.open(Math.min(Math.max(Math.floor(zoom), BASE_ZOOMS.min), BASE_ZOOMS.max));
	const [font] = styleAssets().fonts;
	if (font) preloadFont(font.url);
	return archive;
}

function preloadFont(href: string): void {
	const link = document.createElement('link');
	Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href });
	document.head.append(link);
}
