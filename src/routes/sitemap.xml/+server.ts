import atlas from '$built/atlas.json';
import { pagesOf } from '$lib/pages/addresses';
import { sitemapXml } from '$lib/pages/sitemap';

export const prerender = true;

export const GET = () =>
	new Response(sitemapXml(atlas.address, pagesOf(atlas)), {
		headers: { 'content-type': 'application/xml' }
	});
