import type { Atlas, Lang } from '../atlas/atlas';
import { escapeXml } from '../text/xml';
import { cardFile, pathOf } from './addresses';

const SIZE = { width: 800, height: 600 };

/**
 * What a page of another's that is given our address puts there instead: the embed. Whole
 * addresses only; `null` for an atlas that has none yet.
 *
 * Format: https://oembed.com/#section2.3
 */
export function oembedOf({ address, title }: Pick<Atlas, 'address' | 'title'>, lang: Lang) {
	if (!address) return null;
	const { width, height } = SIZE;
	const embed = `${address}${pathOf('embed/', lang)}`;
	return {
		version: '1.0',
		type: 'rich',
		title: title[lang],
		provider_name: title[lang],
		provider_url: `${address}${pathOf('', lang)}`,
		thumbnail_url: `${address}data/${cardFile(lang)}`,
		thumbnail_width: 1200,
		thumbnail_height: 630,
		width,
		height,
		html: `<iframe src="${escapeXml(embed)}" title="${escapeXml(title[lang])}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`
	};
}
