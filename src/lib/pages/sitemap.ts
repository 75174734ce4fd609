import { escapeXml } from '../text/xml';
import { alternatesOf, pathOf } from './addresses';

/**
 * A sitemap with each page in both languages, each naming the other.
 *
 * Protocol: https://www.sitemaps.org/protocol.html, alternates:
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 *
 * @param address where the site is published, ending in `/`; without it there is nothing to list
 * @param pages paths of the pages in Chinese
 */
export function sitemapXml(address: string | undefined, pages: readonly string[]): string {
	const urls = address === undefined ? [] : pages.flatMap((page) => entries(address, page));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...urls,
		'</urlset>',
		''
	].join('\n');
}

function entries(address: string, page: string): string[] {
	const alternates = alternatesOf(page).map(({ hreflang, path }) => {
		return `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escapeXml(address + path)}"/>`;
	});
	return (['zh', 'en'] as const).map((lang) => {
		const loc = escapeXml(address + pathOf(page, lang));
		return `<url><loc>${loc}</loc>${alternates.join('')}</url>`;
	});
}
