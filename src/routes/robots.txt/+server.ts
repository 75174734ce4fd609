import atlas from '$built/atlas.json';

export const prerender = true;

/** Everything may be read; the sitemap says what there is. */
export const GET = () => {
	const sitemap = atlas.address ? `Sitemap: ${atlas.address}sitemap.xml\n` : '';
	return new Response(`User-agent: *\nAllow: /\n${sitemap}`, {
		headers: { 'content-type': 'text/plain' }
	});
};
